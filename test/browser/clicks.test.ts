import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/**
 * A webhook whose call becomes fields, a condition and one of two answers, published: what somebody builds who is new here,
 * by mouse, with as few clicks as it takes. Every press of the mouse counts, whoever makes it.
 */
const MOST_CLICKS = 22;
const COUNTER = `addEventListener('pointerdown', ({ isTrusted }) => {
  if (isTrusted) globalThis.presses = (globalThis.presses ?? 0) + 1;
}, true);`;

let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;

const card = (name: string) => page.locator('.react-flow__node', { hasText: name });
const choose = async (search: string, option: RegExp) => {
  await page.keyboard.type(search);
  await page.getByRole('option', { name: option }).first().click();
};
/** The `+` behind the first port of a node that leads nowhere yet. */
const addBehind = async (name: string) => {
  await card(name).first().hover();
  await card(name).first().getByRole('button', { name: 'Add a node here' }).first().click();
};
const typed = async (field: Locator, text: string) => {
  await field.click();
  await page.keyboard.type(text);
};

describe.skipIf(!hasChromium)('clicks', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada);
    ({ page } = at);
    await page.addInitScript(COUNTER);
  });
  afterAll(async () => {
    await at?.close();
    await browser?.close();
    await server?.drop();
  });

  it(`are ${MOST_CLICKS} at most from a webhook to two answers, published`, async () => {
    await page.goto(`${server.url}/workflows`);
    await page.getByRole('button', { name: 'New workflow' }).first().click();
    await page.getByRole('button', { name: 'Choose a trigger' }).click();
    await choose('webhook', /^Webhook/);
    await page.getByRole('button', { name: 'POST', exact: true }).click();

    await addBehind('Webhook');
    await choose('edit fields', /^Edit fields/);
    await typed(page.getByLabel('Name of the field'), 'total');
    await typed(page.getByRole('textbox', { name: 'Value', exact: true }), '{{ $json.body.price * $json.body.count');

    await addBehind('Edit fields');
    await choose('if', /^If/);
    await typed(page.getByRole('textbox', { name: 'First value' }), '{{ $json.total');
    await typed(page.getByRole('combobox', { name: /^Operator/ }), 'greater than');
    await page.keyboard.press('Enter');
    await typed(page.getByRole('textbox', { name: 'Second value' }), '100');

    for (const text of ['large', 'small']) {
      await addBehind('If');
      await choose('answer with text', /^Answer a webhook with a page or text/);
      await typed(page.getByRole('textbox', { name: 'Text', exact: true }), text);
    }
    await page.getByText('Draft saved').waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText(/^Live/).first().waitFor();

    const id = new URL(page.url()).pathname.split('/').at(-1);
    const { body: workflow } = await ada.call('GET', `workflows/${id}`);
    const { path } = workflow.nodes[0].parameters;
    const call = (price: number) =>
      fetch(`${server.url}/webhook/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ price, count: 2 }),
      }).then((answer) => answer.text());
    expect([await call(60), await call(5)]).toEqual(['large', 'small']);
    expect(at.complaints).toEqual([]);
    const presses = (await page.evaluate('globalThis.presses')) as number;
    expect(presses).toBeLessThanOrEqual(MOST_CLICKS);
  });
});
