import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

/** Publishes a workflow, then may change its draft. */
async function live(document: object, change?: (draft: { nodes: { parameters: object }[] }) => void): Promise<string> {
  const { body } = await ada.call('POST', 'workflows', document);
  expect((await ada.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  if (change) {
    const { body: draft } = await ada.call('GET', `workflows/${body.id}`);
    change(draft);
    expect((await ada.call('PUT', `workflows/${body.id}`, draft)).status).toBe(200);
  }
  return body.id;
}
const openCall = async (name: string) => {
  await page.goto(`${server.url}/settings/webhooks`);
  await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: 'Send a test call' }).click();
  return page.getByRole('dialog');
};
const lastNode = { responseMode: 'lastNode', methods: ['POST'] };

describe.skipIf(!hasChromium)('a webhook’s test call', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { locale: 'en-GB' });
    ({ page } = at);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('shows the answer with its headers and time, what was sent, and the execution', async () => {
    await live(workflow('Orders', [nodes.webhook('orders/:id', lastNode)]));
    const dialog = await openCall('Orders');
    await dialog.getByLabel('“id” in the address').fill('7 ü');
    await dialog.getByLabel('Query').fill('page=2');
    await dialog.getByLabel('Headers').fill('X-Shop: north');
    await dialog.getByLabel('Body').fill('{"total": 12}');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Answered 200').waitFor();
    const answer = JSON.parse((await dialog.locator('pre').first().textContent()) ?? '');
    expect(answer).toMatchObject({ params: { id: '7 ü' }, query: { page: '2' }, body: { total: 12 } });
    expect(answer.headers['x-shop']).toBe('north');
    expect(await dialog.getByText(/\d+ ms · /).count()).toBe(1);
    await dialog.getByRole('tab', { name: 'Headers' }).click();
    await dialog.getByText('content-type', { exact: true }).waitFor();
    await dialog.getByRole('tab', { name: 'Request' }).click();
    await dialog.getByText(/^POST \/webhook-test\/.*\/orders\/7%20%C3%BC\?page=2$/).waitFor();
    await dialog.getByRole('link', { name: 'Open execution' }).click();
    await page.waitForURL(/\/executions\//);
  });

  it('calls the same node at the path that its draft has now, and never another one', async () => {
    const both = [nodes.webhook('first', lastNode), { ...nodes.webhook('second', lastNode), name: 'Second' }];
    await live({ ...workflow('Twins', both), edges: [] }, (draft) => {
      Object.assign(draft.nodes[1]?.parameters ?? {}, { path: 'moved' });
    });
    await page.goto(`${server.url}/settings/webhooks`);
    const second = page.getByRole('row').filter({ hasText: '/webhook/second' });
    await second.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Send a test call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('Answered 200').waitFor();
    expect(await dialog.getByText('/webhook-test/moved').first().isVisible()).toBe(true);
  });

  it('says that the draft has the webhook no more, and leaves nothing listening', async () => {
    const id = await live(workflow('Gone', [nodes.webhook('gone', { methods: ['POST'] })]), (draft) => {
      Object.assign(draft.nodes[0]?.parameters ?? {}, { methods: ['PUT'] });
    });
    const dialog = await openCall('Gone');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.getByText('no longer has this webhook for POST').waitFor();
    await expect.poll(async () => (await server.call('PUT', '/webhook-test/gone', {})).status).toBe(404);
    expect((await ada.call('GET', `executions?workflowId=${id}`)).body.items).toEqual([]);
  });
});
