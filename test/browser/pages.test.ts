import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

/** The pages that the server itself shows, as a person meets them who has just started it. */
const PERSON = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'correct horse battery staple' };
const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the browser complained of. */
let complaints: string[];

async function look(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: DESK, ...options });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== server.url) complaints.push(request.url());
  });
}
/** Rules of accessibility that the page breaks, with where. */
async function broken(): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
const heading = () => page.locator('h1:visible').textContent();
const fill = async (person: Record<string, string>) => {
  for (const [field, value] of Object.entries(person)) await page.fill(`#${field}`, value);
};

describe.skipIf(!hasChromium)('the pages of a server without the app', () => {
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  describe('before somebody owns the installation', () => {
    let link: string;

    beforeAll(async () => {
      server = await testServer();
      link = server.installation.claimLink as string;
    });
    beforeEach(() => look());
    afterAll(() => server?.drop());

    it('the address of the server says how to claim it and where to go on', async () => {
      await page.goto(server.url);
      expect(await page.locator('.state:visible').textContent()).toContain('one-time link');
      await page.click('text=API documentation');
      await page.waitForSelector('.opblock');
      expect(complaints).toEqual([]);
    });

    it('the API documentation tries calls under its policy', async () => {
      await page.goto(`${server.url}/api-docs`);
      await page.click('#operations-health-HealthController_live button');
      await page.click('text=Try it out');
      await page.click('text=Execute');
      expect(await page.locator('.live-responses-table tr.response .response-col_status').textContent()).toContain(
        '200',
      );
      expect(complaints).toEqual([]);
    });

    it('a link without its token says what is missing', async () => {
      await page.goto(`${server.url}/setup`);
      expect(await heading()).toBe('The link is not complete');
      await page.goto(link);
      await page.waitForSelector('form:visible');
    });

    it('every fault stands beside its field, and focus goes to the first', async () => {
      await page.goto(link);
      await fill({ name: 'Ada', email: 'ada' });
      await page.click('#send');
      expect(await page.locator('.error:visible').allTextContents()).toEqual([
        'This is not an e-mail address. It looks like ada@example.com.',
        'Choose a password.',
      ]);
      expect(await page.evaluate('document.activeElement.id')).toBe('email');
      await fill({ ...PERSON, password: 'password' });
      await page.click('#send');
      await page.waitForSelector('#password-error:visible');
      expect(await page.textContent('#password-error')).toContain('too easy to guess');
      expect(await page.inputValue('#password')).toBe('password');
    });

    it('a wrong token and a server that is away are said above the form, which keeps what was typed', async () => {
      await page.goto(`${server.url}/setup#token=wrong`);
      await fill(PERSON);
      await page.click('#send');
      await page.waitForSelector('#fault:visible');
      expect(await page.textContent('#fault')).toContain('every start prints a new link');
      await context.setOffline(true);
      await page.click('#send');
      await page.waitForSelector('text=can’t be reached');
      expect(await page.inputValue('#password')).toBe(PERSON.password);
    });

    it.each([
      ['light', DESK],
      ['dark', DESK],
      ['light', PHONE],
      ['dark', PHONE],
    ] as const)('breaks no rule of accessibility and fits: %s, %o', async (colorScheme, viewport) => {
      await look({ colorScheme, viewport });
      for (const address of [server.url, `${server.url}/setup`, link]) {
        await page.goto('about:blank');
        await page.goto(address);
        if (address === link) await page.click('#send'); // with its faults shown
        expect(await broken()).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      }
    });
  });

  describe('when somebody claims the installation', () => {
    beforeAll(async () => {
      server = await testServer();
    });
    afterAll(() => server?.drop());
    afterEach(() => context?.close());

    it('a person does it by keyboard, once, and is told what to do next', async () => {
      const link = server.installation.claimLink as string;
      await look();
      const rival = await context.newPage();
      await rival.goto(link);
      await page.goto(link);
      await page.keyboard.press('Tab'); // the mark at the top
      for (const value of Object.values(PERSON)) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(value);
      }
      await page.keyboard.press('Enter');
      await page.waitForSelector('#done:visible');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('It is yours');
      expect(page.url()).toBe(`${server.url}/setup`);
      expect((await page.textContent('#sample pre'))?.replaceAll(' \\\n ', '')).toBe(server.sampleCall);
      expect(complaints).toEqual([]);
      const { email, password } = PERSON;
      const login = await context.request.post(`${server.url}/api/v1/auth/login`, { data: { email, password } });
      expect(login.status()).toBe(200);

      for (const [field, value] of Object.entries({ ...PERSON, email: 'eve@example.com' })) {
        await rival.fill(`#${field}`, value);
      }
      await rival.click('#send');
      await rival.waitForSelector('#fault:visible');
      expect(await rival.textContent('#fault')).toContain('used already');

      await look();
      await page.goto(link);
      expect(await heading()).toBe('This installation has an owner');
      expect(await broken()).toEqual([]);
      await page.goto(server.url);
      expect(await page.locator('.state:visible').textContent()).toContain('has an owner');
      expect(await broken()).toEqual([]);
    });
  });
});
