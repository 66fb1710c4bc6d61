import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer } from '../../../src/testing/test-server.js';

/** Somebody who sits before the app, signed in; the tour is over. */
export interface PersonAt {
  page: Page;
  /** What the browser complained of: errors and warnings of the console, and calls to other hosts. */
  complaints: string[];
  close(): Promise<void>;
}

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

export async function personAt(
  browser: Browser,
  server: TestServer,
  person: TestPerson,
  options: BrowserContextOptions = {},
): Promise<PersonAt> {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: 'reduce', ...options });
  const data = { email: person.email, password: TEST_PASSWORD };
  await context.request.post(`${server.url}/api/v1/auth/login`, { data });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== server.url) complaints.push(request.url());
  });
  // What the page's policy forbade was asked for and never sent; the browser tells of it at times, at times it does not.
  page.on('requestfailed', (request) => {
    const at = complaints.indexOf(request.url());
    if (at !== -1 && request.failure()?.errorText === 'csp') complaints.splice(at, 1);
  });
  return { page, complaints, close: () => context.close() };
}

/** Ends a visit, in which the browser must have complained of nothing. */
export async function leaveInPeace({ complaints, close }: PersonAt): Promise<void> {
  await close();
  expect(complaints).toEqual([]);
}
