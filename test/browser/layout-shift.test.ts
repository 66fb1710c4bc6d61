import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { nodes, workflow } from '../../src/testing/webhook-workflows.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { DESK, PHONE, personAt } from './support/person-at.js';

/** Where a page is still to settle a tenth of a window's height, it jumps; half of what counts as good elsewhere. */
const MOST = 0.05;
/** Answers come one after the other, late enough that what stands in for them is seen. */
const DELAY_MS = 150;
const PAGES = [
  '/workflows',
  '/executions',
  '/schedules',
  '/credentials',
  '/templates',
  ...['profile', 'tenant', 'members', 'api-keys', 'webhooks', 'audit', 'health', 'about'].map(
    (each) => `/settings/${each}`,
  ),
];
const OBSERVE = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 120))]);
    }
  }).observe({ type: 'layout-shift', buffered: true });`;

let server: TestServer;
let browser: Browser;
let ada: TestPerson;

describe.skipIf(!hasChromium)('lists', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    const hook = nodes.webhook('orders', { methods: ['POST'], responseMode: 'lastNode' });
    const daily = { name: 'Daily', type: 'scheduleTrigger', version: 1 };
    const rules = [{ every: 'days', count: 1, hour: 6, minute: 0 }];
    for (const document of [
      workflow('Orders', [hook, nodes.fields({ done: true })]),
      workflow('Report', [{ ...daily, parameters: { rules } }]),
    ]) {
      const { body } = await ada.call('POST', 'workflows', document);
      await ada.call('POST', `workflows/${body.id}/activate`);
    }
    for (let run = 0; run < 3; run++) await server.call('POST', '/webhook/orders', {});
    const data = { name: 'X-Key', value: 'k-1' };
    await ada.call('POST', 'credentials', { name: 'Warehouse', type: 'httpHeaderAuth', data });
    await ada.call('POST', 'api-keys', { name: 'Sync', role: 'editor' });
    await ada.call('POST', 'invitations', { role: 'viewer' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it.each([DESK, PHONE])('stand still while they load: %o', async (viewport) => {
    const found: Record<string, unknown> = {};
    for (const path of PAGES) {
      // Each in a browser of its own, that has nothing of the app.
      const { page, close } = await personAt(browser, server, ada, {
        viewport,
        locale: 'en-GB',
        serviceWorkers: 'block',
      });
      await page.addInitScript({ content: `localStorage.setItem('tourDone', 'true'); ${OBSERVE}` });
      await page.route('**/api/v1/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, DELAY_MS));
        await route.continue().catch(() => {});
      });
      await page.goto(server.url + path);
      await page.locator('main h2, main table, main article').first().waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      const shifts = (await page.evaluate('window.shifts')) as [number, string[]][];
      const sum = shifts.reduce((all, [value]) => all + value, 0);
      if (sum >= MOST) found[path] = [sum, shifts];
      await close();
    }
    expect(found).toEqual({});
  });
});
