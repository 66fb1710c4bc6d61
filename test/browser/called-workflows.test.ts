import type { Browser, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Workflows that call others: what can be called is offered, can be made, takes named fields, and is called by its name. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const node = (id: string, type: string, x: number, parameters: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [x, 0],
  parameters,
});
async function made(name: string, nodes: object[], edges: object[] = [], more: object = {}): Promise<string> {
  const answer = await ada.call('POST', 'workflows', { name, nodes, edges, settings: {}, ...more });
  expect(answer.status).toBe(201);
  return answer.body.id;
}
const child = (name: string, fields: object[]) =>
  made(name, [node('called', 'subworkflowTrigger', 0, { accepts: 'fields', fields })]);
const parent = (parameters: object = {}) =>
  made(
    'Parent',
    [node('start', 'manualTrigger', 0), node('call', 'executeSubworkflow', 300, parameters)],
    [{ kind: 'main', from: { node: 'start' }, to: { node: 'call' } }],
    { pins: { start: [{ json: { sku: 'A-1', count: 2 } }] } },
  );
const callOf = async (id: string) => (await ada.call('GET', `workflows/${id}`)).body.nodes[1].parameters;
const sheet = () => page.getByRole('dialog');
const open = async (path: string) => {
  at = await personAt(browser, server, ada);
  ({ page } = at);
  await page.goto(`${server.url}/workflows/${path}`);
};

describe.skipIf(!hasChromium)('workflows that call others', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  afterEach(() => leaveInPeace(at));

  it('offers what can be called alone, with the fields that it takes, and names it on the card', async () => {
    const stock = await child('Check the stock', [
      { name: 'sku', type: 'string' },
      { name: 'count', type: 'number' },
      { name: 'express', type: 'boolean' },
    ]);
    await made('Nothing to call', [node('start', 'manualTrigger', 0)]);
    const id = await parent();
    await open(`${id}?node=call`);
    await sheet().getByRole('combobox', { name: 'Workflow to run' }).click();
    expect(await page.getByRole('option').allTextContents()).toEqual(['Check the stockNot live: its draft is run.']);
    await page.keyboard.press('Enter');
    await sheet().getByText('Left empty: from the item, A-1').waitFor();
    await sheet().getByText('Left empty: null, for the item has no such field.').waitFor();
    await sheet().getByRole('textbox', { name: 'count · Number' }).fill('5');
    await sheet().getByRole('combobox', { name: 'express · True or false' }).click();
    await page.getByRole('option', { name: 'true' }).click();
    await expect
      .poll(() => callOf(id))
      .toEqual({
        workflow: { id: stock },
        inputs: [
          { name: 'count', value: 5, type: 'number' },
          { name: 'express', value: true, type: 'boolean' },
        ],
      });
    await page.keyboard.press('Control+Enter');
    await sheet().getByRole('cell', { name: 'A-1', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    const link = page.locator('[id="node-call"]').getByRole('link', { name: 'Check the stock' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(`/workflows/${stock}`);
  });

  it('follows what the other workflow declares now, and marks what it takes no more', async () => {
    const stock = await child('Check the stock again', [{ name: 'sku', type: 'number' }]);
    const inputs = [
      { name: 'sku', value: '={{ $json.sku }}', type: 'string' },
      { name: 'old', value: 'x', type: 'string' },
    ];
    const id = await parent({ workflow: { id: stock }, inputs });
    await open(`${id}?node=call`);
    await sheet().getByText('The workflow doesn’t take this field any more: it is left out.').waitFor();
    await sheet().getByRole('button', { name: 'Remove old' }).click();
    await sheet().getByText('It is given as: Text. The workflow takes: Number.').waitFor();
    await sheet().getByRole('button', { name: 'Use Number' }).click();
    await expect
      .poll(async () => (await callOf(id)).inputs)
      .toEqual([{ name: 'sku', value: '={{ $json.sku }}', type: 'number' }]);
  });

  it('makes a sub-workflow in a tab of its own, with the trigger and the fields of the item', async () => {
    const id = await parent();
    await open(`${id}?node=call`);
    const opened = page.context().waitForEvent('page');
    await sheet().getByRole('button', { name: 'Create a sub-workflow' }).click();
    const tab = await opened;
    await tab.getByLabel('Name of the workflow').waitFor();
    expect(await tab.getByLabel('Name of the workflow').inputValue()).toBe('Sub-workflow for call');
    await expect.poll(async () => (await callOf(id)).workflow?.id).toBe(new URL(tab.url()).pathname.split('/').at(-1));
    await sheet().getByRole('textbox', { name: 'sku · Text' }).waitFor();
    await sheet().getByRole('textbox', { name: 'count · Number' }).waitFor();
  });

  it('offers error workflows likewise, by keyboard', async () => {
    const alarm = await made('Alarm', [node('failed', 'errorTrigger', 0)]);
    const id = await parent();
    await open(id);
    await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: /settings/i }).press('Enter');
    const field = sheet().getByRole('combobox', { name: 'When it fails, run' });
    await field.press('ArrowDown');
    await page.getByRole('option', { name: 'Alarm' }).waitFor();
    expect(await page.getByRole('option').count()).toBe(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ada.call('GET', `workflows/${id}`)).body.settings.errorWorkflow).toBe(alarm);
    expect(await sheet().getByRole('link', { name: 'Open it' }).getAttribute('href')).toBe(`/workflows/${alarm}`);
  });
});
