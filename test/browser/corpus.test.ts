import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

/** Workflows that people published: every one is imported and opened in the editor. */
const CORPUS = join(resolve(process.env.SHARED_DIR ?? '../shared'), 'corpus');
/** As much of a page as is looked at here. */
interface Dom {
  document: { title: string; querySelector(selector: string): unknown };
}
/** Files in one test: a failure names its part, and none takes too long. */
const PART = 67;

let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let person: TestPerson;
const complaints: string[] = [];

const files = existsSync(CORPUS) ? readdirSync(CORPUS).filter((file) => file.endsWith('.json')) : [];
const parts = Array.from({ length: Math.ceil(files.length / PART) }, (_, part) =>
  files.slice(part * PART, (part + 1) * PART),
);

/** The first letters of a name, as a window's title shows them: blanks are one, and no letter is cut in half. */
const beginning = (name: string) => [...name.trim().replace(/\s+/g, ' ')].slice(0, 20).join('');

describe.skipIf(!hasChromium || files.length === 0)('published workflows in the editor', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    person = await server.person();
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    const data = { email: person.email, password: TEST_PASSWORD };
    await context.request.post(`${server.url}/api/v1/auth/login`, { data });
    page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(`${error.message}\n${error.stack}`));
    await page.goto(`${server.url}/workflows`);
    await page.waitForSelector('h1');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it.each(parts.map((part, index) => [index * PART + 1, index * PART + part.length, part] as const))(
    'files %i to %i open without a complaint',
    async (_from, _to, part) => {
      for (const file of part) {
        const { status, body } = await person.call(
          'POST',
          'workflows/import',
          JSON.parse(readFileSync(join(CORPUS, file), 'utf8')),
        );
        expect([file, status]).toEqual([file, 201]);
        // As a link of the app does it: the page stays.
        await page.evaluate(`history.pushState({}, '', '/workflows/${body.workflow.id}')`);
        await page.waitForFunction(
          ({ name, count }) => {
            const { document } = globalThis as unknown as Dom;
            return (
              document.title.startsWith(name) &&
              (count === 0 || document.querySelector('.react-flow__node, .react-flow canvas') !== null)
            );
          },
          { name: beginning(body.workflow.name), count: body.workflow.nodes.length },
          { timeout: 15_000 },
        );
        expect([file, complaints]).toEqual([file, []]);
      }
    },
    180_000,
  );
});
