import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { finished, node, saved } from './support/workflows.js';

/** Runs from the editor: with which data they begin, and how they are stopped. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const executionsOf = async (id: string) => (await ada.call('GET', `executions?workflowId=${id}`)).body.items;
const ECHO = node('Echo', 'code', { code: 'return $input.all();' });
/** What the echo gave in the newest execution, once there are so many. */
async function echoed(id: string, count: number) {
  await expect.poll(async () => (await executionsOf(id)).length, { timeout: 15_000 }).toBe(count);
  await expect.poll(async () => (await executionsOf(id))[0].status, { timeout: 15_000 }).toBe('success');
  const [newest] = await executionsOf(id);
  return (await ada.call('GET', `executions/${newest.id}`)).body.runs.Echo[0].outputs[0][0].json;
}
const dataButton = () => page.getByRole('button', { name: /^Data to start with/ });
async function choose(name: RegExp) {
  await dataButton().click();
  await page.getByRole('menuitemcheckbox', { name }).click();
}
const run = () => page.getByRole('button', { name: /^Run from/ }).click();

describe.skipIf(!hasChromium)('a run from the editor', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('asks before Esc loses own items that were typed', async () => {
    const { id } = await saved(ada, 'Typed', node('Hook', 'webhookTrigger', { path: 'typed' }), ECHO);
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/${id}`);
    await choose(/^Own data/);
    const dialog = page.getByRole('dialog');
    await dialog.locator('.cm-content').click();
    await page.keyboard.type('[{ "typed": 1 }]');
    await page.keyboard.press('Escape');
    const question = page.getByRole('alertdialog', { name: 'Close without saving?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await dialog.locator('.cm-content').textContent()).toContain('typed');
    await page.keyboard.press('Escape');
    await question.getByRole('button', { name: 'Close without saving' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  it('begins with sample data, the last real call, own items or what is pinned', async () => {
    const { id } = await saved(
      ada,
      'Orders',
      node('Hook', 'webhookTrigger', { path: 'orders', methods: ['POST'] }),
      ECHO,
    );
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/${id}`);
    await dataButton().click();
    const last = page.getByRole('menuitemcheckbox', { name: /^Last real call/ });
    await expect.poll(() => last.getAttribute('aria-disabled')).toBe('true');
    expect(await last.textContent()).toContain('has not been met in earnest');
    expect(await page.getByRole('menuitemcheckbox', { name: /^Pinned data/ }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    await page.keyboard.press('Escape');
    await run();
    expect((await echoed(id, 1)).body).toEqual({ id: 42, name: 'Ada Lovelace', email: 'ada@example.com' });

    await ada.call('POST', `workflows/${id}/activate`, {});
    const headers = { 'content-type': 'application/json' };
    await fetch(`${server.url}/webhook/orders`, { method: 'POST', headers, body: '{"really":"called"}' });
    await expect.poll(async () => (await executionsOf(id)).length).toBe(2);
    await page.reload();
    await choose(/^Last real call · webhook/);
    await page.getByText('Last real call').waitFor();
    await run();
    expect((await echoed(id, 3)).body).toEqual({ really: 'called' });

    await choose(/^Own data/);
    const dialog = page.getByRole('dialog');
    await dialog.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('[{"mine": tru');
    await expect.poll(() => dialog.getByRole('button', { name: 'Use this data' }).isDisabled()).toBe(true);
    await page.keyboard.insertText('e}]');
    await dialog.getByRole('button', { name: 'Use this data' }).click();
    await run();
    expect(await echoed(id, 4)).toEqual({ mine: true });

    // Remembered in this browser; and a run up to a node begins with it as well.
    await page.reload();
    await page.getByText('Own data').waitFor();
    await page.locator('.react-flow__node', { hasText: 'Echo' }).click();
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('Control+Enter');
    expect(await echoed(id, 5)).toEqual({ mine: true });

    const { body } = await ada.call('GET', `workflows/${id}`);
    await ada.call('PUT', `workflows/${id}`, { ...body, pins: { Hook: [{ json: { pinned: 1 } }] } });
    await page.reload();
    await run();
    expect(await echoed(id, 6)).toEqual({ mine: true });
    await choose(/^Pinned data/);
    await run();
    expect(await echoed(id, 7)).toEqual({ pinned: 1 });
  });

  it('up to a node does not go on from a run that began with other data', async () => {
    const { id } = await saved(ada, 'Numbers', node('Start', 'manualTrigger'), ECHO);
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/${id}`);
    await run();
    expect(await echoed(id, 1)).toEqual({});
    await choose(/^Own data/);
    await page.getByRole('dialog').locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('{"n": 7}');
    await page.getByRole('button', { name: 'Use this data' }).click();
    await page.locator('.react-flow__node', { hasText: 'Echo' }).click();
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('Control+Enter');
    expect(await echoed(id, 2)).toEqual({ n: 7 });
  });

  it('that takes long is stopped, and says so', async () => {
    const slow = node('Slow', 'code', { code: 'await new Promise((done) => setTimeout(done, 60000)); return [];' });
    const { id } = await saved(ada, 'Slow', node('Start', 'manualTrigger'), slow);
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/${id}`);
    await run();
    await page.getByText('Running').first().waitFor();
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page
      .getByText(/^Cancelled/)
      .first()
      .waitFor();
    // There is nothing to stop any more.
    await page.getByRole('button', { name: 'Stop', exact: true }).waitFor({ state: 'hidden' });
    expect((await executionsOf(id))[0]).toMatchObject({ status: 'cancelled', cancelRequested: true });
  });

  it('that waits shows for what, and goes on by its address', async () => {
    const wait = node('Approve', 'wait', { resume: 'webhook' });
    const { id } = await saved(ada, 'Waits', node('Start', 'manualTrigger'), wait, ECHO);
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/${id}`);
    await run();
    const notice = page.getByRole('region', { name: 'It waits' });
    const address = (await notice.locator('code').textContent()) as string;
    await expect.poll(async () => (await executionsOf(id))[0].status, { timeout: 15_000 }).toBe('waiting');
    expect((await fetch(address)).status).toBe(200);
    await notice.waitFor({ state: 'detached' });
    await page
      .getByText(/^Succeeded/)
      .first()
      .waitFor();
  });

  it('shows the tries of a step that is tried again', async () => {
    const retry = { retry: { maxTries: 3, waitMs: 10 } };
    const flaky = node('Flaky', 'code', { code: 'throw new Error("closed")' }, retry);
    const { id } = await saved(ada, 'Flaky', node('Start', 'manualTrigger'), flaky);
    const execution = await finished(ada, id);
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/executions/${execution.id}`);
    await page.getByRole('option', { name: /^✕ Flaky/ }).click();
    const tries = page.getByRole('list', { name: 'Attempts of Flaky' }).getByRole('listitem');
    await expect.poll(() => tries.count()).toBe(3);
    expect(await tries.first().textContent()).toContain('closed');
  });
});
