import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** The list of executions while things run: no row moves before the reader asks for what is new. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let workflowId: string;
let at: PersonAt;
const PATIENCE = { timeout: 20_000 };

const run = async () => (await ada.call('POST', `workflows/${workflowId}/run`, { wait: true })).body.id as string;
const rows = () =>
  at.page.locator('tbody tr[data-row]').evaluateAll((all) => all.map((row) => row.getAttribute('data-row')));

describe.skipIf(!hasChromium)('executions that come while the list is read', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    const nodes = [{ id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }];
    const document = { formatVersion: 1, name: 'Busy', nodes, edges: [], settings: {} };
    workflowId = (await ada.call('POST', 'workflows', document)).body.id;
    at = await personAt(browser, server, ada);
  });
  afterAll(async () => {
    await at?.close();
    await browser?.close();
    await server?.drop();
  });

  it('are there by themselves while the list is empty', async () => {
    await at.page.goto(`${server.url}/executions`);
    await at.page.getByText('Nothing has run yet').waitFor();
    const first = await run();
    await expect.poll(rows, PATIENCE).toEqual([first]);
  });

  it('are counted, move no row, and come in when they are asked for', async () => {
    const before = await rows();
    const place = () => at.page.locator('tbody tr[data-row]').first().boundingBox();
    const was = await place();
    const fresh = [await run(), await run(), await run()].reverse();
    const button = at.page.getByRole('button', { name: '3 new' });
    await button.waitFor(PATIENCE);
    expect(await rows()).toEqual(before);
    expect(await place()).toEqual(was);
    await button.click();
    await expect.poll(rows, PATIENCE).toEqual([...fresh, ...before]);
    await button.waitFor({ state: 'detached' });
    expect(at.complaints).toEqual([]);
  });

  it('only count where they fit what is searched', async () => {
    await at.page.getByLabel('Search executions').fill('status:error');
    await at.page.getByText('No execution fits').waitFor();
    await at.page.goto(`${server.url}/executions?q=status%3Asuccess`);
    await expect.poll(async () => (await rows()).length, PATIENCE).toBe(4);
    const latest = await run();
    await at.page.getByRole('button', { name: '1 new' }).click(PATIENCE);
    await expect.poll(async () => (await rows())[0], PATIENCE).toBe(latest);
  });

  it('what was deleted elsewhere leaves the list', async () => {
    const [newest, ...others] = (await rows()) as string[];
    await ada.call('POST', 'executions/bulk', { action: 'delete', ids: [newest] });
    await expect.poll(rows, PATIENCE).toEqual(others);
  });
});
