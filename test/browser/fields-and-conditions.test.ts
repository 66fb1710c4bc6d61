import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Fields that are set, and conditions: made by dropping, by typing and by keyboard; their types follow the values. */
const ORDER = { sku: 'A-1042', total: 12, paid: true, placed: '2026-03-01T08:00:00Z', lines: [{ qty: 2 }] };

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let id: string;

const node = (id: string, type: string, x: number) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [x, 0],
  parameters: {},
});
const edge = (from: string, to: string) => ({ kind: 'main', from: { node: from }, to: { node: to } });
const parametersOf = async (name: string) =>
  (await ada.call('GET', `workflows/${id}`)).body.nodes.find((each: { id: string }) => each.id === name).parameters;
const sheet = () => page.getByRole('dialog');
const field = (name: string) => sheet().getByRole('button', { name: `Use the field ${name}`, exact: true });
const open = (name: string) => page.goto(`${server.url}/workflows/${id}?node=${name}`);

describe.skipIf(!hasChromium)('fields and conditions', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    const made = await ada.call('POST', 'workflows', {
      name: 'Orders',
      settings: {},
      nodes: [node('start', 'manualTrigger', 0), node('edit', 'editFields', 240), node('check', 'if', 480)],
      edges: [edge('start', 'edit'), edge('start', 'check')],
      pins: { start: [{ json: ORDER }] },
    });
    expect(made.status).toBe(201);
    id = made.body.id;
    at = await personAt(browser, server, ada);
    ({ page } = at);
  });
  afterEach(() => leaveInPeace(at));

  it('make a name, type and value of a field that is dropped on the list', async () => {
    await open('edit');
    const add = sheet().getByRole('button', { name: 'Add field' });
    await field('total').dragTo(add);
    await field('paid').dragTo(add);
    await expect
      .poll(async () => (await parametersOf('edit')).fields)
      .toEqual([
        { name: 'total', value: '={{ $json.total }}', type: 'number' },
        { name: 'paid', value: '={{ $json.paid }}', type: 'boolean' },
      ]);
    // And of one that is dropped on the value of a row that has nothing yet.
    await add.click();
    await field('lines').dragTo(sheet().getByRole('textbox', { name: 'Value', exact: true }).last());
    await expect
      .poll(async () => (await parametersOf('edit')).fields[2])
      .toEqual({ name: 'lines', value: '={{ $json.lines }}', type: 'array' });
  });

  it('are made by keyboard alone: of a field, and typed', async () => {
    await open('edit');
    await field('sku').press('Enter');
    await page.getByRole('menuitem', { name: 'Fields to set: Add field' }).press('Enter');
    await expect
      .poll(async () => (await parametersOf('edit')).fields)
      .toEqual([{ name: 'sku', value: '={{ $json.sku }}', type: 'string' }]);
    await sheet().getByRole('button', { name: 'Add field' }).press('Enter');
    // The focus is in the name of the new row; Enter in the last row begins another.
    await page.keyboard.type('count');
    await sheet().getByRole('textbox', { name: 'Value', exact: true }).last().focus();
    await page.keyboard.type('42');
    await page.keyboard.press('Enter');
    await page.keyboard.type('sku');
    await sheet().getByText('“sku” is set more than once: the last one counts.').first().waitFor();
    await page.keyboard.type('-again');
    await expect
      .poll(async () => (await parametersOf('edit')).fields.slice(1))
      .toEqual([
        { name: 'count', value: 42, type: 'number' },
        { name: 'sku-again', value: '', type: 'string' },
      ]);
    await page.keyboard.press('Control+Enter');
    await sheet().getByRole('cell', { name: '42', exact: true }).waitFor();
  });

  it('ask of a field what its type can be asked', async () => {
    await open('check');
    const operator = (at: number) => sheet().getByRole('combobox', { name: `Operator, condition ${at}` });
    await field('placed').dragTo(sheet().getByRole('button', { name: 'Add condition' }));
    await expect.poll(() => operator(1).inputValue()).toBe('Date: is after');
    await field('paid').dragTo(sheet().getByRole('button', { name: 'Add condition' }));
    await expect.poll(() => operator(2).inputValue()).toBe('True or false: is true');
    // Found by its words, of the type that it has first.
    await operator(1).click();
    await operator(1).fill('not after');
    await page.getByRole('option', { name: 'is not after, Date' }).click();
    await expect
      .poll(async () => (await parametersOf('check')).conditions.conditions)
      .toEqual([
        { left: '={{ $json.placed }}', operator: { type: 'dateTime', operation: 'beforeOrEquals' }, right: '' },
        { left: '={{ $json.paid }}', operator: { type: 'boolean', operation: 'true' }, right: '' },
      ]);
  });

  it('take the type of a condition from what is typed', async () => {
    await open('check');
    await sheet().getByRole('textbox', { name: 'First value' }).fill('{{ $json.total * 2 }}');
    const operator = sheet().getByRole('combobox', { name: 'Operator, condition 1' });
    await expect.poll(() => operator.inputValue()).toBe('Number: is equal to');
    await operator.focus();
    await page.keyboard.type('>=');
    await page.keyboard.press('Enter');
    await sheet().getByRole('textbox', { name: 'Second value' }).fill('24');
    await page.keyboard.press('Enter');
    // The next condition has the focus in its first value.
    await page.keyboard.type('{{ $json.sku');
    await expect
      .poll(async () => (await parametersOf('check')).conditions.conditions)
      .toMatchObject([
        { left: '={{ $json.total * 2 }}', operator: { type: 'number', operation: 'gte' }, right: 24 },
        { left: '={{ $json.sku }}', operator: { type: 'string', operation: 'equals' } },
      ]);
  });
});
