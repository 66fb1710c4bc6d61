import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** What a person does with their account and their tenants: each test is a person of their own. */
const NEW_PASSWORD = 'four words are good';

let server: TestServer;
let browser: Browser;
const open: PersonAt[] = [];

async function sit(person: TestPerson, path: string): Promise<PersonAt> {
  const at = await personAt(browser, server, person, { locale: 'en-GB' });
  open.push(at);
  await at.page.goto(server.url + path);
  return at;
}
const login = (email: string, password: string) => server.call('POST', 'auth/login', { email, password });
/** A link as the server knows itself, at the address under which it is tested. */
const here = (link: string) => link.replace(/^https?:\/\/[^/]+/, server.url);
const tokenOf = (link: string) => new URL(link).hash.replace('#token=', '');
/** Makes the other a member of the first one's tenant. */
async function join(owner: TestPerson, other: TestPerson, role: string): Promise<void> {
  const { body } = await owner.call('POST', 'invitations', { role });
  expect((await other.call('POST', 'invitations/accept', { token: tokenOf(body.link) })).status).toBe(200);
}

describe.skipIf(!hasChromium)('account and tenants', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer({ REGISTRATION: 'open' }), openChromium()]);
  });
  afterAll(async () => {
    await Promise.all(open.map((each) => each.close()));
    await browser?.close();
    await server?.drop();
  });

  it('a password is changed by who knows it, and ends the sessions elsewhere', async () => {
    const ada = await server.person('Ada');
    const { page } = await sit(ada, '/settings/profile');
    await page.getByLabel('Current password').fill('not this one');
    await page.getByLabel('New password').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByRole('alert').first().waitFor();
    expect((await login(ada.email, TEST_PASSWORD)).status).toBe(200);
    await page.getByLabel('Current password').fill(TEST_PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('The password is changed.').waitFor();
    expect(await page.getByLabel('New password').inputValue()).toBe('');
    expect((await login(ada.email, TEST_PASSWORD)).status).toBe(401);
    expect((await login(ada.email, NEW_PASSWORD)).status).toBe(200);
    expect((await ada.call('GET', 'users/me')).status).toBe(401);
    await page.reload();
    await page.getByLabel('Current password').waitFor();
  });

  it('a forgotten password is replaced by a one-time link that an admin makes', async () => {
    const owner = await server.person('Ada');
    const member = { name: 'Grace', email: `grace.${process.pid}@example.com`, password: TEST_PASSWORD };
    const invitation = tokenOf((await owner.call('POST', 'invitations', { role: 'editor' })).body.link);
    expect((await server.call('POST', 'auth/register', { ...member, invitation })).status).toBe(201);
    const { page } = await sit(owner, '/settings/members');
    await page.getByRole('row').filter({ hasText: 'Grace' }).getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Make a link for a new password' }).click();
    const link = here(await page.getByRole('dialog').getByLabel('Link').inputValue());
    const context = await browser.newContext({ locale: 'en-GB' });
    const theirs = await context.newPage();
    await theirs.goto(link);
    await theirs.getByLabel('New password').fill(NEW_PASSWORD);
    await theirs.getByRole('button', { name: 'Set the password' }).click();
    await theirs.getByRole('heading', { name: 'The password is changed' }).waitFor();
    expect(theirs.url()).not.toContain('token');
    expect((await login(member.email, NEW_PASSWORD)).status).toBe(200);
    await theirs.goto(link);
    await theirs.reload();
    await theirs.getByLabel('New password').fill('another good password');
    await theirs.getByRole('button', { name: 'Set the password' }).click();
    await theirs.getByRole('alert').waitFor();
    expect((await login(member.email, NEW_PASSWORD)).status).toBe(200);
    await context.close();
  });

  it('somebody new joins by an invitation to their address, and is removed again', async () => {
    const owner = await server.person('Ada');
    const { page } = await sit(owner, '/settings/members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    const email = `joan.${process.pid}@example.com`;
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: /^Viewer/ }).click();
    await page.getByRole('button', { name: 'Make link' }).click();
    const link = here(await page.getByRole('dialog').getByLabel('Link').inputValue());
    await page.keyboard.press('Escape');
    await page.getByText(email).waitFor();
    const context = await browser.newContext({ locale: 'en-GB' });
    const theirs = await context.newPage();
    await theirs.goto(link);
    await theirs.getByRole('heading', { name: /^You are invited to Ada/ }).waitFor();
    await theirs.getByText('Ada invites you to work there in the role of Viewer.').waitFor();
    await theirs.getByLabel('Your name').fill('Joan');
    await theirs.getByLabel('E-mail address').fill(email);
    await theirs.getByLabel('Password', { exact: true }).fill(NEW_PASSWORD);
    await theirs.getByRole('button', { name: 'Make the account and join' }).click();
    await theirs.waitForURL(/workflows/);
    await page.reload();
    await page.getByRole('combobox', { name: 'Role of Joan' }).waitFor();
    await page.getByText('There are none.').waitFor();
    await page.getByRole('row').filter({ hasText: 'Joan' }).getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Remove from the tenant' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove from the tenant' }).click();
    await page.getByRole('row').filter({ hasText: 'Joan' }).waitFor({ state: 'detached' });
    await context.close();
  });

  it('an invitation that was withdrawn lets nobody in', async () => {
    const [owner, guest] = [await server.person('Ada'), await server.person('Grace')];
    const { body } = await owner.call('POST', 'invitations', { role: 'viewer' });
    const { page } = await sit(owner, '/settings/members');
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByText('There are none.').waitFor();
    const theirs = (await sit(guest, here(body.link).slice(server.url.length))).page;
    await theirs.getByRole('heading', { name: 'This invitation is not good any more' }).waitFor();
    expect(await theirs.getByRole('button', { name: 'Join', exact: true }).count()).toBe(0);
  });

  it('a member of two tenants switches between them, and leaves one', async () => {
    const [owner, member] = [await server.person('Ada'), await server.person('Grace')];
    await join(owner, member, 'editor');
    await owner.call('POST', 'workflows', { name: 'Of Ada', nodes: [], edges: [], settings: {} });
    await member.call('POST', 'workflows', { name: 'Of Grace', nodes: [], edges: [], settings: {} });
    const { page } = await sit(member, '/workflows');
    const switched = async () => {
      await page.getByRole('button', { name: /^Account: Grace/ }).click();
      const others = page.getByRole('menuitemcheckbox', { name: /Ada|Grace/, checked: false });
      await others.click();
      await page.getByText(/You are in the tenant .* now/).waitFor();
    };
    await page
      .getByText(/^Of (Ada|Grace)$/)
      .first()
      .waitFor();
    if (await page.getByText('Of Ada').first().isVisible()) await switched();
    await page.getByText('Of Grace').first().waitFor();
    await page.reload();
    await page.getByText('Of Grace').first().waitFor();
    await switched();
    await page.getByText('Of Ada').first().waitFor();
    expect(await page.getByText('Of Grace').count()).toBe(0);
    await page.goto(`${server.url}/settings/tenant`);
    await page.getByRole('button', { name: 'Leave tenant' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave tenant' }).click();
    await page.waitForURL(/sign-in/);
    const { items } = (await owner.call('GET', 'tenants/current/members')).body;
    expect(items.map((each: { name: string }) => each.name)).toEqual(['Ada']);
  });

  it('the last owner can’t leave, but can delete the tenant by typing its short name', async () => {
    const owner = await server.person('Ada');
    const { page } = await sit(owner, '/settings/tenant');
    const slug = await page.getByLabel('Short name').inputValue();
    await page.getByRole('button', { name: 'Leave tenant' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Leave tenant' }).click();
    await page.getByRole('button', { name: 'Delete tenant' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('not it');
    await dialog.getByRole('button', { name: 'Delete tenant' }).click();
    await dialog.getByText(`Type exactly ${slug}.`).waitFor();
    await dialog.getByRole('textbox').fill(slug);
    await dialog.getByRole('button', { name: 'Delete tenant' }).click();
    await page.waitForURL(/sign-in/);
    expect((await owner.call('GET', 'tenants/current')).status).toBeGreaterThanOrEqual(400);
  });
});
