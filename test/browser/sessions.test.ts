import type { Browser, Page, Route } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** Work that must not get lost: two tabs, no network, a session that ends, another tenant. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
const open: PersonAt[] = [];

const HOSTILE = `<img src=x onerror="window.pwned=1">`;
const documentOf = (name: string) => ({
  formatVersion: 1,
  name,
  nodes: [
    { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
    { id: 'b', name: 'Done', type: 'noOperation', version: 1, position: [240, 0], parameters: {} },
  ],
  edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  settings: {},
});
const made = async (name: string) => (await ada.call('POST', 'workflows', documentOf(name))).body.id as string;
const stored = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body;
/** The hostile text, where it can be seen. */
const shown = (page: Page) => page.getByText(HOSTILE, { exact: false }).filter({ visible: true }).first();
const sit = async (person = ada): Promise<PersonAt> => {
  const at = await personAt(browser, server, person);
  open.push(at);
  return at;
};
const editor = async (page: Page, id: string) => {
  await page.goto(`${server.url}/workflows/${id}`);
  await page.locator('.react-flow__node').first().waitFor();
};
const rename = async (page: Page, name: string) => {
  await page.getByLabel('Name of the workflow').fill(name);
  await page.getByLabel('Name of the workflow').press('Enter');
};

const nameIn = (page: Page) => page.getByLabel('Name of the workflow').inputValue();

describe.skipIf(!hasChromium)('nothing that was typed is lost', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(async () => {
    for (const at of open.splice(0)) await at.close();
  });

  it('two tabs: what both changed in different places is brought together', async () => {
    const id = await made('Both');
    const [one, other] = [await sit(), await sit()];
    await editor(one.page, id);
    await editor(other.page, id);
    await one.page.locator('.react-flow__node', { hasText: 'Done' }).click();
    await one.page.getByRole('tab', { name: 'Notes' }).click();
    await one.page.getByLabel('Note', { exact: true }).fill('from the first tab');
    await expect.poll(async () => (await stored(id)).nodes[1].note, { timeout: 15_000 }).toBe('from the first tab');
    await rename(other.page, 'Both, by the second');
    await expect
      .poll(async () => [(await stored(id)).name, (await stored(id)).nodes[1].note], { timeout: 15_000 })
      .toEqual(['Both, by the second', 'from the first tab']);
  });

  it('without a network: it is said, kept here, and saved when the server is back', async () => {
    const id = await made('Offline');
    const { page } = await sit();
    await editor(page, id);
    await page.context().setOffline(true);
    await rename(page, 'Typed without a network');
    await page
      .getByText(/Not saved/)
      .first()
      .waitFor();
    await page.context().setOffline(false);
    await expect.poll(async () => (await stored(id)).name, { timeout: 20_000 }).toBe('Typed without a network');
  });

  it('a new workflow that could not be saved once: it is kept, and taken up at the next visit, by one tab', async () => {
    const { page } = await sit();
    await page.goto(`${server.url}/workflows/new`);
    await page.locator('[role="application"]').first().waitFor();
    const calls = (route: Route) => (route.request().method() === 'POST' ? route.abort() : route.continue());
    await page.context().route('**/api/v1/workflows', calls);
    await rename(page, 'Never saved');
    await page
      .getByText(/Not saved/)
      .first()
      .waitFor();
    // Another tab begins anew: this one is still at work on it.
    const other = await page.context().newPage();
    await other.goto(`${server.url}/workflows/new`);
    await expect.poll(() => nameIn(other), { timeout: 20_000 }).toBe('New workflow');
    await page.close();
    await page.context().unroute('**/api/v1/workflows', calls);
    await other.reload();
    await expect.poll(() => nameIn(other), { timeout: 20_000 }).toBe('Never saved');
    const names = async () =>
      (await ada.call('GET', 'workflows?search=Never')).body.items.map((each: { name: string }) => each.name);
    await expect.poll(names, { timeout: 15_000 }).toEqual(['Never saved']);
    // It is taken up once.
    await expect.poll(() => new URL(other.url()).pathname, { timeout: 15_000 }).not.toBe('/workflows/new');
    await other.goto(`${server.url}/workflows/new`);
    await expect.poll(() => nameIn(other), { timeout: 20_000 }).toBe('New workflow');
  });

  it('a session that ended in mid-edit: the page stays, asks for the password, and goes on', async () => {
    const bob = await server.person('Bob');
    const id = (await bob.call('POST', 'workflows', documentOf('Session'))).body.id as string;
    const { page } = await sit(bob);
    await editor(page, id);
    const { body } = await bob.call('GET', 'users/me/sessions');
    // Another of Bob's sessions ends all that are not its own; the token that calls here is of the registration.
    for (const session of body.items ?? body) {
      if (!session.current) await bob.call('DELETE', `users/me/sessions/${session.id}`);
    }
    await rename(page, 'Typed after the end');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your session has ended').waitFor({ timeout: 20_000 });
    await dialog.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
    await dialog.getByRole('button', { name: 'Go on' }).click();
    await dialog.waitFor({ state: 'detached' });
    const name = async () => (await bob.call('GET', `workflows/${id}`)).body.name;
    await expect.poll(name, { timeout: 20_000 }).toBe('Typed after the end');
  });

  it('another tenant’s addresses show nothing of it', async () => {
    const id = await made('Secret plans');
    const run = (await ada.call('POST', `workflows/${id}/run`, { wait: true })).body.id;
    const eve = await server.person('Eve');
    const { page } = await sit(eve);
    for (const path of [`/workflows/${id}`, `/executions/${run}`]) {
      await page.goto(server.url + path);
      await page.getByRole('heading', { name: /^There is no such (workflow|execution)/ }).waitFor();
      expect(await page.getByText('Secret plans').count()).toBe(0);
    }
  });

  it('what strangers name and write is shown as text, wherever it stands', async () => {
    const hostile = {
      ...documentOf(HOSTILE),
      tags: [HOSTILE],
      notes: [{ id: 'n', text: `${HOSTILE}\n[x](javascript:window.pwned=1)`, position: [0, 160], size: [240, 96] }],
    };
    hostile.nodes[1] = {
      id: 'b',
      name: `${HOSTILE} b`,
      type: 'code',
      version: 1,
      position: [240, 0],
      parameters: { code: `return [{ json: { ${JSON.stringify(HOSTILE)}: ${JSON.stringify(HOSTILE)} } }];` },
    };
    const id = (await ada.call('POST', 'workflows', hostile)).body.id;
    const good = (await ada.call('POST', `workflows/${id}/run`, { wait: true })).body;
    expect(good.status).toBe('success');
    hostile.nodes[1].parameters = { code: `throw new Error(${JSON.stringify(HOSTILE)})` };
    await ada.call('PUT', `workflows/${id}`, { ...hostile, version: 1 });
    const bad = (await ada.call('POST', `workflows/${id}/run`, { wait: true })).body;
    await ada.call('POST', 'credentials', { name: HOSTILE, type: 'httpHeaderAuth', data: { name: 'X', value: 'y' } });
    const { page, complaints } = await sit();
    page.on('dialog', (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    const paths = ['/workflows', '/executions', '/credentials', '/settings/audit', `/workflows/${id}`];
    paths.push(`/executions/${good.id}`, `/executions/${bad.id}`, `/executions/compare?a=${good.id}&b=${bad.id}`);
    for (const path of paths) {
      await page.goto(server.url + path);
      // The audit names what it tells of by its id.
      await (path === '/settings/audit' ? page.getByRole('table') : shown(page)).waitFor();
      expect([path, await page.evaluate('window.pwned')]).toEqual([path, undefined]);
    }
    await page.goto(`${server.url}/executions/${good.id}`);
    await page.getByRole('option').last().click();
    for (const view of ['Table', 'JSON', 'Schema']) {
      await page.getByRole('button', { name: view, exact: true }).first().click();
      await shown(page).waitFor();
    }
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});
