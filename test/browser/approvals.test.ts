import type { Browser } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TestPerson, testServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { DESK, PHONE } from './support/person-at.js';
import { node, saved, started } from './support/workflows.js';

/** Somebody without an account opens the link of a run that waits, as it came in a mail. */
let browser: Browser;
let ada: TestPerson;
const get = async (id: string) => (await ada.call('GET', `executions/${id}`)).body;

/** @returns the id of a run that waits, and the link to it */
async function waiting(...after: ReturnType<typeof node>[]) {
  const wait = node('Approve', 'wait', { resume: 'webhook', responseMode: 'responseNode' });
  const { id: workflow } = await saved(ada, 'Approval', node('Start', 'manualTrigger'), wait, ...after);
  const id = await started(ada, workflow);
  await expect.poll(async () => (await get(id)).status, { timeout: 15_000 }).toBe('waiting');
  return { id, link: `${(await get(id)).waiting.call.url}?approved=yes` };
}
const thanks = node('Thank', 'respondToWebhook', { respondWith: 'text', text: '=Thanks: {{ $json.query.approved }}' });

describe.skipIf(!hasChromium)('the link of a run that waits', () => {
  inBrowser((ground) => {
    ({ browser, ada } = ground);
  });

  it.each([
    ['a desk, in English', { viewport: DESK, locale: 'en-GB' }, 'Continue', 'Nothing is waiting here'],
    [
      'a phone, in German, in the dark',
      { viewport: PHONE, locale: 'de-DE', colorScheme: 'dark' as const },
      'Fortfahren',
      'Hier wartet nichts',
    ],
    [
      'a browser without scripts',
      { viewport: DESK, javaScriptEnabled: false, locale: 'en-GB' },
      'Continue',
      'Nothing is waiting here',
    ],
  ])('asks at %s, goes on by the button, and is good once', async (_where, options, button, over) => {
    const { id, link } = await waiting(thanks);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(link);
    const go = page.getByRole('button', { name: button });
    await go.waitFor();
    expect(await page.getByRole('heading').count()).toBe(1);
    const { width, height } = options.viewport;
    const box = await go.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((await get(id)).status).toBe('waiting');
    expect(complaints).toEqual([]);
    // By the keyboard alone.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Thanks: yes').waitFor();
    await expect.poll(async () => (await get(id)).status).toBe('success');
    await page.goto(link);
    await page.getByRole('heading', { name: over }).waitFor();
    await context.close();
  });

  it('may lead on to wherever the workflow sends who agreed', async () => {
    const elsewhere = await testServer();
    const to = node('Send on', 'respondToWebhook', {
      respondWith: 'redirect',
      url: `${elsewhere.url}/health/live`,
    });
    const { link } = await waiting(to);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`${elsewhere.url}/health/live`);
    await context.close();
    await elsewhere.drop();
  });
});
