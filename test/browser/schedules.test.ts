import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

/** The browser is in another zone than the workflow: what is shown is the workflow's. */
const BROWSER_ZONE = 'America/New_York';

let server: TestServer;
let browser: Browser;
let person: TestPerson;
let context: BrowserContext;
let page: Page;
let workflowId: string;

const trigger = (hour: number) => ({
  id: 's',
  name: 'Mornings',
  type: 'scheduleTrigger',
  version: 1,
  position: [0, 0],
  parameters: { rules: [{ every: 'days', count: 3, hour, minute: 0 }] },
});
const settings = { timezone: 'Asia/Tokyo' };
const open = (path: string) => page.goto(server.url + path);
const next = () => page.getByRole('region', { name: 'Next times' });

describe.skipIf(!hasChromium)('schedules and their zones', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    person = await server.person('Ada');
    context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: BROWSER_ZONE,
    });
    const { email } = person;
    await context.request.post(`${server.url}/api/v1/auth/login`, { data: { email, password: TEST_PASSWORD } });
    page = await context.newPage();
    const document = { name: 'Report', nodes: [trigger(9)], edges: [], settings };
    const { body } = await person.call('POST', 'workflows', document);
    workflowId = body.id;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('the panel says when a draft would run, in its zone', async () => {
    await open(`/workflows/${workflowId}?node=s`);
    await next().getByText('once the workflow is published').waitFor();
    await next().getByText('As drafted, once published').waitFor();
    expect(
      await next()
        .getByText(/09:00 Asia\/Tokyo/)
        .count(),
    ).toBe(5);
    await open(`/workflows/${workflowId}`);
    await page
      .getByRole('group', { name: /^Mornings/ })
      .getByText('Asia/Tokyo')
      .waitFor();
  });

  it('the panel tells what is live from what is drafted', async () => {
    expect((await person.call('POST', `workflows/${workflowId}/activate`)).status).toBe(200);
    await open(`/workflows/${workflowId}?node=s`);
    await next().getByText('Live now').waitFor();
    await expect
      .poll(() =>
        next()
          .getByText(/09:00 Asia\/Tokyo/)
          .count(),
      )
      .toBe(5);
    expect(await next().getByText('As drafted').count()).toBe(0);
    const { version } = (await person.call('GET', `workflows/${workflowId}`)).body;
    const draft = { name: 'Report', nodes: [trigger(17)], edges: [], settings, version };
    expect((await person.call('PUT', `workflows/${workflowId}`, draft)).status).toBe(200);
    await open(`/workflows/${workflowId}?node=s`);
    await expect
      .poll(() =>
        next()
          .getByText(/17:00 Asia\/Tokyo/)
          .count(),
      )
      .toBe(5);
    expect(
      await next()
        .getByText(/09:00 Asia\/Tokyo/)
        .count(),
    ).toBe(5);
  });

  it('the list and what runs next say times in the zone of the workflow', async () => {
    await open('/schedules');
    await page.getByRole('table').getByText('Every 3 days at 09:00 Asia/Tokyo').waitFor();
    const soon = page.getByRole('region', { name: 'What runs next' });
    await soon.getByText('09:00').first().waitFor();
    expect(await soon.getByText('Asia/Tokyo').count()).toBeGreaterThan(2);
  });

  it('a zone is found by typing, and nothing else can be chosen', async () => {
    await open(`/workflows/${workflowId}`);
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: /settings/i }).click();
    const zone = page.getByRole('dialog').getByLabel('Time zone');
    expect(await zone.inputValue()).toBe('Asia/Tokyo (UTC+09:00)');
    await zone.click();
    await zone.fill('mars/olympus');
    await page.getByText('Nothing fits.').waitFor();
    await page.keyboard.press('Enter');
    await zone.fill('kolk');
    await page.getByRole('option').filter({ hasText: 'UTC+05:30' }).first().waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await person.call('GET', `workflows/${workflowId}`)).body.settings.timezone)
      .toBe('Asia/Kolkata');
  });

  it('so it is for the zone of the tenant', async () => {
    await open('/settings/tenant');
    const zone = page.getByLabel('Time zone');
    await zone.click();
    await zone.fill('berlin');
    await page.getByRole('option', { name: /Europe\/Berlin/ }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await person.call('GET', 'tenants/current')).body.timezone).toBe('Europe/Berlin');
  });
});
