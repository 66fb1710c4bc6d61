import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

/** A name that Chromium leads to this machine, but does not take for it: as a server on a local network is called. */
const NAME = 'orchestrator.test';
let server: TestServer;
let browser: Browser;
let person: TestPerson;

describe.skipIf(!hasChromium)('the app by plain http on a local network', () => {
  beforeAll(async () => {
    server = await testServer({ ALLOWED_HOSTS: NAME });
    person = await server.person();
    browser = await openChromium(`--host-resolver-rules=MAP ${NAME} 127.0.0.1`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('lets people sign in, stay signed in, and draw, though browsers give such pages less', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const url = server.url.replace('127.0.0.1', NAME);
    await page.goto(`${url}/sign-in`);
    expect(await page.evaluate('isSecureContext')).toBe(false);
    await page.getByText('You have an account?').click();
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(TEST_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Workflows' }).waitFor();
    // The session goes on after a page is loaded anew.
    await page.reload();
    await page.getByRole('button', { name: 'New workflow' }).first().click();
    await page.getByRole('button', { name: 'Choose a trigger' }).click();
    await page
      .getByRole('option', { name: /^Webhook/ })
      .first()
      .click();
    await page.getByText('Draft saved').waitFor();
    await page.locator('.react-flow__node').first().waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });
});
