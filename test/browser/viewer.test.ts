import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../../src/testing/member-of.js';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';
import { finished, node, saved } from './support/workflows.js';

/** Who may only look is offered nothing that is then refused: every control of every page is tried. */
let server: TestServer;
let browser: Browser;
let vera: TestPerson;
let workflow: string;
let execution: string;

/** What leaves the page, the app or the account, and is no act on anything. */
const LEAVES = /sign out|delete (my|your) account|leave /i;
const CONTROLS = 'main :is(button, [role="switch"], [role="checkbox"], [role="combobox"]):not(:disabled):visible';

/** Tries a control and whatever it opens: the first line of a menu after the other, the answer of a question. */
async function trial(page: Page, path: string, index: number): Promise<string | undefined> {
  // Opened anew only when the control before has led away or left something open.
  if (new URL(page.url()).pathname + new URL(page.url()).search !== path || (await isCovered(page))) {
    await page.goto(server.url + path);
    await page.locator('main h1').first().waitFor();
  }
  const control = page.locator(CONTROLS).nth(index);
  if (!(await control.isVisible().catch(() => false))) return undefined;
  const name = `${path}: ${(await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? ''}`;
  if (LEAVES.test(name)) return name;
  await control.click({ timeout: 5_000 }).catch(() => {});
  const lines = await page.getByRole('menuitem').count();
  for (let line = 0; line < lines; line++) {
    if (line > 0) await control.click({ timeout: 5_000 }).catch(() => {});
    const item = page.getByRole('menuitem').nth(line);
    if (LEAVES.test((await item.textContent().catch(() => '')) ?? '')) break;
    await item.click({ timeout: 5_000 }).catch(() => {});
    await answer(page);
    if (new URL(page.url()).pathname !== path.split('?')[0]) break;
  }
  await answer(page);
  return name;
}

const isCovered = (page: Page) =>
  page.locator(':is([role="dialog"], [role="alertdialog"], [role="menu"])').first().isVisible();

async function answer(page: Page): Promise<void> {
  const question = page.getByRole('alertdialog').getByRole('button').last();
  if (await question.isVisible().catch(() => false)) await question.click().catch(() => {});
  await page.keyboard.press('Escape');
}

describe.skipIf(!hasChromium)('who may only look', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    const ada = await server.person('Ada');
    vera = await memberOf(server, ada, 'viewer', 'Vera');
    const stop = node('Stop', 'stopAndError', { message: 'closed' });
    workflow = (await saved(ada, 'Orders', node('Start', 'manualTrigger'), stop)).id;
    execution = (await finished(ada, workflow)).id;
    const hook = await saved(ada, 'Hook', node('Hook', 'webhookTrigger', { path: 'viewer', methods: ['POST'] }));
    await ada.call('POST', `workflows/${hook.id}/activate`, {});
    const clock = node('Clock', 'scheduleTrigger', { rules: [{ field: 'hours' }] });
    const timed = await saved(ada, 'Timed', clock);
    await ada.call('POST', `workflows/${timed.id}/activate`, {});
    await ada.call('POST', 'credentials', { name: 'c', type: 'httpBasicAuth', data: { user: 'a', password: 'b' } });
    await ada.call('POST', 'folders', { name: 'Shop' });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it.each([
    '/workflows',
    '/workflows/WORKFLOW',
    '/workflows/WORKFLOW/executions?execution=EXECUTION',
    '/executions',
    '/executions/EXECUTION',
    '/schedules',
    '/credentials',
    '/templates',
    '/settings/profile',
    '/settings/tenant',
    '/settings/members',
    '/settings/api-keys',
    '/settings/webhooks',
    '/settings/audit',
    '/settings/health',
  ])(
    'is refused nothing on %s',
    async (pattern) => {
      const path = pattern.replace('WORKFLOW', workflow).replace('EXECUTION', execution);
      const at: PersonAt = await personAt(browser, server, vera);
      const refused: string[] = [];
      let tried = 'opening it';
      at.page.on('response', (response) => {
        if (response.status() === 403)
          refused.push(`${tried} → ${response.request().method()} ${new URL(response.url()).pathname}`);
      });
      await at.page.goto(server.url + path);
      await at.page.locator('main h1').first().waitFor();
      await at.page.waitForLoadState('load');
      const count = await at.page.locator(CONTROLS).count();
      for (let index = 0; index < count; index++) tried = (await trial(at.page, path, index)) ?? tried;
      await at.close();
      expect(refused).toEqual([]);
    },
    240_000,
  );
});
