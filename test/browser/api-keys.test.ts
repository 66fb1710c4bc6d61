import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { brokenRules } from './support/axe.js';
import { hasChromium, openChromium } from './support/chromium.js';

let server: TestServer;
let browser: Browser;
let owner: TestPerson;

async function signedIn(viewport: { width: number; height: number }, locale = 'en-GB'): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale });
  const data = { email: owner.email, password: TEST_PASSWORD };
  await context.request.post(`${server.url}/api/v1/auth/login`, { data });
  return context;
}
/** Picks in one of the app's own lists of choices. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}
const keys = async () => (await owner.call('GET', 'api-keys')).body.items;

describe.skipIf(!hasChromium)('the page of API keys', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    owner = await server.person('Ada');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it.each([
    ['a desk', { width: 1280, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ])('makes a key of a few permissions, from a few addresses, on %s', async (where, viewport) => {
    const context = await signedIn(viewport);
    const page = await context.newPage();
    await page.goto(`${server.url}/settings/api-keys`);
    await page.getByRole('button', { name: 'New key' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(`Sync on ${where}`);
    await choose(page, 'May do', 'Only what you pick');
    await dialog.getByRole('button', { name: 'Make key' }).click();
    await dialog.getByText('Pick at least one permission.').waitFor();
    await dialog.getByLabel('See workflows').check();
    await dialog.getByLabel('Run workflows').check();
    await dialog.getByLabel('Allowed addresses').fill('192.0.2.0/24\nnonsense');
    expect(await brokenRules(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Make key' }).click();
    await dialog.getByText("'nonsense' is neither an IP address nor a CIDR block").waitFor();
    await dialog.getByLabel('Allowed addresses').fill('192.0.2.0/24');
    await dialog.getByRole('button', { name: 'Make key' }).click();
    await dialog.getByLabel('Key', { exact: true }).waitFor();
    expect((await keys())[0]).toMatchObject({
      name: `Sync on ${where}`,
      permissions: ['workflows.read', 'workflows.run'],
      addresses: ['192.0.2.0/24'],
    });
    await dialog.getByText('Close', { exact: true }).click();
    await page.getByText('only from 192.0.2.0/24').and(page.locator(':visible')).first().waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await context.close();
  });

  it('tells in words what happened, in German too, and by area', async () => {
    const context = await signedIn({ width: 1280, height: 900 }, 'de-DE');
    const page = await context.newPage();
    await page.goto(`${server.url}/settings/audit`);
    const table = page.getByRole('table');
    await table.getByText('hat sich angemeldet').first().waitFor();
    await choose(page, 'Bereich', 'Schlüssel für Programme');
    await table.getByText('hat einen API-Schlüssel erstellt').first().waitFor();
    await table.getByText('hat sich angemeldet').first().waitFor({ state: 'detached' });
    await context.close();
  });
});
