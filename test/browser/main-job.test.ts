import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** The main job, as a person does it: draw a workflow, run it, set it live, call it, see what happened, break it, mend it. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const node = (name: string) => page.locator('.react-flow__node', { hasText: name });
const saved = () => page.getByText('Draft saved').waitFor();
const call = async (path: string, body: unknown) => {
  const answer = await fetch(`${server.url}/webhook/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json().catch(() => undefined) };
};
const executionsOf = async (id: string) => (await ada.call('GET', `executions?workflowId=${id}`)).body.items;
const idHere = () => new URL(page.url()).pathname.split('/').at(-1) as string;
const publish = async () => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByText(/^Live/).first().waitFor();
};

describe.skipIf(!hasChromium)('the main job', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('goes by mouse, from an empty canvas to an execution that is replayed with other items', async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows`);
    await page.getByRole('button', { name: 'New workflow' }).first().click();
    await page.getByLabel('Name of the workflow').fill('Orders by mouse');
    await page.getByRole('button', { name: 'Choose a trigger' }).click();
    await page
      .getByRole('option', { name: /^Webhook/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: 'Path' }).fill('by-mouse');
    await page.getByRole('button', { name: 'POST', exact: true }).click();
    await page.getByRole('combobox', { name: 'Answer' }).click();
    await page.getByRole('option', { name: /^When the workflow has run/ }).click();

    await node('Webhook').hover();
    await node('Webhook').getByRole('button', { name: 'Add a node here' }).click();
    await page.getByPlaceholder(/./).last().fill('edit fields');
    await page
      .getByRole('option', { name: /^Edit fields/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByLabel('Name of the field').fill('total');
    await page.getByRole('combobox', { name: /^Type: total/ }).click();
    await page.getByRole('option', { name: 'Number' }).click();
    await page.getByRole('switch', { name: 'Value, expression' }).click();
    await page.locator('.cm-content').click();
    await page.keyboard.type('{{ $json.body.price * $json.body.count');
    await saved();
    const id = idHere();

    await publish();
    expect(await call('by-mouse', { price: 3, count: 4 })).toEqual({ status: 200, body: { total: 12 } });
    const [ran] = await executionsOf(id);
    expect(ran).toMatchObject({ status: 'success', mode: 'webhook' });

    // What happened is seen on the canvas of its version, step by step.
    await page.goto(`${server.url}/executions`);
    await page.getByRole('link', { name: 'Orders by mouse' }).first().click();
    await node('Edit fields').click();
    await page.getByRole('cell', { name: '12', exact: true }).waitFor();

    // And goes again with other items.
    await page.getByRole('button', { name: 'Run again from' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('"price"').waitFor();
    await dialog.locator('.cm-content').click();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('[{"body": {"price": 10, "count": 5}}]');
    await dialog.getByRole('button', { name: 'Run', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(ran.id) && url.pathname.startsWith('/executions/'));
    await page.getByText('Succeeded').first().waitFor();
    const again = (await ada.call('GET', `executions/${idHere()}`)).body;
    expect(again.runs['Edit fields'][0].outputs[0][0].json).toEqual({ total: 50 });
  });

  it('goes by keyboard alone', async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.goto(`${server.url}/workflows/new`);
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('n');
    await page.keyboard.type('by hand');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await node('Manual').or(node('Start')).or(page.locator('.react-flow__node')).first().waitFor();
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('n');
    await page.keyboard.type('edit fields');
    await page
      .getByRole('option', { name: /^Edit fields/i })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await node('Edit fields').waitFor();
    await expect.poll(() => page.locator('.react-flow__edge').count()).toBe(1);

    // Into the panes, to a field, and an expression, without the mouse.
    await page.locator('[role="application"]').first().focus();
    await page.keyboard.press('Enter');
    const add = page.getByRole('dialog').getByRole('button', { name: 'Add field' });
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByLabel('Name of the field').focus();
    await page.keyboard.type('answer');
    const value = page.getByRole('dialog').getByLabel('Value', { exact: true });
    await value.focus();
    await page.keyboard.type('{{ 6 * 7');
    await page.getByRole('dialog').getByText('→ 42').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('cell', { name: '42', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    // Undone and done again.
    await page.locator('[role="application"]').first().focus();
    const count = await page.locator('.react-flow__node').count();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(count);
    await saved();
  });

  it('a run that fails says where and why, and goes on from there once it is mended', async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    const nodes = [
      { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
      {
        id: 'b',
        name: 'Check',
        type: 'code',
        version: 1,
        position: [240, 0],
        parameters: { code: "throw new Error('the warehouse is closed');" },
      },
    ];
    const edges = [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }];
    const document = { formatVersion: 1, name: 'Breaks', nodes, edges, settings: {} };
    const { id } = (await ada.call('POST', 'workflows', document)).body;
    await page.goto(`${server.url}/workflows/${id}`);
    await node('Check').waitFor();
    await page.getByRole('button', { name: /^Run from/ }).click();
    await page.getByText('the warehouse is closed').first().waitFor();
    await page.getByRole('link', { name: /Open this execution/ }).click();
    await page.getByText('Check failed.').waitFor();

    const { body } = await ada.call('GET', `workflows/${id}`);
    body.nodes[1].parameters.code = 'return [{ json: { open: true } }];';
    await ada.call('PUT', `workflows/${id}`, body);
    await page.getByRole('button', { name: 'Retry', exact: true }).click();
    // A retry is of the version that failed: it fails again, and its attempts are listed.
    await page.getByRole('navigation', { name: 'Attempts' }).waitFor();
  });
});
