import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { CanvasHand, sketched } from './support/canvas.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Workflows that lie on the web: imported by their address, with a report by what is missing; publishing says the same. */
let there: Server;
let address: string;
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const n8n = (name: string, type: string, x: number) => ({
  id: name,
  name,
  type: `n8n-nodes-base.${type}`,
  typeVersion: 1,
  position: [x, 0],
  parameters: {},
});
const FLOW = JSON.stringify({
  workflow: {
    name: 'From the web',
    nodes: [n8n('Hook', 'webhook', 0), n8n('Ask', 'gmail', 220), n8n('Tell', 'gmail', 440), n8n('Note', 'notion', 660)],
    connections: {},
  },
});

describe.skipIf(!hasChromium)('workflows on the web', () => {
  beforeAll(async () => {
    there = createServer((_, answer) => answer.end(FLOW));
    await new Promise<void>((done) => there.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(there.address() as AddressInfo).port}/flow.json`;
    server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
    browser = await openChromium();
    ada = await server.person('Ada');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
    there?.close();
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
  });
  afterEach(() => leaveInPeace(at));

  it('are imported by their address, and told of by what is missing; publishing says the same', async () => {
    await page.goto(`${server.url}/workflows`);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(address);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    const missing = page.getByRole('region', { name: '3 nodes are not available here' });
    await missing.waitFor();
    expect(await missing.locator('dt').allInnerTexts()).toEqual(['Gmail × 2', 'Notion']);
    await missing.getByText('A run stops at each of them.').waitFor();
    await page.getByRole('link', { name: /Open/ }).click();

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await missing.waitFor();
    expect(await missing.locator('dt').allInnerTexts()).toEqual(['Gmail × 2', 'Notion']);
    await missing.getByRole('button', { name: 'Tell' }).click();
    await page.getByRole('complementary').getByText('Gmail: not available').waitFor();
  });

  it('are pasted into a canvas by their address', async () => {
    const hand = new CanvasHand(page, ada);
    const id = await sketched(ada, 'Paste', { nodes: { Start: { type: 'manualTrigger', at: [0, 0] } } });
    await hand.open(server.url, id);
    await hand.canvas().focus();
    await page.evaluate((text) => {
      const { document, DataTransfer, ClipboardEvent } = globalThis as never as PageGlobals;
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, address);
    await page.getByRole('dialog').getByText('Gmail × 2').waitFor();
    await hand.saved(async () => (await hand.document()).nodes.map(({ name }) => name)).toContain('Tell');
  });
});

interface PageGlobals {
  document: { dispatchEvent(event: unknown): void };
  DataTransfer: new () => { setData(type: string, text: string): void };
  ClipboardEvent: new (name: string, options: object) => unknown;
}
