import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { runInDoubt } from '../../src/testing/run-left-behind.js';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, PHONE, personAt } from './support/person-at.js';
import { finished, node, saved, started } from './support/workflows.js';

/** An execution's page: what it waits for, its attempts, its sub-workflows, what can be done with it; and two compared. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const START = node('Start', 'manualTrigger');
const get = async (id: string) => (await ada.call('GET', `executions/${id}`)).body;
const becomes = (id: string, status: string) =>
  expect.poll(async () => (await get(id)).status, { timeout: 15_000 }).toBe(status);
const open = async (id: string, options = {}) => {
  at = await personAt(browser, server, ada, options);
  ({ page } = at);
  await page.goto(`${server.url}/executions/${id}`);
};
const here = () => new URL(page.url()).pathname.split('/').at(-1) as string;

describe.skipIf(!hasChromium)('an execution', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  const approval = node('Approve', 'wait', { resume: 'webhook', method: 'POST' });
  const after = node('After', 'code', { code: 'return $input.all();' });

  it('that waits for a call shows its address, and goes on when that is called', async () => {
    const { id: workflow } = await saved(ada, 'Approval', START, approval, after);
    const id = await started(ada, workflow);
    await becomes(id, 'waiting');
    await open(id);
    const notice = page.getByRole('region', { name: 'It waits' });
    await notice.getByText(/until it is called/).waitFor();
    const address = await notice.locator('code').textContent();
    expect(address).toMatch(new RegExp(`^${server.url}/webhook-waiting/${id}/0-[0-9a-f]{32}$`));
    await fetch(address as string, { method: 'POST' });
    await page.getByText('Succeeded').first().waitFor();
    await notice.waitFor({ state: 'detached' });
    await becomes(id, 'success');
  });

  it('that waits goes on at once when a person says so, on a phone too', async () => {
    const { id: workflow } = await saved(
      ada,
      'Long',
      START,
      node('Pause', 'wait', { amount: 3, unit: 'hours' }),
      after,
    );
    const id = await started(ada, workflow, { input: [{ n: 1 }] });
    await becomes(id, 'waiting');
    await open(id, { viewport: PHONE });
    await page.getByText(/in 3 hours/).waitFor();
    await page.getByRole('button', { name: 'Continue now' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Continue now' }).click();
    await becomes(id, 'success');
    await page.getByText('Succeeded').first().waitFor();
    expect((await get(id)).runs.After[0].outputs[0][0].json).toEqual({ n: 1 });
  });

  it('leads to the sub-workflows that its steps started, and those lead back', async () => {
    const child = await saved(ada, 'Warehouse', node('Called', 'subworkflowTrigger'), node('Ship', 'noOperation'));
    const call = node('Call', 'executeSubworkflow', { from: 'stored', workflow: child.id });
    const parent = await finished(ada, (await saved(ada, 'Orders', START, call)).id);
    await open(parent.id);
    await page.getByRole('option', { name: /^Call/ }).click();
    await page
      .getByRole('navigation', { name: /^Started 1 sub-workflow/ })
      .last()
      .getByRole('link', { name: /^Warehouse/ })
      .click();
    await page.waitForURL((url) => url.pathname.endsWith(parent.children[0].id));
    await page.getByRole('heading', { name: 'Warehouse' }).waitFor();
    await page
      .getByRole('navigation', { name: 'Called by' })
      .getByRole('link', { name: /^Orders/ })
      .click();
    await page.waitForURL((url) => url.pathname.endsWith(parent.id));
  });

  it('that was run again shows all attempts, from each of them', async () => {
    const stop = node('Stop', 'stopAndError', { message: 'the warehouse is closed' });
    const first = await finished(ada, (await saved(ada, 'Fails', START, stop)).id);
    await open(first.id);
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(first.id));
    await page.getByText('Stop failed.').waitFor();
    const second = here();
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(second));
    await page.getByText('Stop failed.').waitFor();
    const attempts = page.getByRole('navigation', { name: 'Attempts' }).getByRole('link');
    await expect.poll(() => attempts.count()).toBe(3);
    expect(await attempts.nth(2).getAttribute('aria-current')).toBe('page');
    await attempts.first().click();
    await page.waitForURL((url) => url.pathname.endsWith(first.id));
    await expect.poll(() => attempts.count()).toBe(3);
  });

  it('is retried as it ran, or as the workflow is now, and the attempts say which', async () => {
    const stop = node('Stop', 'stopAndError', { message: 'the warehouse is closed' });
    const { id } = await saved(ada, 'Fails', START, stop);
    const first = await finished(ada, id);
    const { body } = await ada.call('GET', `workflows/${id}`);
    const mended = body.nodes.map((each: { id: string }) => (each.id === 'Stop' ? node('Stop', 'noOperation') : each));
    const draft = (await ada.call('PUT', `workflows/${id}`, { ...body, nodes: mended })).body.version;
    await open(first.id);
    await page.getByRole('button', { name: 'Retry as another version' }).click();
    await page.getByRole('menuitem', { name: /^As it is live · nothing is live/ }).waitFor();
    await page.getByRole('menuitem', { name: `As it is drafted · Draft ${draft}` }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(first.id));
    const attempts = page.getByRole('navigation', { name: 'Attempts' }).getByRole('link');
    await expect.poll(() => attempts.nth(1).textContent(), { timeout: 15_000 }).toContain('Succeeded');
    expect(await attempts.nth(0).textContent()).toContain(`on Draft ${first.version}`);
    expect(await attempts.nth(1).textContent()).toContain(`on Draft ${draft}, as drafted now`);
    await page.getByRole('button', { name: 'Run again from…' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'As which version' }).waitFor();
  });

  it('in doubt asks what happened, and goes on as it is answered', async () => {
    const send = node('Send', 'code', { code: 'return [{ json: { sent: "again" } }];' });
    const workflow = await saved(ada, 'Mails', START, send, after);
    const nodes = { trigger: 'Start', step: 'Send' };
    const answers = [
      { label: 'It did: go on', gave: { order: 7 } },
      { label: 'It did not: run it again', gave: { sent: 'again' } },
    ];
    for (const { label, gave } of answers) {
      const id = await runInDoubt(server, ada, workflow, nodes, { order: 7 });
      await at?.close();
      await open(id);
      await page.getByRole('heading', { name: 'Did Send take effect?' }).waitFor();
      await page.getByRole('button', { name: label }).click();
      await becomes(id, 'success');
      await page.getByText('Succeeded').first().waitFor();
      expect((await get(id)).runs.After[0].outputs[0][0].json).toEqual(gave);
    }
  });

  it('is gone through step by step, copied into the editor, and run again with other items', async () => {
    const add = node('Add', 'code', { code: 'return [{ json: { sum: $input.first().json.a + 1 } }];' });
    const workflow = await saved(ada, 'Sums', START, add, after);
    const first = await finished(ada, workflow.id, { input: [{ a: 1 }] });
    await open(first.id);
    await page.getByText('Before step 1 of 3').waitFor();
    await page.keyboard.press(']');
    await page.keyboard.press(']');
    await page.getByText('Step 2 of 3').waitFor();
    await page.getByRole('cell', { name: '2', exact: true }).waitFor();
    await page.keyboard.press('[');
    await page.getByText('Step 1 of 3').waitFor();

    await page.getByRole('button', { name: 'Run again from' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Begin at' }).click();
    await page.getByRole('option', { name: 'Add' }).click();
    await dialog.getByText('"a"').waitFor();
    await dialog.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('[{"a": 40}]');
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(first.id));
    await page.getByText('Succeeded').first().waitFor();
    const again = await get(here());
    expect(again.runs.Add[0].outputs[0][0].json).toEqual({ sum: 41 });

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Copy into the editor' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(workflow.id));
    const { body } = await ada.call('GET', `workflows/${workflow.id}`);
    expect(body.pins.Add).toMatchObject([{ json: { sum: 41 } }]);

    await page.goto(`${server.url}/executions/compare?a=${first.id}&b=${again.id}`);
    await page.getByText(/steps? differs?\.|steps differ\./).waitFor();
    await page.getByRole('button', { name: 'To the first difference' }).focus();
    await page.keyboard.press('Enter');
    const focused = page.locator('button[aria-expanded="true"]');
    await expect.poll(() => focused.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.locator('ins', { hasText: '41' }).first().waitFor();
    expect(await page.locator('del').first().textContent()).toBe('2');
  });

  it('on a phone has its zoom beside its steps, at the bottom of the canvas', async () => {
    const { id: workflow } = await saved(ada, 'Small', START, node('Stop', 'stopAndError', { message: 'closed' }));
    await open((await finished(ada, workflow)).id, { viewport: PHONE, hasTouch: true });
    const bottom = (name: string) =>
      page.getByRole('button', { name }).evaluate((button) => button.getBoundingClientRect().bottom);
    await page.getByRole('button', { name: /^Next step/ }).waitFor();
    await expect
      .poll(async () => Math.abs((await bottom('Zoom in')) - (await bottom('Next step'))), { timeout: 15_000 })
      .toBeLessThan(12);
    // Nothing lies on it.
    await page.getByRole('button', { name: 'Zoom in' }).click({ trial: true });
  });
});
