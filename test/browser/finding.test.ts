import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** What a person finds by what they call it, the keys, the workflow's menu, and the way back from what is not there. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
const GONE = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';

const open = async (path: string, options = {}) => {
  at = await personAt(browser, server, ada, options);
  ({ page } = at);
  await page.goto(server.url + path);
  await page.locator('h1').first().waitFor();
};
const palette = () => page.getByRole('combobox');

describe.skipIf(!hasChromium)('finding one’s way', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => at.close());

  it.each([
    ['invite', /Invite somebody/],
    ['einladen', /Invite somebody/],
    ['password', /Change your password/],
    ['passwort', /Change your password/],
    ['API token', /New API key/],
    ['dark', /Colours|Theme|Dark/],
    ['dunkel', /Dark/],
    ['time zone', /time zone/],
    ['zeitzone', /time zone/],
    ['logout', /Sign out/],
    ['losch', /Delete workflow/],
  ])('“%s” is found', async (typed, expected) => {
    const { id } = await saved(ada, 'Orders', node('Start', 'manualTrigger'));
    await open(`/workflows/${id}`);
    await page.keyboard.press('Control+k');
    await palette().fill(typed);
    const first = page.getByRole('option').first();
    await expect.poll(() => first.textContent()).toMatch(expected);
  });

  it('leads to the dialog that does it', async () => {
    await open('/executions');
    await page.keyboard.press('Control+k');
    await palette().fill('colleague');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /Invite/ }).waitFor();
    expect(page.url()).toMatch(/\/settings\/members$/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await palette().fill('passwort');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/settings\/profile$/);
    await expect.poll(() => page.evaluate('document.activeElement.autocomplete')).toBe('current-password');
  });

  it('“?” shows the keys on every page, and never where something is typed', async () => {
    const { id } = await saved(ada, 'Orders', node('Start', 'manualTrigger'));
    await open('/credentials');
    await page.getByRole('searchbox').first().press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.locator('h1').click();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('From row to row').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(`${server.url}/workflows/${id}`);
    await page.locator('.react-flow__node').waitFor();
    await page.getByRole('button', { name: 'History' }).focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  });

  it.each([
    [`/workflows/${GONE}`, 'There is no such workflow', 'All workflows'],
    ['/workflows/no-such-id', 'There is no such workflow', 'All workflows'],
    [`/executions/${GONE}`, 'There is no such execution', 'All executions'],
  ])('%s says so and leads back', async (path, title, way) => {
    await open(path);
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByRole('link', { name: way }).click();
    await page.getByRole('heading', { level: 1, name: way.slice(4), exact: false }).waitFor();
  });

  it('a workflow is duplicated, moved, unpublished and deleted from its own menu', async () => {
    const hook = node('Hook', 'webhookTrigger', { path: 'menu', methods: ['POST'] });
    const { id } = await saved(ada, 'Menu', hook);
    await ada.call('POST', `workflows/${id}/activate`, {});
    const folder = (await ada.call('POST', 'folders', { name: 'Shop' })).body.id;
    const stored = async () => (await ada.call('GET', `workflows/${id}`)).body;
    await open(`/workflows/${id}`);
    const choose = async (name: string) => {
      await page.locator('header').getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    };
    await choose('Duplicate');
    await page.getByText(/Menu \(copy\)/).waitFor();
    await choose('Move to a folder');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Shop' }).click();
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect.poll(async () => (await stored()).folderId).toBe(folder);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(async () => (await stored()).folderId).toBeNull();
    await choose('Take it offline');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it offline' }).click();
    await expect.poll(async () => (await stored()).active).toBe(false);
    await choose('Delete workflow');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete workflow' }).click();
    await page.waitForURL(/\/workflows$/);
    expect((await ada.call('GET', `workflows/${id}`)).status).toBe(404);
  });

  it('the list leads to the history and the settings of a workflow', async () => {
    await ada.call('DELETE', `workflows/${(await ada.call('GET', 'workflows')).body.items[0].id}`);
    await saved(ada, 'Of the list', node('Start', 'manualTrigger'));
    await open('/workflows?q=of%20the%20list');
    await page.getByRole('row').filter({ hasText: 'Of the list' }).getByRole('button').last().click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await page.getByRole('dialog', { name: 'History' }).waitFor();
    await expect.poll(() => page.url()).not.toContain('do=');
  });
});
