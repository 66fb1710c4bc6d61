import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { CanvasHand } from './support/canvas.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** What runs but hardly as it was meant is said at the node and when it is published, and stops nothing. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

describe.skipIf(!hasChromium)('warnings', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada);
    ({ page } = at);
  });
  afterAll(async () => {
    const complaints = at?.complaints;
    await at?.close();
    await browser?.close();
    await server?.drop();
    expect(complaints).toEqual([]);
  });

  it('are seen at their node and before it goes live', async () => {
    const node = (name: string, type: string, y: number, parameters: object = {}) => ({
      id: name,
      name,
      type,
      version: 1,
      position: [0, y],
      parameters,
    });
    const hook = { path: 'warned', responseMode: 'responseNode', methods: ['POST'] };
    const nodes = [node('Hook', 'webhookTrigger', 0, hook), node('Lost', 'noOperation', 160)];
    const made = await ada.call('POST', 'workflows', { formatVersion: 1, name: 'W', settings: {}, nodes, edges: [] });
    expect(made.status).toBe(201);
    const { body } = await ada.call('POST', 'workflows/validate', { document: made.body });
    expect(body.ready).toBe(true);
    expect(body.items.map(({ rule, node: of }: { rule: string; node: string }) => [rule, of])).toEqual([
      ['flow.unreached', 'Lost'],
      ['flow.responseMissing', 'Hook'],
    ]);

    const hand = new CanvasHand(page, ada);
    await hand.open(server.url, made.body.id);
    await hand.node('Lost').click();
    const warnings = page.getByRole('region', { name: 'Worth a look' });
    await warnings.getByText('No trigger leads here, so that it never runs.').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It waits for a node that answers the call, but no such node lies behind it.').waitFor();
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const { body: live } = await ada.call('GET', `workflows/${made.body.id}`);
    expect(live.activeVersion).not.toBeNull();
  });
});
