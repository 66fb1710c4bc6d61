import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { PHONE, personAt } from './support/person-at.js';
import { finished, node, saved } from './support/workflows.js';

/** Reading a run that failed: what failed is shown first, once, with what went into it; on a phone by a tap. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let execution: string;

describe.skipIf(!hasChromium)('a run that failed', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    const { id } = await saved(
      ada,
      'Fails',
      node('Start', 'manualTrigger'),
      node('Fill', 'editFields', { fields: [{ name: 'city', type: 'string', value: 'Rome' }] }),
      node('Stop', 'stopAndError', { kind: 'message', message: 'No such order' }),
    );
    execution = (await finished(ada, id)).id;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('shows the failed step with its input, and says the error once', async () => {
    const at = await personAt(browser, server, ada);
    const { page } = at;
    await page.goto(`${server.url}/executions/${execution}`);
    const drawer = page.getByRole('region', { name: 'Run', exact: true });
    await drawer.getByRole('option', { name: /Stop/, selected: true }).waitFor();
    await drawer.getByText('Rome').first().waitFor();
    expect(await page.getByRole('alert').getByText('No such order').count()).toBe(1);
    expect(await drawer.getByText('No such order').count()).toBe(0);
    expect(await drawer.getByRole('option').locator('svg').count()).toBe(3);
    await at.close();
    expect(at.complaints).toEqual([]);
  });

  it('shows the data of a step that is tapped on a phone, and goes back to the steps', async () => {
    const at = await personAt(browser, server, ada, { viewport: PHONE, hasTouch: true, isMobile: true });
    const { page } = at;
    await page.goto(`${server.url}/executions/${execution}`);
    const step = page.getByRole('option', { name: /Fill/ });
    await step.tap();
    await page.getByText('Rome').first().waitFor();
    expect(await step.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'All steps · Fill' }).tap();
    await step.waitFor();
    await at.close();
    expect(at.complaints).toEqual([]);
  });
});
