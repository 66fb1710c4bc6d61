import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** A curl command becomes an HTTP request: by a dialog, pasted as the URL, and pasted on the canvas. */
const SECRET = `curl 'https://api.example.com/orders?limit=5' -H 'Authorization: Bearer s3cret-token' -H 'Accept: text/plain'`;

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let id: string;

const nodes = async () => (await ada.call('GET', `workflows/${id}`)).body.nodes;
const sheet = () => page.getByRole('dialog');
/** As a paste of the system: the clipboard itself is the browser's. */
const paste = (text: string) =>
  page.evaluate(`(() => {
    const data = new DataTransfer();
    data.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    (document.activeElement ?? document.body).dispatchEvent(event);
  })()`);

describe.skipIf(!hasChromium)('a curl command', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    const made = await ada.call('POST', 'workflows', {
      name: 'Orders',
      settings: {},
      nodes: [
        {
          id: 'ask',
          name: 'Ask',
          type: 'httpRequest',
          version: 1,
          position: [0, 0],
          parameters: { url: 'https://old.test' },
        },
      ],
      edges: [],
    });
    expect(made.status).toBe(201);
    id = made.body.id;
    at = await personAt(browser, server, ada);
    ({ page } = at);
  });
  afterEach(() => leaveInPeace(at));

  it('is taken by the dialog, by keyboard, and its secret becomes a credential for that host', async () => {
    await page.goto(`${server.url}/workflows/${id}?node=ask`);
    await sheet().getByRole('button', { name: 'Import cURL' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Import a cURL command' });
    await dialog.getByLabel('Command').fill('curl -d @order.json https://api.example.com');
    await dialog.getByText(/reads the file “order.json”/).waitFor();
    await dialog.getByLabel('Command').fill(SECRET);
    await dialog.getByText('GET https://api.example.com/orders?limit=5').waitFor();
    expect(await dialog.getByRole('switch', { name: /Keep the secret/ }).isChecked()).toBe(true);
    await dialog.getByLabel('Name of the credential').fill('Shop');
    await dialog.getByLabel('Command').press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(async () => (await nodes())[0].parameters.url).toBe('https://api.example.com/orders');
    const [ask] = await nodes();
    expect(JSON.stringify(ask)).not.toContain('s3cret');
    expect(ask.parameters).toEqual({
      url: 'https://api.example.com/orders',
      queryMode: 'fields',
      query: [{ name: 'limit', value: '5' }],
      headersMode: 'fields',
      headers: [{ name: 'Accept', value: 'text/plain' }],
      credentialType: 'httpBearerAuth',
    });
    const { body } = await ada.call('GET', 'credentials');
    expect(body.items).toMatchObject([{ name: 'Shop', type: 'httpBearerAuth', allowedHosts: ['api.example.com'] }]);
    expect(ask.credentials).toEqual({ httpBearerAuth: { id: body.items[0].id, name: 'Shop' } });
  });

  it('is taken in the place of the URL, at once where nothing has to be asked', async () => {
    await page.goto(`${server.url}/workflows/${id}?node=ask`);
    await sheet().getByRole('textbox', { name: 'URL' }).focus();
    await paste(`curl -X PUT https://api.example.com/a --json '{"a": 1}'`);
    await expect
      .poll(async () => (await nodes())[0].parameters)
      .toMatchObject({ method: 'PUT', url: 'https://api.example.com/a', bodyKind: 'json', bodyText: '{"a": 1}' });
    // One that holds a secret is asked about.
    await sheet().getByRole('textbox', { name: 'URL' }).focus();
    await paste(SECRET);
    const dialog = page.getByRole('dialog', { name: 'Import a cURL command' });
    await dialog.getByRole('switch', { name: /Keep the secret/ }).click();
    await dialog.getByText(/written into the workflow/).waitFor();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect
      .poll(async () => (await nodes())[0].parameters.headers?.[0])
      .toEqual({ name: 'Authorization', value: 'Bearer s3cret-token' });
  });

  it('becomes a node where it is pasted on the canvas', async () => {
    await page.goto(`${server.url}/workflows/${id}`);
    await page.locator('[id="node-ask"]').waitFor();
    await page.locator('[role="application"]').first().focus();
    await paste('curl https://api.example.com/new');
    await expect.poll(async () => (await nodes())[1]?.parameters).toEqual({ url: 'https://api.example.com/new' });
    await page.locator('[role="application"]').first().focus();
    await paste(SECRET);
    const dialog = page.getByRole('dialog', { name: 'Import a cURL command' });
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect.poll(async () => (await nodes())[2]?.parameters.credentialType).toBe('httpBearerAuth');
  });
});
