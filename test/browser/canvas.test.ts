// The editor's canvas in a real browser: draw by keys, save, publish, bring two people's changes together, lose nothing.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { signedIn } from './support/signed-in.js';

const node = (id: string, name: string, type: string, x: number) => ({
  id,
  name,
  type,
  version: 1,
  position: [x, 0],
  parameters: {},
});
const document = {
  formatVersion: 1,
  name: 'Canvas',
  settings: {},
  nodes: [node('start', 'Start', 'manualTrigger', 0), node('last', 'Last', 'noOperation', 240)],
  edges: [{ kind: 'main', from: { node: 'start' }, to: { node: 'last' } }],
};

describe.skipIf(!hasChromium)('the canvas', { timeout: 40_000 }, () => {
  let server: TestServer;
  let person: TestPerson;
  let browser: Browser;
  let page: Page;
  let id: string;
  const stored = async () => (await person.call('GET', `workflows/${id}`)).body;
  const saved = (what: (workflow: Awaited<ReturnType<typeof stored>>) => boolean) =>
    expect.poll(async () => what(await stored()), { timeout: 10_000 }).toBe(true);

  beforeAll(async () => {
    server = await testServer();
    person = await server.person('Ada');
    browser = await openChromium();
    const { context } = await signedIn(browser, server, person);
    page = await context.newPage();
    id = (await person.call('POST', 'workflows', document)).body.id;
    await page.goto(`${server.url}/workflows/${id}`);
    await page.waitForSelector('#node-last');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('adds, renames and connects by keys alone, and saves it', async () => {
    await page.focus('[role=application]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('n');
    await page.getByRole('combobox', { name: 'Add a node' }).fill('limit');
    await page.keyboard.press('Enter');
    await saved(({ nodes, edges }) => nodes.length === 3 && edges.length === 2);
    await page.keyboard.press('F2');
    await page.keyboard.type('First few');
    await page.keyboard.press('Enter');
    await saved(({ nodes }) => nodes.some(({ name }: { name: string }) => name === 'First few'));
    await page.keyboard.press('Control+z');
    await saved(({ nodes }) => nodes.some(({ name }: { name: string }) => name === 'Limit'));
  });

  it('publishes with what it changes', async () => {
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText(/Live · version/).waitFor();
    expect((await stored()).active).toBe(true);
  });

  it('brings together what two people changed', async () => {
    const theirs = await stored();
    theirs.nodes[0].name = 'Begin';
    expect((await person.call('PUT', `workflows/${id}`, theirs)).status).toBe(200);
    await page.locator('#node-last').click();
    await page.keyboard.press('d');
    await page.getByRole('button', { name: 'Bring both together' }).click();
    await saved(
      ({ nodes }) => nodes[0].name === 'Begin' && nodes.some(({ disabled }: { disabled?: boolean }) => disabled),
    );
  });
});
