import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** The panel of a webhook: its method, its test address, and the calls that come while it listens. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const ECHO = node('Echo', 'noOperation');
const open = async (id: string) => {
  at = await personAt(browser, server, ada, {
    locale: 'en-GB',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${id}`);
  await page.locator('[id="node-Hook"]').click();
};
const parametersOf = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body.nodes[0].parameters;
const panel = () => page.getByRole('complementary', { name: 'Selected node' });
const copied = () => page.evaluate('navigator.clipboard.readText()');

describe.skipIf(!hasChromium)('the panel of a webhook', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('takes POST by one click or key, and several when they are wanted', async () => {
    const { id } = await saved(ada, 'Methods', node('Hook', 'webhookTrigger', { path: 'methods' }), ECHO);
    await open(id);
    const methods = panel().getByRole('group', { name: 'Methods' });
    const chosen = () => methods.locator('[aria-pressed=true]').allTextContents();
    await expect.poll(chosen).toEqual(['GET']);
    await methods.getByRole('button', { name: 'POST' }).click();
    await expect.poll(chosen).toEqual(['POST']);
    await expect.poll(async () => (await parametersOf(id)).methods, { timeout: 15_000 }).toEqual(['POST']);
    await methods.getByRole('button', { name: 'PUT' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(chosen).toEqual(['PUT']);
    await panel().getByRole('checkbox', { name: 'Several' }).check();
    await methods.getByRole('button', { name: 'GET' }).click();
    await expect.poll(chosen).toEqual(['GET', 'PUT']);
    await expect.poll(async () => (await parametersOf(id)).methods, { timeout: 15_000 }).toEqual(['GET', 'PUT']);
  });

  it('shows the test address once, to be copied as it is and as a line for a terminal', async () => {
    const { id } = await saved(
      ada,
      'Address',
      node('Hook', 'webhookTrigger', { path: 'address', methods: ['POST'] }),
      ECHO,
    );
    await open(id);
    const address = panel().locator('code', { hasText: '/webhook-test/' });
    await address.waitFor();
    await panel().getByRole('button', { name: 'Listen for a test call' }).click();
    await panel().getByText('Listening.').waitFor();
    expect(await address.count()).toBe(1);
    await panel().getByRole('button', { name: 'Copy the address' }).click();
    await expect.poll(copied).toBe(await address.textContent());
    await panel().getByRole('button', { name: 'Copy as curl' }).click();
    await expect.poll(copied).toContain(`curl -X POST '${await address.textContent()}' -H 'content-type`);
  });

  it('listens on while another node is looked at, shows so on the canvas, and tells of calls that were refused', async () => {
    const { id } = await saved(
      ada,
      'Refused',
      node('Hook', 'webhookTrigger', { path: 'refused', methods: ['POST'] }),
      ECHO,
    );
    await open(id);
    const listen = panel().getByRole('button', { name: 'Listen for a test call' });
    await listen.focus();
    await page.keyboard.press('Enter');
    await page.locator('[id="node-Hook"]', { hasText: 'Listening' }).waitFor();
    await expect
      .poll(() => page.locator('[id="node-Hook"]').getAttribute('aria-label'))
      .toContain('listens for a test call');
    const url = await panel().locator('code', { hasText: '/webhook-test/' }).textContent();
    expect((await fetch(url as string)).status).toBe(404);
    const refused = panel().getByRole('list', { name: 'Calls that were not taken' });
    await refused.getByText('takes no GET calls, only POST').waitFor();
    expect((await fetch(`${url}/more`, { method: 'POST' })).status).toBe(404);
    await refused.getByText('✕ POST /refused/more').waitFor();

    await page.locator('[id="node-Echo"]').click();
    const answer = await fetch(url as string, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"n":1}',
    });
    expect(answer.status).toBe(200);
    await page.getByRole('button', { name: 'Data to start with: Test call' }).waitFor();
    await page.getByText('Listening', { exact: true }).waitFor({ state: 'detached' });
    await page
      .getByText(/^Succeeded/)
      .first()
      .waitFor();
  });

  it('listens by the menu of the data to start with too', async () => {
    const { id } = await saved(ada, 'By menu', node('Hook', 'webhookTrigger', { path: 'by-menu' }), ECHO);
    await open(id);
    await page.getByRole('button', { name: /^Data to start with/ }).click();
    await page.getByRole('menuitem', { name: 'Listen for a test call' }).click();
    await page.locator('[id="node-Hook"]', { hasText: 'Listening' }).waitFor();
    await panel().getByRole('button', { name: 'Stop listening' }).click();
    await page.getByText('Listening', { exact: true }).waitFor({ state: 'detached' });
  });
});
