import type { Browser, BrowserContext } from 'playwright-core';
import { expect } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer } from '../../../src/testing/test-server.js';

const REFRESH = '/api/v1/auth/refresh';
const POST = `([path, body]) => fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(({ status }) => status)`;

/** A browser in which somebody is signed in to the app, with something of the app's in its local storage. */
export interface SignedIn {
  context: BrowserContext;
  /** The refresh cookie's value: it changes with every refresh that goes through. */
  refreshCookie(): Promise<string | undefined>;
  /** Fails when anybody but the app has touched what it keeps in this browser, or ended or renewed its session. */
  requireUntouched(): Promise<void>;
  close(): Promise<void>;
}

export async function signedIn(browser: Browser, server: TestServer, person: TestPerson): Promise<SignedIn> {
  const context = await browser.newContext();
  const { email } = person;
  const app = await context.newPage();
  // By the browser throughout, which knows names that this process does not.
  const post = (path: string, body: object) =>
    app.evaluate(`(${POST})(${JSON.stringify([path, JSON.stringify(body)])})`) as Promise<number>;
  await app.goto(`${server.url}/health/live`);
  expect(await post('/api/v1/auth/login', { email, password: TEST_PASSWORD })).toBe(200);
  await app.goto(server.url);
  // The app renews its session once, when it opens.
  await app.waitForSelector('h1');
  await app.evaluate(`localStorage.setItem('secret', 'of the app')`);
  const refreshCookie = async () => (await cookies()).find(({ name }) => name === 'orchestrator_refresh')?.value;
  const cookies = () => context.cookies(server.url + REFRESH);
  const before = await refreshCookie();
  const names = (await cookies()).map(({ name }) => name);
  expect(before).toEqual(expect.any(String));
  return {
    context,
    refreshCookie,
    async requireUntouched() {
      expect((await cookies()).map(({ name }) => name)).toEqual(names);
      expect(await refreshCookie()).toBe(before);
      expect(await app.evaluate(`localStorage.getItem('secret')`)).toBe('of the app');
      const workers = `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.getRegistrations()).then((all) => all.map((each) => each.active?.scriptURL))`;
      expect(await app.evaluate(workers)).toEqual([`${server.url}/sw.js`]);
      expect(await post(REFRESH, {})).toBe(200);
    },
    close: () => context.close(),
  };
}
