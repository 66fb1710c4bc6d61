import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

/** Writing code: what it says while it runs, where it fails, what completes it, and that Esc closes what is on top alone. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const START = node('Start', 'manualTrigger');
const open = async (id: string) => {
  at = await personAt(browser, server, ada, { locale: 'en-GB' });
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${id}`);
};
const openNode = async (name: string) => {
  await page.locator(`[id="node-${name}"]`).dblclick();
  await code().waitFor();
};
const sheet = () => page.getByRole('dialog');
const code = () => sheet().locator('.cm-content').first();
const focusIsIn = (selector: string) => page.evaluate(`document.activeElement.closest('${selector}') !== null`);

describe.skipIf(!hasChromium)('code', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('shows what it wrote to the console with its step, while it is looked at and afterwards', async () => {
    const text = 'console.log("total", $json.n); console.warn("odd"); return {};';
    const { id } = await saved(ada, 'Says', START, node('Say', 'code', { mode: 'each', code: text }));
    await open(id);
    await openNode('Say');
    await page.keyboard.press('Control+Enter');
    const tab = sheet().getByRole('button', { name: 'Log · 2 lines' });
    await tab.focus();
    await page.keyboard.press('Enter');
    const lines = sheet().getByRole('list', { name: 'Log' }).getByRole('listitem');
    await expect.poll(() => lines.allTextContents()).toEqual(['Infoitem 0total undefined', 'Warningitem 0odd']);
    await page.keyboard.press('Escape');
    // The execution's page has it too.
    const { items } = (await ada.call('GET', `executions?workflowId=${id}`)).body;
    await page.goto(`${server.url}/executions/${items[0].id}`);
    await page.getByRole('option', { name: /Say/ }).click();
    await page.getByRole('button', { name: 'Log · 2 lines' }).click();
    await expect.poll(() => page.getByRole('list', { name: 'Log' }).getByRole('listitem').count()).toBe(2);
  });

  it('marks the line at which it failed, leads there, and says nothing of code that was changed since', async () => {
    const text = 'const a = 1;\nconst b = 2;\nreturn missing + a + b;\n';
    const { id } = await saved(ada, 'Fails', START, node('Sum', 'code', { code: text }));
    await open(id);
    await openNode('Sum');
    await page.keyboard.press('Control+Enter');
    await sheet().locator('.cm-fault', { hasText: 'return missing' }).waitFor();
    await sheet().locator('.cm-fault-text', { hasText: 'missing is not defined' }).waitFor();
    await sheet().getByRole('button', { name: 'Show line 3' }).click();
    await page.keyboard.type('// ');
    await expect.poll(() => code().textContent()).toContain('// return missing');
    expect(await sheet().locator('.cm-fault').count()).toBe(0);
    // Closed and opened again: the fault was of the code before.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Show line 3' }).click();
    await code().waitFor();
    expect(await sheet().locator('.cm-fault').count()).toBe(0);
    await expect.poll(() => focusIsIn('.cm-editor')).toBe(true);
  });

  it('offers $input before in, and Esc closes the list alone', async () => {
    const { id } = await saved(ada, 'Completes', START, node('Code', 'code', { code: '' }));
    await open(id);
    await openNode('Code');
    await code().click();
    await page.keyboard.type('in');
    const options = page.locator('.cm-tooltip-autocomplete li');
    await expect.poll(() => options.first().textContent()).toMatch(/^\$input/);
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    expect(await focusIsIn('.cm-editor')).toBe(true);

    // In a dialog over the sheet as well.
    await sheet().getByRole('button', { name: 'Open larger' }).click();
    const large = page.getByRole('dialog', { name: 'Code' }).last();
    await large.locator('.cm-content').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' $');
    await expect.poll(() => options.first().textContent()).toMatch(/^\$json/);
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    expect(await focusIsIn('.cm-editor')).toBe(true);
    await page.keyboard.press('Control+f');
    await large.locator('.cm-search').waitFor();
    await page.keyboard.press('Escape');
    await large.locator('.cm-search').waitFor({ state: 'detached' });
    expect(await focusIsIn('.cm-editor')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(1);
    await expect.poll(() => code().textContent()).toBe('in $');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('Esc gives up a name that is being typed, and the sheet stays', async () => {
    const { id } = await saved(ada, 'Names', START, node('Code', 'code', { code: 'return [];' }));
    await open(id);
    await openNode('Code');
    const name = sheet().getByRole('textbox', { name: 'Name of the node' });
    await name.fill('Something else');
    await page.keyboard.press('Escape');
    expect(await name.inputValue()).toBe('Code');
    expect(await sheet().count()).toBe(1);
    // The search over the canvas closes alone too: what is selected stays so.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+f');
    await page
      .getByRole('textbox', { name: 'Find in this workflow' })
      .or(page.getByRole('search').getByRole('textbox'))
      .first()
      .fill('Code');
    await page.keyboard.press('Escape');
    await page.getByRole('search').waitFor({ state: 'detached' });
    expect(await page.evaluate(`document.activeElement.getAttribute('role')`)).toBe('application');
    expect((await ada.call('GET', `workflows/${id}`)).body.nodes[1].name).toBe('Code');
  });
});
