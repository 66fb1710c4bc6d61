import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Parameters with parts are filled in by forms, and what is filled in is what runs. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
/** A service that gives its orders page by page. */
let service: Server;
let asked: string[];

const node = (id: string, type: string, x: number, parameters: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [x, 0],
  parameters,
});
const serviceUrl = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}`;

async function opened(parameters: object): Promise<string> {
  const made = await ada.call('POST', 'workflows', {
    name: 'Orders',
    settings: {},
    nodes: [node('start', 'manualTrigger', 0), node('ask', 'httpRequest', 300, parameters)],
    edges: [{ kind: 'main', from: { node: 'start' }, to: { node: 'ask' } }],
  });
  expect(made.status).toBe(201);
  at = await personAt(browser, server, ada);
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${made.body.id}?node=ask`);
  return made.body.id as string;
}
const askOf = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body.nodes[1].parameters;

describe.skipIf(!hasChromium)('forms of a node', () => {
  beforeAll(async () => {
    service = createServer(({ url = '/' }, response) => {
      asked.push(url);
      const at = Number(new URL(url, 'http://x').searchParams.get('page') ?? 1);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(at > 3 ? [] : [{ order: `of page ${at}` }]));
    });
    await new Promise<void>((ready) => service.listen(0, '127.0.0.1', ready));
    browser = await openChromium();
    server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
    ada = await server.person('Ada');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
    service.close();
  });
  afterEach(() => leaveInPeace(at));

  it('fills paging in, and the run pages', async () => {
    asked = [];
    const id = await opened({ url: `${serviceUrl()}/orders` });
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('combobox', { name: 'Pages' }).click();
    await page.getByRole('option', { name: /^Change a parameter for each page/ }).click();
    await sheet.getByRole('button', { name: 'Add parameter' }).click();
    await sheet.getByRole('textbox', { name: 'Parameter name' }).fill('page');
    await sheet.getByRole('textbox', { name: 'Value', exact: true }).fill('{{ $pageCount + 1 }}');
    await sheet.getByText(/it sees \$response, \$request, \$pageCount too/).waitFor();
    await expect
      .poll(async () => (await askOf(id)).pagination)
      .toEqual({ mode: 'parameter', parameters: [{ name: 'page', value: '={{ $pageCount + 1 }}' }] });
    await page.keyboard.press('Control+Enter');
    await sheet.getByRole('cell', { name: 'of page 3' }).waitFor();
    expect(asked).toEqual([1, 2, 3, 4].map((each) => `/orders?page=${each}`));
  });

  it('shows how older versions behaved only where an import has set it', async () => {
    const made = await ada.call('POST', 'workflows', {
      name: 'Older',
      settings: {},
      nodes: [node('now', 'summarize', 0), node('before', 'summarize', 300, { compat: { requireField: true } })],
      edges: [],
    });
    at = await personAt(browser, server, ada);
    ({ page } = at);
    const older = page.getByRole('dialog').getByText('Behaviour of older versions');
    await page.goto(`${server.url}/workflows/${made.body.id}?node=before`);
    await older.waitFor();
    await page.goto(`${server.url}/workflows/${made.body.id}?node=now`);
    await page.getByRole('dialog').getByText('Options').first().waitFor();
    expect(await older.count()).toBe(0);
  });

  it('shows paging that was once saved as JSON text, and saves it as what it is', async () => {
    asked = [];
    const paging = { mode: 'parameter', parameters: [{ in: 'query', name: 'page', value: '={{ $pageCount + 1 }}' }] };
    const id = await opened({ url: `${serviceUrl()}/orders`, pagination: JSON.stringify(paging) });
    const sheet = page.getByRole('dialog');
    expect(await sheet.getByRole('textbox', { name: 'Parameter name' }).inputValue()).toBe('page');
    await sheet.getByRole('textbox', { name: 'Pages at most' }).fill('2');
    await expect.poll(async () => (await askOf(id)).pagination).toEqual({ ...paging, maxRequests: 2 });
    await page.keyboard.press('Control+Enter');
    await sheet.getByRole('cell', { name: 'of page 2' }).waitFor();
    expect(asked).toHaveLength(2);
  });
});
