import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { PHONE, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** Tooltips say what a button does, and are never in the way of what they lie over. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;

async function opened(options: BrowserContextOptions) {
  const { id } = await saved(ada, 'Tips', node('Start', 'manualTrigger'));
  const at = await personAt(browser, server, ada, options);
  await at.page.goto(`${server.url}/workflows/${id}`);
  // By the keyboard: the button before it has the focus, and the next one takes it.
  const button = at.page.getByRole('button', { name: 'Zoom in' });
  await button.waitFor();
  await button.focus();
  await at.page.keyboard.press('Shift+Tab');
  await at.page.keyboard.press('Tab');
  await expect.poll(() => button.getAttribute('aria-describedby')).not.toBeNull();
  return { ...at, tip: at.page.locator('.tooltip') };
}

describe.skipIf(!hasChromium)('tooltips', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });

  it('take no click from what they lie over', async () => {
    const { page, tip, close } = await opened({});
    await tip.waitFor();
    const { x, y, width, height } = (await tip.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const there = `document.elementFromPoint(${x + width / 2}, ${y + height / 2})`;
    const inTheWay = await page.evaluate(`${there}.closest('[data-radix-popper-content-wrapper]') !== null`);
    expect(inTheWay).toBe(false);
    await close();
  });

  it('are not seen where fingers do the pointing, and told to screen readers', async () => {
    const { page, tip, close } = await opened({ viewport: PHONE, hasTouch: true, isMobile: true });
    await tip.waitFor({ state: 'attached' });
    expect(await tip.isVisible()).toBe(false);
    const id = await page.getByRole('button', { name: 'Zoom in' }).getAttribute('aria-describedby');
    expect(await page.locator(`[id="${id}"]`).textContent()).toBe('Zoom in');
    await close();
  });
});
