import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { hasChromium, openChromium } from './support/chromium.js';

/** The selected and the open node: forms, expressions, data, pins. */
const DESK = { width: 1440, height: 900 };
const HOSTILE = '<img src=x onerror=alert(1)>';

let server: TestServer;
let browser: Browser;
let person: TestPerson;
let workflowId: string;
let context: BrowserContext;
let page: Page;
/** What the browser complained of. */
let complaints: string[];

const node = (id: string, name: string, type: string, x: number, parameters: object = {}) => ({
  id,
  name,
  type,
  version: 1,
  position: [x, 0],
  parameters,
});
const edge = (from: string, to: string) => ({ kind: 'main', from: { node: from }, to: { node: to } });

async function open(at: string, viewport = DESK): Promise<void> {
  context = await browser.newContext({ viewport });
  await context.request.post(`${server.url}/api/v1/auth/login`, {
    data: { email: person.email, password: TEST_PASSWORD },
  });
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(`${server.url}/workflows/${workflowId}${at}`);
}

const stored = async () => (await person.call('GET', `workflows/${workflowId}`)).body;
const parametersOf = async (id: string) =>
  (await stored()).nodes.find((each: { id: string }) => each.id === id).parameters;

describe.skipIf(!hasChromium)('a node in the editor', () => {
  beforeAll(async () => {
    browser = await openChromium();
    server = await testServer();
    person = await server.person();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  beforeEach(async () => {
    const made = await person.call('POST', 'workflows', {
      name: 'Orders',
      settings: {},
      nodes: [
        node('start', 'By hand', 'manualTrigger', 0),
        node('stop', 'Complain', 'stopAndError', 300, { message: 'plain' }),
      ],
      edges: [edge('start', 'stop')],
      pins: { start: [{ json: { sku: 'A-1042', total: 12, 'odd key': HOSTILE } }, { json: { sku: 'B-2', total: 5 } }] },
    });
    expect(made.status).toBe(201);
    workflowId = made.body.id;
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('takes a field by keyboard into a parameter, shows what it gives, and saves it', async () => {
    await open('?node=stop');
    const input = page.getByRole('region', { name: 'Input' });
    await input.getByRole('button', { name: 'Use the field sku' }).press('Enter');
    await page.getByRole('menuitem', { name: /message/i }).click();
    await page.getByText('→ plainA-1042').waitFor();
    await input.getByRole('button', { name: 'Next item' }).click();
    await page.getByText('→ plainB-2').waitFor();
    await expect.poll(() => parametersOf('stop')).toMatchObject({ message: '=plain{{ $json.sku }}' });
  });

  it('shows what strangers write as text', async () => {
    await open('?node=stop');
    const input = page.getByRole('region', { name: 'Input' });
    for (const view of ['Schema', 'Table', 'JSON']) {
      await input.getByRole('button', { name: view, exact: true }).click();
      await input.getByText(HOSTILE).first().waitFor();
    }
    expect(await page.locator('img[src="x"]').count()).toBe(0);
  });

  it('proposes the mend of a wrong field, and takes it', async () => {
    await open('?node=stop');
    const field = page.getByRole('textbox', { name: /message/i });
    await field.fill('{{ $json.totl }}');
    await page.getByRole('button', { name: /Did you mean/ }).click();
    await page.getByText('→ 12').waitFor();
    await expect.poll(() => parametersOf('stop')).toMatchObject({ message: '={{ $json.total }}' });
  });

  it('runs the node by keyboard, and says what went wrong and what can be done', async () => {
    await open('?node=stop');
    await page.getByRole('region', { name: 'Output' }).waitFor();
    await page.keyboard.press('Control+Enter');
    const fault = page.getByRole('alert').filter({ hasText: 'plain' });
    await fault.waitFor();
    await fault.getByRole('button', { name: 'Retry for longer…' }).click();
    await page.getByRole('switch', { name: 'Try again when it fails' }).click();
    await expect.poll(async () => (await stored()).nodes[1].retry).toEqual({ maxTries: 3, waitMs: 1000 });
  });

  it('goes from node to node and back by keys, and changes pinned data', async () => {
    await open('?node=stop');
    await page.getByRole('region', { name: 'Output' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('button', { name: 'Edit as JSON' }).click();
    await page.getByRole('textbox', { name: 'Edit as JSON' }).fill('[{"sku":"C-3"}]');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await stored()).pins.start).toEqual([{ json: { sku: 'C-3' } }]);
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Output' }).waitFor({ state: 'hidden' });
  });

  it('breaks no rule of accessibility, on a desk and on a phone', async () => {
    for (const viewport of [DESK, { width: 390, height: 844 }]) {
      await open('?node=stop', viewport);
      await page.getByRole('textbox', { name: /message/i }).waitFor();
      await page.evaluate(axe.source);
      const { violations } = (await page.evaluate(`axe.run('[role=dialog]')`)) as {
        violations: { id: string; nodes: { html: string }[] }[];
      };
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      if (viewport === DESK) await context.close();
    }
  });
});
