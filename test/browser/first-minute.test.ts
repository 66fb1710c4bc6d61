import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { DESK, PHONE } from './support/person-at.js';

/** What somebody meets who has just started the server. */
const PERSON = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse battery staple' };
const CORPUS = join(resolve(process.env.SHARED_DIR ?? '../shared'), 'corpus');
const FILE = join(CORPUS, '0084_HTTP_Cron_Automation_Webhook.json');

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

/** Rules of accessibility that the page breaks, with where. */
async function broken(): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
const look = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
  page = await context.newPage();
};
const fill = async () => {
  await page.getByLabel('Your name').fill(PERSON.name);
  await page.getByLabel('E-mail address').fill(PERSON.email);
  await page.getByLabel('Password', { exact: true }).fill(PERSON.password);
};

describe.skipIf(!hasChromium)('the first minute', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  afterEach(() => context?.close());

  it.each([
    ['light', DESK],
    ['dark', DESK],
    ['dark', PHONE],
  ] as const)('set-up and sign-in break no rule of accessibility and fit: %s, %o', async (colorScheme, viewport) => {
    await look({ colorScheme, viewport });
    for (const address of [server.installation.claimLink as string, `${server.url}/setup`, `${server.url}/sign-in`]) {
      await page.goto('about:blank');
      await page.goto(address);
      await page.locator('h1').waitFor();
      expect([address, await broken()]).toEqual([address, []]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
    }
  });

  it('faults stand beside their fields, and what was typed stays when the server is away', async () => {
    await look();
    await page.goto(`${server.url}/setup#token=wrong`);
    await page.getByRole('button', { name: 'Claim the installation' }).click();
    expect(await page.getByRole('alert').allTextContents()).toEqual(
      expect.arrayContaining(['Enter your name.', 'Enter your e-mail address.', 'Enter a password.']),
    );
    await fill();
    await page.getByRole('button', { name: 'Claim the installation' }).click();
    await page.getByText(/every start prints a new/).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Claim the installation' }).click();
    await page
      .getByText(/can’t be reached/)
      .first()
      .waitFor();
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(PERSON.password);
  });

  it('the owner claims it by the link, is shown the sample that has run, and is at home', async () => {
    await look();
    await page.goto(server.installation.claimLink as string);
    await fill();
    await page.keyboard.press('Enter');
    // The tour, over the sample and its run.
    const tour = page.getByRole('region', { name: 'This is a workflow' });
    await tour.waitFor();
    await page.locator('.react-flow__node', { hasText: 'Is it big?' }).waitFor();
    for (let step = 1; step < 4; step++) await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page
      .getByText(/curl -X POST/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'Done', exact: true }).waitFor({ state: 'detached' });

    // The first click of one's own goes well: the sample begins with data that fits it.
    await page.getByRole('button', { name: 'Run from Order' }).click();
    await page
      .getByText(/^Succeeded/)
      .first()
      .waitFor();
    await page.locator('[id="node-thanks"]').click();
    await page.getByText('ships free').first().waitFor();
    expect(await page.getByText('NaN').count()).toBe(0);

    // The palette reaches everything by keyboard.
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('templates');
    await page
      .getByRole('option', { name: /Templates/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Templates' }).waitFor();
    await page.getByRole('heading', { name: 'Ask a person before going on' }).waitFor();
    await page.getByRole('button', { name: /Take an order, check it, answer/ }).click();
    await page.locator('.react-flow__node', { hasText: 'Is it complete?' }).waitFor();

    // The link is used up.
    await page.goto(server.installation.claimLink as string);
    await page.goto(server.installation.claimLink as string);
    await page.getByRole('heading', { name: 'This installation has an owner' }).waitFor();
  });

  it.skipIf(!existsSync(FILE))('a file of n8n is dropped on the list, and the report says what it needs', async () => {
    await look();
    const { email, password } = PERSON;
    await context.request.post(`${server.url}/api/v1/auth/login`, { data: { email, password } });
    await page.goto(`${server.url}/workflows`);
    await page.getByRole('button', { name: 'New workflow' }).first().waitFor();
    const text = readFileSync(FILE, 'utf8');
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(text)}], 'cron.json', { type: 'application/json' }));
      return data;
    })()`);
    for (const type of ['dragenter', 'dragover', 'drop']) {
      await page.dispatchEvent('main h1', type, { dataTransfer: transfer });
    }
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').getByText(JSON.parse(text).name).first().waitFor();
    expect(await broken()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('table').getByText(JSON.parse(text).name).first().waitFor();
  });
});
