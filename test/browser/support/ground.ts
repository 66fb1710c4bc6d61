import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../src/testing/test-server.js';
import { openChromium } from './chromium.js';

/** What the tests of a file stand on. */
export interface Ground {
  server: TestServer;
  browser: Browser;
  /** The owner of a tenant. */
  ada: TestPerson;
}

/** Before the tests of a suite: a server of its own, a browser and somebody to use them; all ends with the suite. */
export function inBrowser(ready: (ground: Ground) => void): void {
  let server: TestServer | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ready({ server, browser, ada: await server.person('Ada') });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
}
