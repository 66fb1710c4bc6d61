import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

let server: TestServer;
let browser: Browser;
let page: Page;
/** What the browser complained of. */
let complaints: string[];

describe.skipIf(!hasChromium)('the API documentation', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  beforeEach(async () => {
    page = await browser.newPage();
    complaints = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${server.url}/api-docs`);
  });

  it('lists the routes, and complains of nothing', async () => {
    await page.waitForSelector('.opblock');
    expect(await page.locator('.opblock').count()).toBeGreaterThan(80);
    expect(complaints).toEqual([]);
  });

  it('tries calls under its policy', async () => {
    await page.locator('.opblock', { hasText: '/health/live' }).locator('button').first().click();
    await page.click('text=Try it out');
    await page.click('text=Execute');
    expect(await page.locator('.live-responses-table tr.response .response-col_status').textContent()).toContain('200');
    expect(complaints).toEqual([]);
  });
});
