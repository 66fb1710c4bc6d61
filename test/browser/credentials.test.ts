import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';
import { node, saved } from './support/workflows.js';

const SECRET = 'k-secret-77d1';

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const menuOf = async (name: string, item: string) => {
  await page.getByRole('row').filter({ hasText: name }).getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const stored = async (name: string) =>
  (await ada.call('GET', 'credentials')).body.items.find((each: { name: string }) => each.name === name);

describe.skipIf(!hasChromium)('credentials', () => {
  beforeAll(async () => {
    [server, browser] = await Promise.all([testServer(), openChromium()]);
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { locale: 'en-GB' });
    ({ page } = at);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });

  it('are made by picking a type, and tested where they stand', async () => {
    await page.goto(`${server.url}/credentials`);
    await page.getByRole('button', { name: 'New credential' }).first().click();
    await page.getByRole('dialog').getByRole('searchbox').fill('header auth');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Header auth/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).first().fill('Warehouse');
    await dialog
      .getByLabel(/^(Header name|Name)/)
      .last()
      .fill('X-Key');
    await dialog
      .getByLabel(/^Value/)
      .first()
      .fill(SECRET);
    const hosts = dialog.getByLabel('Allowed hosts');
    await hosts.fill('API.example.com, example.com/path');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText("'example.com/path' is no host", { exact: false }).waitFor();
    const refusal = at.complaints.findIndex((text) => text.includes('422'));
    expect(at.complaints.splice(refusal, 1)).toEqual([expect.stringContaining('422')]);
    await hosts.fill('API.example.com, *.example.org');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('row').filter({ hasText: 'Warehouse' }).waitFor();
    expect(await stored('Warehouse')).toMatchObject({
      type: 'httpHeaderAuth',
      data: { name: 'X-Key' },
      allowedHosts: ['api.example.com', '*.example.org'],
    });
    await menuOf('Warehouse', 'Test');
    await page.getByText(/^Warehouse: /).waitFor();
  });

  it('are changed without their secret being shown or lost', async () => {
    await page.goto(`${server.url}/credentials`);
    await menuOf('Warehouse', 'Edit');
    const dialog = page.getByRole('dialog');
    const header = dialog.getByLabel(/^(Header name|Name)/).last();
    await expect.poll(() => header.inputValue()).toBe('X-Key'); // what is stored comes a moment after the form
    await header.fill('X-Other');
    const fields = await dialog.getByRole('textbox').all();
    const values = await Promise.all(fields.map((field) => field.inputValue()));
    expect(values.join()).not.toContain(SECRET);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect((await stored('Warehouse')).data).toEqual({ name: 'X-Other' });
  });

  it('ask before what was typed is thrown away, and give the focus back to what opened them', async () => {
    await page.goto(`${server.url}/credentials`);
    const opener = page.getByRole('row').filter({ hasText: 'Warehouse' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog
      .getByLabel(/^(Header name|Name)/)
      .last()
      .fill('X-Third');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
    expect(
      await dialog
        .getByLabel(/^(Header name|Name)/)
        .last()
        .inputValue(),
    ).toBe('X-Third');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Close without saving' }).click();
    await dialog.waitFor({ state: 'detached' });
    const focused = () => page.evaluate('document.activeElement?.tagName');
    await expect.poll(focused).toBe('TR');
  });

  it('are opened where a run was refused for its host, and take the host', async () => {
    const { id } = await stored('Warehouse');
    const call = node(
      'Call',
      'httpRequest',
      { url: 'http://127.0.0.1:1/', credentialType: 'httpHeaderAuth' },
      { credentials: { httpHeaderAuth: { id, name: 'Warehouse' } } },
    );
    const made = await saved(ada, 'Refused', node('Start', 'manualTrigger'), call);
    await page.goto(`${server.url}/workflows/${made.id}?node=Call`);
    await page.getByRole('region', { name: 'Output' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const fault = page.getByRole('alert').filter({ hasText: "'Warehouse' may not be sent to http://127.0.0.1:1" });
    await fault.getByRole('button', { name: 'Open the credential' }).click();
    const hosts = page.getByRole('dialog').getByLabel('Allowed hosts');
    await expect.poll(() => hosts.inputValue()).toBe('api.example.com, *.example.org');
    await hosts.fill('api.example.com, http://127.0.0.1:1');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => (await stored('Warehouse')).allowedHosts)
      .toEqual(['api.example.com', 'http://127.0.0.1:1']);
    await ada.call('DELETE', `workflows/${made.id}`);
  });

  it('say which workflows use them before they are deleted', async () => {
    const { id } = await stored('Warehouse');
    const credentials = { httpHeaderAuth: { id, name: 'Warehouse' } };
    await saved(ada, 'Nightly orders', node('Call', 'httpRequest', {}, { credentials }));
    await page.goto(`${server.url}/credentials`);
    await menuOf('Warehouse', 'Delete');
    const question = page.getByRole('alertdialog');
    await question.getByText('1 workflow uses it').waitFor();
    await question.getByText('Nightly orders').waitFor();
    await question.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No credentials yet').waitFor();
    expect(await stored('Warehouse')).toBeUndefined();
    expect(at.complaints).toEqual([]);
  });
});
