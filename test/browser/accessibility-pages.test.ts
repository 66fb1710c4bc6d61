import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { brokenRules } from './support/axe.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { DESK, type PersonAt, PHONE, personAt } from './support/person-at.js';

/** Settings, the other lists, the pages before the sign-in, what stands in for a page, and every dialog on the way. */
const SECTIONS = ['profile', 'tenant', 'members', 'api-keys', 'webhooks', 'audit', 'health', 'about'];
const LOOKS = [
  ['light', DESK],
  ['dark', DESK],
  ['light', PHONE],
  ['dark', PHONE],
] as const;

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let orders: string;
let found: Record<string, string[]>;

const look = async (name: string) => {
  found[name] = await brokenRules(page);
};
const go = async (path: string, ready: string | RegExp) => {
  await page.goto(server.url + path);
  await page.getByText(ready).and(page.locator(':visible')).first().waitFor();
};
/** Opens a dialog, looks at it, and closes it with Esc. */
const dialog = async (name: string, open: () => Promise<void>, role: 'dialog' | 'alertdialog' = 'dialog') => {
  await open();
  const shown = page.getByRole(role);
  await shown.waitFor();
  await shown.getByRole('status', { name: 'Loading…' }).waitFor({ state: 'detached' });
  await look(name);
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
};
const button = (name: string | RegExp) => page.getByRole('button', { name }).and(page.locator(':visible')).first();
const fromMenu = async (item: string) => {
  await button(/^More: /).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};

describe.skipIf(!hasChromium)('rules of accessibility', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    const hook = nodes.webhook('orders', { methods: ['POST'], responseMode: 'lastNode' });
    orders = (await ada.call('POST', 'workflows', workflow('Orders', [hook, nodes.fields({ done: true })]))).body.id;
    expect((await ada.call('POST', `workflows/${orders}/activate`)).status).toBe(200);
    const daily = { name: 'Daily', type: 'scheduleTrigger', version: 1 };
    const rules = [{ every: 'days', count: 1, hour: 6, minute: 0 }];
    const report = await ada.call('POST', 'workflows', workflow('Report', [{ ...daily, parameters: { rules } }]));
    expect((await ada.call('POST', `workflows/${report.body.id}/activate`)).status).toBe(200);
    const data = { name: 'X-Key', value: 'k-1' };
    await ada.call('POST', 'credentials', { name: 'Warehouse', type: 'httpHeaderAuth', data });
    await ada.call('POST', 'api-keys', { name: 'Sync', role: 'editor' });
    await ada.call('POST', 'invitations', { role: 'viewer', email: 'grace@example.com' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  afterEach(() => at.close());

  const sit = async (
    colorScheme: 'light' | 'dark',
    viewport: { width: number; height: number },
    options: BrowserContextOptions = {},
  ) => {
    at = await personAt(browser, server, ada, { colorScheme, viewport, locale: 'en-GB', ...options });
    ({ page } = at);
    await page.addInitScript({ content: `localStorage.setItem('tourDone', 'true')` });
    found = {};
  };
  const expectNone = () => expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));

  it.each(LOOKS)('are kept by settings and their dialogs: %s, %o', async (colorScheme, viewport) => {
    await sit(colorScheme, viewport);
    for (const section of SECTIONS) {
      await page.goto(`${server.url}/settings/${section}`);
      await page.locator('section h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      await look(section);
      if (section === 'tenant') await dialog('delete tenant', () => button('Delete tenant').click());
      if (section === 'tenant') await dialog('leave tenant', () => button('Leave tenant').click(), 'alertdialog');
      if (section === 'members') await dialog('invite', () => button('Invite somebody').click());
      if (section === 'api-keys') await dialog('new key', () => button('New key').click());
      if (section === 'webhooks') await dialog('test call', () => fromMenu('Send a test call'));
      if (section === 'audit') {
        const entry = viewport === DESK ? page.getByRole('row').nth(1) : button(/ a workflow/);
        await dialog('audit entry', () => entry.click());
      }
    }
    expectNone();
    expect(at.complaints).toEqual([]);
  });

  it.each(LOOKS)('are kept by the lists and their dialogs: %s, %o', async (colorScheme, viewport) => {
    await sit(colorScheme, viewport);
    await go('/credentials', 'Warehouse');
    await look('credentials');
    await dialog('credential', () => fromMenu('Edit'));
    await dialog('type picker', () => button('New credential').click());
    await dialog('delete credential', () => fromMenu('Delete'), 'alertdialog');
    await go('/schedules', 'Every day at 06:00');
    await look('schedules');
    await go('/workflows', 'Orders');
    if (viewport === DESK) await dialog('import', () => button(/^Import/).click());
    expectNone();
    expect(at.complaints).toEqual([]);
  });

  it.each(LOOKS)('are kept by the editor’s dialogs, and by what stands in for a page: %s, %o', async (...how) => {
    // A worker would hand out the page that is broken below.
    await sit(...how, { serviceWorkers: 'block' });
    await page.goto(`${server.url}/workflows/${orders}`);
    await page.locator('.react-flow__node').first().waitFor();
    await dialog('publish', () => button(/^Publish/).click());
    if (how[1] === DESK) {
      await dialog('history', () => button('History').click());
      await page.locator('.react-flow__pane').click({ position: { x: 20, y: 300 } });
      await dialog('keys', () => page.keyboard.press('?'));
    }
    await go('/settings/nowhere', 'There is nothing here');
    await look('not found');
    const broken = { contentType: 'text/javascript', body: 'throw new Error("broken")' };
    await page.route(/settings\.page.*\.js/, (route) => route.fulfill(broken));
    await go('/settings', 'This page broke');
    await look('crash');
    expectNone();
  });

  it.each(LOOKS)('are kept by the pages before the sign-in: %s, %o', async (colorScheme, viewport) => {
    await sit(colorScheme, viewport);
    await page.context().clearCookies();
    const pages: [path: string, ready: string | RegExp][] = [
      ['/sign-in', 'Nobody owns this installation yet'],
      ['/register', /account/i],
      ['/setup', /installation|link/i],
      ['/setup#token=abc', /installation/i],
      ['/reset-password', 'The link is not complete'],
      ['/reset-password#token=abc', 'Choose a new password'],
      ['/invitation', 'The link is not complete'],
      ['/invitation#token=abc', 'This invitation is not good any more'],
    ];
    for (const [path, ready] of pages) {
      await page.goto('about:blank');
      await go(path, ready);
      await page.waitForLoadState('networkidle');
      if (path === '/sign-in') await page.getByText('You have an account?').click();
      await look(path);
    }
    expectNone();
  });
});
