import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

const SECRET = 'k-secret-77d1';

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
/** A service of the world outside: it takes every call, and gives a token to the client secret `right`. */
let shop: string;
const service = createServer((request, response) => {
  const login = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
  const isRefused = request.url === '/token' && login !== 'shop:right';
  response.setHeader('content-type', 'application/json');
  response.writeHead(isRefused ? 401 : 200).end('{"access_token":"t"}');
});

const menuOf = async (name: string, item: string) => {
  await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
/** The parameters and credentials of the node that calls, as they are saved. */
const used = async (id: string) => {
  const { parameters, credentials } = (await ada.call('GET', `workflows/${id}`)).body.nodes[1];
  return [parameters, credentials];
};
const stored = async (name: string) =>
  (await ada.call('GET', 'credentials')).body.items.find((each: { name: string }) => each.name === name);

describe.skipIf(!hasChromium)('credentials', () => {
  beforeAll(async () => {
    await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
    shop = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    [server, browser] = await Promise.all([testServer({ EGRESS_ALLOW: '127.0.0.1' }), openChromium()]);
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { locale: 'en-GB' });
    ({ page } = at);
  });
  afterAll(async () => {
    service.close();
    await browser?.close();
    await server?.drop();
  });

  it('are made by picking a type, and tested where they stand', async () => {
    await page.goto(`${server.url}/credentials`);
    await page.getByRole('button', { name: 'New credential' }).first().click();
    await page.getByRole('dialog').getByRole('searchbox').fill('header auth');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Header auth/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).first().fill('Warehouse');
    await dialog
      .getByLabel(/^(Header name|Name)/)
      .last()
      .fill('X-Key');
    await dialog
      .getByLabel(/^Value/)
      .first()
      .fill(SECRET);
    const hosts = dialog.getByLabel('Allowed hosts');
    await hosts.fill('API.example.com, example.com/path');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText("'example.com/path' is no host", { exact: false }).waitFor();
    const refusal = at.complaints.findIndex((text) => text.includes('422'));
    expect(at.complaints.splice(refusal, 1)).toEqual([expect.stringContaining('422')]);
    await hosts.fill('API.example.com, *.example.org');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Warehouse' }).waitFor();
    expect(await stored('Warehouse')).toMatchObject({
      type: 'httpHeaderAuth',
      data: { name: 'X-Key' },
      allowedHosts: ['api.example.com', '*.example.org'],
    });
    // Its type has no call of its own: that it is whole does not show that it works.
    await menuOf('Warehouse', 'Test');
    await page.getByText(/^Warehouse: No call could show it/).waitFor();
    await page.getByRole('row').filter({ hasText: 'Warehouse' }).getByText('not tried yet').waitFor();
  });

  it('are changed without their secret being shown or lost', async () => {
    await page.goto(`${server.url}/credentials`);
    await menuOf('Warehouse', 'Edit');
    const dialog = page.getByRole('dialog');
    const header = dialog.getByLabel(/^(Header name|Name)/).last();
    await expect.poll(() => header.inputValue()).toBe('X-Key'); // what is stored comes a moment after the form
    await header.fill('X-Other');
    const fields = await dialog.getByRole('textbox').all();
    const values = await Promise.all(fields.map((field) => field.inputValue()));
    expect(values.join()).not.toContain(SECRET);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await stored('Warehouse')).data).toEqual({ name: 'X-Other' });
  });

  it('ask before what was typed is thrown away, and give the focus back to what opened them', async () => {
    await page.goto(`${server.url}/credentials`);
    const opener = page.getByRole('row').filter({ hasText: 'Warehouse' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(/^(Header name|Name)/)
      .last()
      .fill('X-Third');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect(
      await dialog
        .getByLabel(/^(Header name|Name)/)
        .last()
        .inputValue(),
    ).toBe('X-Third');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close without saving' }).click();
    await dialog.waitFor({ state: 'detached' });
    const focused = () => page.evaluate('document.activeElement?.tagName');
    await expect.poll(focused).toBe('TR');
  });

  it('are opened where a run was refused for its host, and take the host', async () => {
    const { id } = await stored('Warehouse');
    const call = node(
      'Call',
      'httpRequest',
      { url: 'http://127.0.0.1:1/', credentialType: 'httpHeaderAuth' },
      { credentials: { httpHeaderAuth: { id, name: 'Warehouse' } } },
    );
    const made = await saved(ada, 'Refused', node('Start', 'manualTrigger'), call);
    await page.goto(`${server.url}/workflows/${made.id}?node=Call`);
    await page.getByRole('region', { name: 'Output' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const fault = page.getByRole('alert').filter({ hasText: "'Warehouse' may not be sent to http://127.0.0.1:1" });
    await fault.getByRole('button', { name: 'Open the credential' }).click();
    const hosts = page.getByRole('dialog').getByLabel('Allowed hosts');
    await expect.poll(() => hosts.inputValue()).toBe('api.example.com, *.example.org');
    await hosts.fill('api.example.com, http://127.0.0.1:1');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await stored('Warehouse')).allowedHosts)
      .toEqual(['api.example.com', 'http://127.0.0.1:1']);
    await ada.call('DELETE', `workflows/${made.id}`);
  });

  it('are picked in a node without their type being asked for, by mouse', async () => {
    await ada.call('POST', 'credentials', { name: 'Shop', type: 'httpBasicAuth', data: { user: 'u', password: 'p' } });
    const made = await saved(ada, 'Picks', node('Start', 'manualTrigger'), node('Call', 'httpRequest', { url: shop }));
    await page.goto(`${server.url}/workflows/${made.id}?node=Call`);
    const picker = page.getByRole('combobox', { name: 'Credential', exact: true });
    await expect.poll(() => picker.inputValue()).toBe('None');
    await picker.click();
    await page.getByRole('option', { name: /^Warehouse Header auth/ }).waitFor();
    await page.getByRole('option', { name: /^Shop Basic auth · not tried yet/ }).click();
    await expect
      .poll(() => used(made.id))
      .toMatchObject([{ credentialType: 'httpBasicAuth', url: shop }, { httpBasicAuth: { name: 'Shop' } }]);
    expect(await page.getByRole('combobox', { name: /^Credential/ }).count()).toBe(1);
    // A run shows that it works, and the panel says so.
    await page.keyboard.press('Control+Enter');
    await page.getByText('Works', { exact: true }).first().waitFor();
    await page.goto(`${server.url}/credentials`);
    const row = page.getByRole('row').filter({ hasText: 'Shop' });
    await row.getByText('Works', { exact: true }).waitFor();
    await row.getByText('by a run').waitFor();
    await ada.call('DELETE', `workflows/${made.id}`);
  });

  it('are found, made and taken back in a node, by keyboard', async () => {
    const made = await saved(ada, 'Keys', node('Start', 'manualTrigger'), node('Call', 'httpRequest', { url: shop }));
    await page.goto(`${server.url}/workflows/${made.id}?node=Call`);
    const picker = page.getByRole('combobox', { name: 'Credential', exact: true });
    await picker.focus();
    await page.keyboard.type('ware');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => used(made.id))
      .toMatchObject([{ credentialType: 'httpHeaderAuth' }, { httpHeaderAuth: { name: 'Warehouse' } }]);
    await page.keyboard.type('Bank');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'What should the credential open?' }).getByRole('searchbox').waitFor();
    await page.keyboard.type('bearer');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /Bearer auth$/ });
    const name = dialog.getByLabel('Name', { exact: true }).first();
    await expect.poll(() => name.inputValue()).toBe('Bank');
    await dialog.getByRole('textbox', { name: 'Token' }).focus();
    await page.keyboard.type('t-1');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(() => used(made.id))
      .toMatchObject([{ credentialType: 'httpBearerAuth' }, { httpBearerAuth: { name: 'Bank' } }]);
    await picker.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => used(made.id)).toEqual([{ url: shop }, undefined]);
    await ada.call('DELETE', `workflows/${made.id}`);
    await ada.call('DELETE', `credentials/${(await stored('Bank')).id}`);
  });

  it('are tested as they are typed, and nothing of it is saved', async () => {
    await page.goto(`${server.url}/credentials?new=oAuth2Api`);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Access token URL').fill(`${shop}/token`);
    await dialog.getByLabel('Client ID', { exact: true }).fill('shop');
    await dialog.getByRole('textbox', { name: 'Client secret' }).fill('wrong');
    await dialog.getByRole('button', { name: 'Test' }).click();
    await dialog.getByText(/gave no token.*Nothing is saved yet\./).waitFor();
    expect(await stored('OAuth2')).toBeUndefined();
    await dialog.getByRole('textbox', { name: 'Client secret' }).fill('right');
    await dialog.getByRole('button', { name: 'Test' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByText(/It gave a token.*Nothing is saved yet\./).waitFor();
    expect(await stored('OAuth2')).toBeUndefined();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('row').filter({ hasText: 'OAuth2' });
    await row.getByText('Works', { exact: true }).waitFor();
    await row.getByText('by a test').waitFor();
    for (const name of ['OAuth2', 'Shop']) await ada.call('DELETE', `credentials/${(await stored(name)).id}`);
  });

  it('say which workflows use them before they are deleted', async () => {
    const { id } = await stored('Warehouse');
    const credentials = { httpHeaderAuth: { id, name: 'Warehouse' } };
    await saved(ada, 'Nightly orders', node('Call', 'httpRequest', {}, { credentials }));
    await page.goto(`${server.url}/credentials`);
    await menuOf('Warehouse', 'Delete');
    const question = page.getByRole('alertdialog');
    await question.getByText('1 workflow uses it').waitFor();
    await question.getByText('Nightly orders').waitFor();
    await question.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No credentials yet').waitFor();
    expect(await stored('Warehouse')).toBeUndefined();
    expect(at.complaints).toEqual([]);
  });
});
