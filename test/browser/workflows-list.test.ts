import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programOf } from '../../src/testing/program-of.js';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, PHONE, personAt } from './support/person-at.js';

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const trigger = (type: string, parameters: object = {}) => ({
  id: type,
  name: type,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
const hook = (path: string) => trigger('webhookTrigger', { path, methods: ['POST'] });
const STOP = { ...trigger('stopAndError', { message: 'No.' }), id: 'stop' };
const LINE = [{ kind: 'main', from: { node: 'manualTrigger' }, to: { node: 'stop' } }];
const make = async (name: string, nodes: object[], more: object = {}): Promise<string> =>
  (await ada.call('POST', 'workflows', { name, nodes, edges: [], settings: {}, ...more })).body.id;
const stored = async (name: string) =>
  (await ada.call('GET', `workflows?q=${encodeURIComponent(name)}&sort=createdAt`)).body.items.find(
    (each: { name: string }) => each.name === name,
  );

const open = async (search = '') => {
  await page.goto(`${server.url}/workflows${search}`);
  await page.getByRole('table', { name: 'Workflows' }).waitFor();
};
const row = (name: string) => page.getByRole('row').filter({ hasText: name });
const names = () => page.locator('tbody tr a.font-semibold').allTextContents();
const select = async (...of: string[]) => {
  for (const name of of) await page.getByRole('checkbox', { name: `Select ${name}` }).click();
};
const bar = () => page.getByRole('toolbar');
const confirmed = (action: string) => page.getByRole('alertdialog').getByRole('button', { name: action }).click();

describe.skipIf(!hasChromium)('the list of workflows', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { locale: 'en-GB', acceptDownloads: true });
    ({ page } = at);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('says what to do first where there is nothing', async () => {
    await page.goto(`${server.url}/workflows`);
    await page.getByRole('heading', { name: 'Make your first workflow' }).waitFor();
  });

  it('shows what starts each, how it last ran and who changed it, and leads to that run', async () => {
    await make('Orders', [hook('orders')], { tags: ['shop'] });
    await make('Alerts', [trigger('errorTrigger')]);
    const charge = await make('Charge', [trigger('manualTrigger'), STOP], { edges: LINE });
    await ada.call('POST', `workflows/${charge}/run`, { wait: true });
    await open();
    await row('Charge').getByText('test failed').waitFor();
    const program = await programOf(server, ada);
    await program('POST', `workflows/${charge}/run`, { wait: true, version: 'draft' });
    await open();
    await row('Orders').getByText('Webhook').waitFor({ state: 'attached' });
    await row('Orders').getByText('never ran').waitFor();
    expect(await row('Charge').textContent()).toMatch(/Failed[\s\S]*Ada/);
    await row('Charge')
      .getByRole('link', { name: /Last run of Charge/ })
      .click();
    await page.waitForURL(/\/executions\//);
  });

  it('is ordered by its heads, which say so and keep it in the address', async () => {
    await open();
    const head = (name: string) => page.getByRole('columnheader', { name });
    await head('Name').getByRole('button').click();
    await expect.poll(names).toEqual(['Alerts', 'Charge', 'Orders']);
    expect(await head('Name').getAttribute('aria-sort')).toBe('ascending');
    expect(await head('Changed').getAttribute('aria-sort')).toBe('none');
    await head('Name').getByRole('button').click();
    await expect.poll(names).toEqual(['Orders', 'Charge', 'Alerts']);
    await page.reload();
    await expect.poll(names).toEqual(['Orders', 'Charge', 'Alerts']);
    await head('Last run').getByRole('button').click();
    await expect.poll(async () => (await names())[0]).toBe('Charge');
  });

  it('is narrowed by words and menus; the figures count all that fit', async () => {
    await open('?q=trigger:webhook');
    await expect.poll(names).toEqual(['Orders']);
    await page.getByText('1 workflow · 0 live').waitFor();
    await open();
    await page.getByRole('button', { name: /^Last run: any/ }).click();
    await page
      .getByRole('menuitemcheckbox', { name: 'Failed' })
      .or(page.getByRole('menuitem', { name: 'Failed' }))
      .click();
    await expect.poll(names).toEqual(['Charge']);
    expect(page.url()).toContain('status');
    await open();
    await page.getByRole('button', { name: '1 failed last' }).click();
    await expect.poll(names).toEqual(['Charge']);
  });

  it('opens a row in a tab of its own with Ctrl or the middle button', async () => {
    await open();
    for (const how of [{ modifiers: ['Control' as const] }, { button: 'middle' as const }]) {
      const [tab] = await Promise.all([
        page.context().waitForEvent('page'),
        row('Orders').getByText('never ran').click(how),
      ]);
      await tab.waitForURL(/\/workflows\/[0-9a-f-]{36}/);
      await tab.close();
    }
    expect(page.url()).toMatch(/\/workflows$/);
  });

  it('moves by dragging and by menu, which can be taken back', async () => {
    const { id } = (await ada.call('POST', 'folders', { name: 'Shop' })).body;
    await open();
    await row('Orders')
      .getByRole('link', { name: 'Orders', exact: true })
      .dragTo(page.getByRole('link', { name: 'Shop', exact: true }));
    await expect.poll(async () => (await stored('Orders')).folderId).toBe(id);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await stored('Orders')).folderId).toBeNull();
    await open();
    await select('Orders', 'Alerts');
    await bar().getByRole('button', { name: 'Move' }).click();
    await page.getByRole('dialog').getByRole('combobox').click();
    await page.getByRole('option', { name: 'Shop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click();
    await expect.poll(async () => (await stored('Alerts')).folderId).toBe(id);
    await open('?q=folder:none');
    await expect.poll(names).toEqual(['Charge']);
    await open(`?folder=${id}`);
    await expect.poll(async () => (await names()).sort()).toEqual(['Alerts', 'Orders']);
  });

  it('the editor says in which folder a workflow is, and leads back there', async () => {
    const { id, folderId } = await stored('Orders');
    await page.goto(`${server.url}/workflows/${id}`);
    await page.getByRole('navigation', { name: 'Where this workflow is' }).getByRole('link', { name: 'Shop' }).click();
    await page.waitForURL(new RegExp(`folder=${folderId}`));
    await expect.poll(async () => (await names()).sort()).toEqual(['Alerts', 'Orders']);
  });

  it('switches many on, tells which were left and why, and switches back', async () => {
    await open();
    await select('Orders', 'Charge');
    await bar().getByRole('button', { name: 'Switch on' }).click();
    await confirmed('Switch on');
    await page.getByText('1 workflow switched on').first().waitFor();
    await page
      .getByText(/^1 was left: /)
      .first()
      .waitFor();
    expect([(await stored('Orders')).active, (await stored('Charge')).active]).toEqual([true, false]);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await stored('Orders')).active).toBe(false);
  });

  it('gives many a tag, and takes it from those alone that got it', async () => {
    await open();
    await select('Orders', 'Charge');
    await bar().getByRole('button', { name: 'Tags' }).click();
    await page.getByRole('dialog').getByRole('combobox').or(page.getByRole('dialog').getByRole('textbox')).fill('shop');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await stored('Charge')).tags).toEqual(['shop']);
    await page.getByRole('button', { name: 'Undo' }).first().click();
    await expect.poll(async () => (await stored('Charge')).tags).toEqual([]);
    expect((await stored('Orders')).tags).toEqual(['shop']);
  });

  it('duplicates, exports what can be imported again, and deletes after asking', async () => {
    await open();
    const item = async (name: string) => {
      await page.getByRole('button', { name: 'More: Charge', exact: true }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await item('Duplicate');
    await row('Charge (copy)').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), item('Export')]);
    expect(file.suggestedFilename()).toBe('charge.json');
    const text = await readFile(await file.path(), 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      name: 'Charge',
      nodes: [{ type: 'manualTrigger' }, { type: 'stopAndError' }],
    });

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const buffer = Buffer.from(text.replace('"Charge"', '"Charge again"'));
    const other = Buffer.from(JSON.stringify({ name: 'Second file', nodes: [trigger('manualTrigger')], edges: [] }));
    await page.locator('input[type=file]').setInputFiles([
      { name: 'charge.json', mimeType: 'application/json', buffer },
      { name: 'second.json', mimeType: 'application/json', buffer: other },
    ]);
    await page.getByRole('heading', { name: '2 workflows imported' }).waitFor();
    await page.getByRole('dialog').getByText('Close', { exact: true }).click();
    expect((await stored('Charge again')).nodeCount).toBe(2);

    await select('Charge (copy)', 'Charge again', 'Second file');
    await bar().getByRole('button', { name: 'Delete' }).click();
    await confirmed('Delete');
    await page.getByText('3 workflows deleted').first().waitFor();
    await expect.poll(async () => (await names()).sort()).toEqual(['Alerts', 'Charge', 'Orders']);
  });

  it('is cards on a phone, which say the same and can be ordered', async () => {
    const phone = await personAt(browser, server, ada, { viewport: PHONE, locale: 'en-GB' });
    await phone.page.goto(`${server.url}/workflows`);
    const card = phone.page
      .getByRole('listitem')
      .filter({ has: phone.page.getByRole('link', { name: 'Charge', exact: true }) });
    await card.getByRole('link', { name: /Last run of Charge: Failed/ }).waitFor();
    await card.getByText('By hand').waitFor({ state: 'attached' });
    await phone.page.getByRole('button', { name: /^Order:/ }).click();
    await phone.page
      .getByRole('menuitemcheckbox', { name: 'By name' })
      .or(phone.page.getByRole('menuitem', { name: 'By name' }))
      .click();
    await phone.page.waitForURL(/sort=name/);
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
    expect(phone.complaints).toEqual([]);
    await phone.close();
  });

  it('has nothing to complain of', () => {
    expect(at.complaints).toEqual([]);
  });
});
