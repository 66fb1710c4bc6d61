import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** Keys, the audit, the system's state, and what is said in passing. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const focused = (what: string) => page.evaluate(`document.activeElement?.${what}`);

describe.skipIf(!hasChromium)('settings for those who run it', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { locale: 'en-GB', acceptDownloads: true });
    ({ page } = at);
    await page.addInitScript({ content: `localStorage.setItem('tourDone', 'true')` });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('an API key works until it is deleted, and its dialogs give the focus back', async () => {
    await page.goto(`${server.url}/settings/api-keys`);
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Sync');
    await page.getByRole('button', { name: 'Make key' }).click();
    const key = await page.getByRole('dialog').getByLabel('Key', { exact: true }).inputValue();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => focused('textContent')).toBe('New key');
    expect((await server.as(key)('GET', 'workflows')).status).toBe(200);
    await page.getByRole('row').filter({ hasText: 'Sync' }).getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No keys yet').waitFor();
    expect((await server.as(key)('GET', 'workflows')).status).toBe(401);
  });

  it('the audit is searched in words, and handed out as a file of what was found', async () => {
    await page.goto(`${server.url}/settings/audit`);
    const rows = page.getByRole('table').getByRole('row');
    await rows.filter({ hasText: 'deleted an API key' }).waitFor();
    await page.getByRole('searchbox').fill('who:ada action:apiKey.created');
    await rows.filter({ hasText: 'deleted an API key' }).waitFor({ state: 'detached' });
    await expect.poll(() => rows.filter({ hasText: 'made an API key' }).count()).toBe(1);
    expect(page.url()).toContain('q=');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('audit.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('apiKey.created');
  });

  it('tells how the server is, and which version it has', async () => {
    await page.goto(`${server.url}/settings/health`);
    await page.getByText('All well').waitFor();
    await page.getByText('This server').waitFor();
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    await page.goto(`${server.url}/settings/about`);
    await page.getByText(`Version ${version}`).waitFor();
  });

  it('Esc closes the dialog, not what is said in passing; from there it closes that alone', async () => {
    await page.goto(`${server.url}/settings/profile`);
    await page.getByRole('button', { name: 'Save' }).first().click();
    const notice = page.getByText('Saved.', { exact: true });
    await notice.waitFor();
    await page.keyboard.press('F8');
    await expect.poll(() => focused('ariaLabel')).toBe('Close');
    await page.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
    await expect.poll(() => focused('textContent')).toBe('Save');
    await page.keyboard.press('Enter');
    await notice.waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await notice.isVisible()).toBe(true);
    await expect.poll(() => focused('textContent')).toBe('Save');
  });

  it('one of many workflows is found by typing, with the keyboard alone', async () => {
    const empty = { nodes: [], edges: [], settings: {} };
    const called = {
      id: 'c',
      name: 'Called',
      type: 'subworkflowTrigger',
      version: 1,
      position: [0, 0],
      parameters: {},
    };
    for (const name of ['Count the stock', 'Order paper', 'Pay the bills']) {
      await ada.call('POST', 'workflows', { ...empty, name, nodes: [called] });
    }
    const start = { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
    const call = { id: 'b', name: 'Call', type: 'executeSubworkflow', version: 1, position: [240, 0] };
    const nodes = [start, { ...call, parameters: { from: 'stored' } }];
    const { body } = await ada.call('POST', 'workflows', { ...empty, name: 'Caller', nodes });
    await page.goto(`${server.url}/workflows/${body.id}`);
    await page.locator('.react-flow__node', { hasText: 'Call' }).click();
    const box = page.getByRole('combobox', { name: 'Workflow to run' });
    await box.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Count the stock' }).waitFor();
    await page.keyboard.type('bills');
    await page.getByRole('option', { name: 'Count the stock' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await expect.poll(() => box.inputValue()).toBe('Pay the bills');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe('Pay the bills');
    expect(await box.isVisible()).toBe(true);
  });
});
