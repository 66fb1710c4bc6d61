import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { finished, node, saved } from './support/workflows.js';

/** Data to build with: a call that came, or what an execution had, is worked with at once, and is still there tomorrow. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const ECHO = node('Echo', 'code', { code: 'return $input.all();' });
const HOOK = (path: string) => node('Hook', 'webhookTrigger', { path, methods: ['POST'] });
const executionsOf = async (id: string) => (await ada.call('GET', `executions?workflowId=${id}`)).body.items;
/** What the echo gave in the newest execution, once there are so many. */
async function echoed(id: string, count: number) {
  await expect.poll(async () => (await executionsOf(id)).length, { timeout: 15_000 }).toBe(count);
  await expect.poll(async () => (await executionsOf(id))[0].status, { timeout: 15_000 }).toBe('success');
  const [newest] = await executionsOf(id);
  return (await ada.call('GET', `executions/${newest.id}`)).body.runs.Echo[0].outputs[0][0].json;
}
const call = (path: string, body: object) =>
  fetch(`${server.url}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const card = (name: string) => page.locator(`[id="node-${name}"]`);
const startsWith = (kind: string) => page.getByRole('button', { name: `Data to start with: ${kind}` });
const run = () => page.getByRole('button', { name: /^Run from/ }).click();

describe.skipIf(!hasChromium)('data to work with', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));
  const open = async (address: string) => {
    at = await personAt(browser, server, ada, { locale: 'en-GB' });
    ({ page } = at);
    await page.goto(`${server.url}/${address}`);
  };

  it('is a test call as soon as it has come, and after the page was loaded anew', async () => {
    const { id } = await saved(ada, 'Test call', HOOK('at-hand'), ECHO);
    await open(`workflows/${id}`);
    await card('Hook').click();
    const listen = page.getByRole('button', { name: 'Listen for a test call' });
    await listen.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Listening. Call the test').waitFor();
    expect((await call('webhook-test/at-hand', { zeta: 1, alpha: 2 })).status).toBe(200);
    await startsWith('Test call').waitFor();
    expect(await echoed(id, 1)).toMatchObject({ body: { zeta: 1, alpha: 2 } });

    await page.reload();
    await startsWith('Test call').waitFor();
    // Before anything has run again it is what the next node is built with.
    await card('Echo').dblclick();
    const input = page.getByRole('region', { name: 'Input' });
    await input.getByText('zeta', { exact: true }).first().waitFor();
    await page.keyboard.press('Escape');
    await run();
    expect((await echoed(id, 2)).body).toEqual({ zeta: 1, alpha: 2 });
    // Pinned by one key, it is the document's; the call is still there to be chosen.
    await card('Hook').click();
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('p');
    await startsWith('Pinned data').click();
    await page.getByRole('menuitemcheckbox', { name: /^Test call · / }).waitFor();
    await page.keyboard.press('Escape');
  });

  it('is what any execution began with, or gave at a step, by one click on its page', async () => {
    const { id } = await saved(ada, 'Executions', HOOK('from-execution'), ECHO, node('After', 'noOperation'));
    const first = await finished(ada, id, { startNode: 'Hook', input: [{ body: { n: 1 } }] });
    await finished(ada, id, { startNode: 'Hook', input: [{ body: { n: 2 } }] });
    await open(`executions/${first.id}`);
    await page.getByRole('button', { name: 'Use this data' }).first().click();
    await page.waitForURL(`**/workflows/${id}`);
    await page.getByText('Hook starts with this data from now on.').waitFor();
    await startsWith('Data of a run').waitFor();
    await run();
    expect((await echoed(id, 3)).body).toEqual({ n: 1 });

    await page.goto(`${server.url}/executions/${first.id}`);
    await page.getByRole('option', { name: /Echo/ }).click();
    const uses = page.getByRole('button', { name: 'Use this data' });
    await expect.poll(() => uses.count(), { timeout: 15_000 }).toBe(2);
    await uses.last().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/workflows/${id}`);
    await page.getByText('1 item is pinned at Echo.').waitFor();
    expect((await ada.call('GET', `workflows/${id}`)).body.pins).toEqual({ Echo: [{ json: { body: { n: 1 } } }] });
  });

  it('is the last real call by one key in the pane of a trigger that has nothing to show', async () => {
    const { id } = await saved(ada, 'Real call', HOOK('real-call'), ECHO);
    await ada.call('POST', `workflows/${id}/activate`, {});
    await call('webhook/real-call', { really: 'called' });
    await expect.poll(async () => (await executionsOf(id))[0]?.status, { timeout: 15_000 }).toBe('success');
    await open(`workflows/${id}`);
    await card('Hook').dblclick();
    const output = page.getByRole('region', { name: 'Output' });
    await output.getByRole('button', { name: /^Use the last real call/ }).focus();
    await page.keyboard.press('Enter');
    await output.getByText('Last real call').waitFor();
    await output.getByText('webhookUrl').first().waitFor();
    await page.keyboard.press('Escape');
    await run();
    expect((await echoed(id, 2)).body).toEqual({ really: 'called' });
  });

  it('copied from an execution is what runs begin with, whatever was chosen before', async () => {
    const { id } = await saved(ada, 'Copied', HOOK('copied'), ECHO);
    const execution = await finished(ada, id, { startNode: 'Hook', input: [{ body: { from: 'a run' } }] });
    await open(`workflows/${id}`);
    await startsWith('Sample data').click();
    await page.getByRole('menuitemcheckbox', { name: /^Sample data/ }).click();
    await page.goto(`${server.url}/executions/${execution.id}`);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Copy into the editor' }).click();
    await page.waitForURL(`**/workflows/${id}`);
    await startsWith('Pinned data').waitFor();
    await run();
    expect((await echoed(id, 2)).body).toEqual({ from: 'a run' });
  });
});
