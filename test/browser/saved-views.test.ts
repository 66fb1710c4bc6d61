import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { type PersonAt, PHONE, personAt } from './support/person-at.js';

/** What follows a person to another browser: views, colours, language; and what a tenant shares. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
const open: PersonAt[] = [];
const PATIENCE = { timeout: 20_000 };
const sit = async (person: TestPerson, options = {}): Promise<Page> => {
  const at = await personAt(browser, server, person, options);
  open.push(at);
  return at.page;
};

async function member(role: string): Promise<TestPerson> {
  const guest = await server.person(role);
  const { token } = (await ada.call('POST', 'invitations', { role })).body;
  await guest.call('POST', 'invitations/accept', { token });
  // Where the next sign-in leads.
  await guest.call('POST', 'auth/switch', { tenantId: ada.tenantId });
  return guest;
}

const views = (page: Page) => page.getByRole('button', { name: /^Saved views/ });
/** What a menu offers: to be done, or to be chosen. */
const item = (page: Page, name?: string) =>
  page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name }));
const openMenu = async (page: Page) => {
  await views(page).click();
  await page.getByRole('menu').waitFor();
};
const pick = async (page: Page, name: string) => {
  await openMenu(page);
  await item(page, name).click();
};
const save = async (page: Page, name: string, shared = false) => {
  await pick(page, 'Save this view…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  if (shared) await dialog.getByRole('switch').click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
};
const namesIn = async (page: Page) => {
  await openMenu(page);
  // The views are there, or it is said that there are none.
  await page
    .getByRole('menu')
    .getByText(/My views|Shared by others|No saved views yet/)
    .first()
    .waitFor();
  const names = await item(page).allInnerTexts();
  await page.keyboard.press('Escape');
  return names.map((name) => name.replace('✓', '').trim());
};
const html = (page: Page, attribute: string) => page.locator('html').getAttribute(attribute);
const goTo = async (page: Page, path: string) => {
  await page.goto(server.url + path);
  await page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
};

describe.skipIf(!hasChromium)('what follows a person', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(async () => {
    for (const at of open.splice(0)) {
      expect(at.complaints).toEqual([]);
      await at.close();
    }
  });

  it('a view of executions is saved, marked, and found in another browser', async () => {
    const page = await sit(ada);
    await goTo(page, '/executions?q=status%3Aerror');
    await save(page, 'Failed');
    await page.getByRole('button', { name: 'Saved views: Failed' }).waitFor();

    const other = await sit(ada, { viewport: PHONE });
    await goTo(other, '/executions');
    await pick(other, 'Failed');
    await other.waitForURL(/q=status/);
    await other.getByRole('button', { name: 'Saved views: Failed' }).waitFor();
    expect(await other.getByRole('searchbox').or(other.getByLabel('Search executions')).first().inputValue()).toBe(
      'status:error',
    );
    await openMenu(other);
    expect(await item(other, 'Failed').getAttribute('aria-checked')).toBe('true');
  });

  it('a view is changed to what is searched now, renamed and deleted', async () => {
    const page = await sit(ada);
    await goTo(page, '/credentials?q=first');
    await save(page, 'Mine');
    await page.getByLabel('Search credentials').fill('second');
    await page.waitForURL(/q=second/);
    await pick(page, 'Save the change to Mine');
    await page.getByRole('button', { name: 'Saved views: Mine' }).waitFor();
    expect((await ada.call('GET', 'views?list=credentials')).body.items).toMatchObject([
      { name: 'Mine', query: 'q=second', shared: false },
    ]);

    await pick(page, 'Manage views…');
    await page.getByRole('button', { name: 'Edit Mine' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Ours');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Delete Ours' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete view' }).click();
    await page.getByRole('dialog').getByText('No saved views yet').waitFor();
    await page.keyboard.press('Escape');
    expect(await namesIn(page)).toEqual(['Save this view…']);
    expect((await ada.call('GET', 'views?list=credentials')).body.items).toEqual([]);
  });

  it('a name that is taken is told in the dialog, and nothing typed is lost', async () => {
    await ada.call('POST', 'views', { list: 'workflows', name: 'Taken', query: 'q=a' });
    const page = await sit(ada);
    await goTo(page, '/workflows?q=b');
    await pick(page, 'Save this view…');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Taken');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('There is a view of this name').waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Taken');
    // The browser notes the refused call by itself.
    open.at(-1)?.complaints.splice(0);
  });

  it('a shared view is seen by another member, who may not change it, and by no other tenant', async () => {
    const [viewer, stranger] = [await member('viewer'), await server.person('Stranger')];
    const page = await sit(ada);
    await goTo(page, '/executions?q=mode%3Awebhook');
    await save(page, 'Everybody’s', true);

    const theirs = await sit(viewer);
    await goTo(theirs, '/executions');
    expect(await namesIn(theirs)).toContain('Everybody’s');
    expect(await namesIn(theirs)).not.toContain('Failed');
    await pick(theirs, 'Manage views…');
    await theirs.getByRole('dialog').getByText('Shared by Ada').waitFor();
    expect(await theirs.getByRole('button', { name: /^(Edit|Delete) Everybody/ }).count()).toBe(0);
    await theirs.keyboard.press('Escape');
    // A view of their own they may keep, to themselves.
    await goTo(theirs, '/executions?q=status%3Arunning');
    await pick(theirs, 'Save this view…');
    expect(await theirs.getByRole('switch').isDisabled()).toBe(true);
    await theirs.getByRole('dialog').getByLabel('Name').fill('Going on');
    await theirs.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await theirs.getByRole('button', { name: 'Saved views: Going on' }).waitFor();

    const strange = await sit(stranger);
    await goTo(strange, '/executions');
    expect(await namesIn(strange)).toEqual(['Save this view…']);
    expect(await namesIn(page)).not.toContain('Going on');
  });

  it('views that a browser kept by itself are carried over once', async () => {
    const bob = await server.person('Bob');
    const page = await sit(bob);
    await goTo(page, '/credentials');
    await page.evaluate(() =>
      localStorage.setItem('views.workflows', JSON.stringify([{ name: 'Old one', search: { q: 'tag:shop' } }])),
    );
    await goTo(page, '/workflows');
    await expect
      .poll(async () => (await bob.call('GET', 'views?list=workflows')).body.items, PATIENCE)
      .toMatchObject([{ name: 'Old one', query: 'q=tag%3Ashop', shared: false }]);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('views.workflows')), PATIENCE).toBe(null);
    // The menu may have been opened before the list was fetched anew.
    await expect.poll(() => namesIn(page), PATIENCE).toContain('Old one');
    await page.reload();
    expect((await namesIn(page)).filter((name) => name === 'Old one')).toHaveLength(1);
  });

  it('colours and language follow to another browser; a change there comes back', async () => {
    const eve = await server.person('Eve');
    const page = await sit(eve);
    const looks = async (of: Page) => [await html(of, 'lang'), await html(of, 'data-theme')];
    const choose = async (name: string, account = 'Account') => {
      await page.getByRole('button', { name: new RegExp(`^${account}:`) }).click();
      await item(page, name).click();
    };
    await goTo(page, '/workflows');
    await choose('Dark');
    await choose('Deutsch');
    await expect
      .poll(async () => (await eve.call('GET', 'users/me/preferences')).body, PATIENCE)
      .toEqual({ language: 'de', colours: 'dark' });

    const other = await sit(eve);
    await goTo(other, '/workflows');
    await expect.poll(() => looks(other), PATIENCE).toEqual(['de', 'dark']);
    await other.getByRole('heading', { name: 'Workflows' }).waitFor();
    await eve.call('PUT', 'users/me/preferences', { language: 'en', colours: 'light' });
    await page.reload();
    await expect.poll(() => looks(page), PATIENCE).toEqual(['en', 'light']);
  });

  it('what was chosen while the server was away is sent when the app opens next', async () => {
    const fay = await server.person('Fay');
    await fay.call('PUT', 'users/me/preferences', { language: 'en', colours: 'light' });
    const page = await sit(fay);
    await goTo(page, '/workflows');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('preferences.user')), PATIENCE).toBe(fay.userId);
    await page.route('**/users/me/preferences', (route) => route.abort());
    await page.getByRole('button', { name: /^Account:/ }).click();
    await item(page, 'Dark').click();
    await expect.poll(() => html(page, 'data-theme')).toBe('dark');
    await page.unroute('**/users/me/preferences');
    await page.reload();
    await expect
      .poll(async () => (await fay.call('GET', 'users/me/preferences')).body, PATIENCE)
      .toEqual({ language: 'en', colours: 'dark' });
    expect(await html(page, 'data-theme')).toBe('dark');
    // The browser notes the calls that did not go through by itself.
    open.at(-1)?.complaints.splice(0);
  });
});
