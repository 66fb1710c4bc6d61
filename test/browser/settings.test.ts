import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

const SECRET = 'k-secret-5c20e';

let server: TestServer;
let browser: Browser;
let owner: TestPerson;
let context: BrowserContext;
let page: Page;

async function signIn(person: TestPerson): Promise<BrowserContext> {
  const signed = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const { email } = person;
  await signed.request.post(`${server.url}/api/v1/auth/login`, { data: { email, password: TEST_PASSWORD } });
  return signed;
}
const open = (path: string) => page.goto(server.url + path);
describe.skipIf(!hasChromium)('credentials, schedules and settings', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    owner = await server.person('Ada');
    context = await signIn(owner);
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('a secret that was saved never comes back into the page', async () => {
    await open('/credentials?new=httpHeaderAuth');
    const dialog = page.getByRole('dialog');
    const values = { name: 'X-Key', value: SECRET };
    const { body } = await owner.call('POST', 'credentials', {
      name: 'Warehouse',
      type: 'httpHeaderAuth',
      data: values,
    });
    await dialog.waitFor();
    await open(`/credentials?open=${body.id}`);
    await dialog.getByText('Warehouse').first().waitFor();
    const shown = await page.evaluate(
      'document.body.innerHTML + [...document.querySelectorAll("input")].map((each) => each.value).join()',
    );
    expect(shown).toContain('X-Key');
    expect(shown).not.toContain(SECRET);
  });

  it('an API key is shown once', async () => {
    await open('/settings/api-keys');
    await page.getByRole('button', { name: 'New key' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Warehouse sync');
    await page.getByRole('button', { name: 'Make key' }).click();
    const key = await page.getByRole('dialog').getByLabel('Key', { exact: true }).inputValue();
    expect(key.length).toBeGreaterThan(20);
    await page.getByRole('dialog').getByText('Close', { exact: true }).click();
    await page.reload();
    await page.getByRole('table').getByText('Warehouse sync').waitFor();
    expect(await page.content()).not.toContain(key);
  });

  it('a schedule can be paused', async () => {
    const node = { id: 's', name: 'Daily', type: 'scheduleTrigger', version: 1, position: [0, 0] };
    const rules = [{ every: 'days', count: 1, hour: 6, minute: 0 }];
    const document = { name: 'Report', nodes: [{ ...node, parameters: { rules } }], edges: [], settings: {} };
    const { body } = await owner.call('POST', 'workflows', document);
    expect((await owner.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
    await open('/schedules');
    await page.getByText('Every day at 06:00').first().waitFor();
    await page.getByRole('switch', { name: 'Schedule of Report' }).click();
    await page.getByRole('table').getByText('paused').waitFor();
    await expect.poll(async () => (await owner.call('GET', 'schedules')).body.items[0].paused).toBe(true);
  });

  it('an invitation is taken in another browser, and a change of role takes effect', async () => {
    await open('/settings/members');
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.getByRole('button', { name: 'Make link' }).click();
    const link = await page.getByRole('dialog').getByLabel('Link').inputValue();
    const guest = await server.person('Grace');
    const other = await signIn(guest);
    const theirs = await other.newPage();
    await theirs.goto(link.replace(/^https?:\/\/[^/]+/, server.url));
    await theirs.getByRole('button', { name: /join/i }).click();
    await theirs.waitForURL(/workflows/);
    await page.reload();
    await page.getByRole('combobox', { name: 'Role of Grace' }).click();
    await page.getByRole('option', { name: /^Viewer/ }).click();
    const role = async () =>
      (await owner.call('GET', 'tenants/current/members')).body.items.find(
        (each: { userId: string }) => each.userId === guest.userId,
      ).role;
    await expect.poll(role).toBe('viewer');
    await other.close();
  });
});
