import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../src/testing/program-of.js';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { leaveInPeace, type PersonAt, PHONE, personAt } from './support/person-at.js';
import { finished, node, saved } from './support/workflows.js';

/** The executions of a workflow beside its editor. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let workflow: string;
const runs: string[] = [];

const START = node('Start', 'manualTrigger');
const HOOK = node('Hook', 'webhookTrigger', { path: 'beside', methods: ['POST'] });
const STOP = node('Stop', 'stopAndError', { message: 'the warehouse is closed' });
const list = () => page.getByRole('list', { name: 'Executions of this workflow' });
const tabs = () => page.getByRole('navigation', { name: 'Views of the workflow' });
const open = async (path: string, options = {}) => {
  at = await personAt(browser, server, ada, options);
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${workflow}${path}`);
};
const shown = () => new URL(page.url()).searchParams.get('execution');

describe.skipIf(!hasChromium)('the executions of a workflow', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    const program = await programOf(server, ada);
    const document = await saved(ada, 'Orders', HOOK, node('Ship', 'noOperation'));
    workflow = document.id;
    await ada.call('POST', `workflows/${workflow}/activate`, {});
    runs.push((await program('POST', `workflows/${workflow}/run`, { wait: true })).body.id);
    const more = {
      ...document,
      nodes: [START, STOP],
      edges: [{ kind: 'main', from: { node: 'Start' }, to: { node: 'Stop' } }],
    };
    await ada.call('PUT', `workflows/${workflow}`, more);
    runs.push((await finished(ada, workflow)).id);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  afterEach(() => leaveInPeace(at));

  it('are a tab of the editor, each on the version that it ran, and the editor stays as it was', async () => {
    await open('');
    await page.getByRole('application').or(page.locator('.react-flow')).first().waitFor();
    const name = page.getByRole('textbox', { name: 'Name of the workflow' });
    await name.fill('Orders of today');
    await name.press('Enter');
    await tabs().getByRole('link', { name: 'Executions' }).click();
    await page.waitForURL(/\/executions\?/);
    // The newest is shown first: a test of the draft, which failed.
    await expect.poll(shown).toBe(runs[1]);
    await page.getByRole('alert').getByText('the warehouse is closed').waitFor();
    const rows = list().getByRole('link');
    expect(await list().locator('[aria-current]').count()).toBe(1);
    expect(await rows.first().getAttribute('aria-current')).not.toBeNull();
    expect(await tabs().locator('[aria-current]').allTextContents()).toEqual(['Executions']);
    await rows.first().getByRole('img', { name: 'test runs' }).waitFor();
    await rows.nth(1).getByText('Live 1').waitFor();
    await rows.nth(1).click();
    await expect.poll(shown).toBe(runs[0]);
    await page.locator('.react-flow__node', { hasText: 'Ship' }).waitFor();
    await page.goBack();
    await expect.poll(shown).toBe(runs[1]);
    await page.goForward();
    await expect.poll(shown).toBe(runs[0]);
    // The keyboard goes from one to the next.
    await rows.nth(1).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(shown).toBe(runs[1]);
    await tabs().getByRole('link', { name: 'Editor' }).click();
    await page.locator('.react-flow__node', { hasText: 'Stop' }).waitFor();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect.poll(() => name.inputValue()).toBe('Orders');
  });

  it('are narrowed, run again and deleted without leaving the tab', async () => {
    await open(`/executions?execution=${runs[1]}`);
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await expect.poll(async () => runs.includes(shown() ?? '')).toBe(false);
    await page.getByRole('navigation', { name: 'Attempts' }).getByRole('link').first().click();
    await expect.poll(shown).toBe(runs[1]);
    expect(page.url()).toContain(`/workflows/${workflow}/executions`);
    await page.getByRole('button', { name: 'Kind: any' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'real runs' }).click();
    await expect.poll(() => list().getByRole('link').count()).toBe(1);
    await expect.poll(shown).toBe(runs[0]);
    await page.reload();
    await expect.poll(() => list().getByRole('link').count()).toBe(1);
    await page.getByText('24 h: 1 runs · 2 tests').waitFor();
  });

  it('fill a phone, one view at a time', async () => {
    await open('/executions', { viewport: PHONE });
    const rows = list().getByRole('link');
    await rows.last().waitFor();
    expect(shown()).toBeNull();
    await rows.last().click();
    await list().waitFor({ state: 'hidden' });
    await page.getByText('Live 1').first().waitFor();
    await page.getByRole('link', { name: 'All its executions' }).click();
    await list().waitFor();
  });

  it('of a workflow that never ran lead back to the editor', async () => {
    const { id } = await saved(ada, 'Rests', START);
    await open('');
    await page.goto(`${server.url}/workflows/${id}/executions`);
    await page.getByRole('heading', { name: 'It has not run yet' }).waitFor();
    await page.getByRole('link', { name: 'Back to the editor' }).click();
    await page.locator('.react-flow__node', { hasText: 'Start' }).waitFor();
  });
});
