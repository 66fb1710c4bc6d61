import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { brokenRules } from './support/axe.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { DESK, type PersonAt, PHONE, personAt } from './support/person-at.js';

/** The pages with a canvas, and the lists beside them: axe finds nothing, and nothing is wider than the window. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let workflow: string;
let good: string;
let bad: string;

describe.skipIf(!hasChromium)('rules of accessibility', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    const nodes = [
      { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
      {
        id: 'b',
        name: 'Price',
        type: 'editFields',
        version: 1,
        position: [240, 0],
        parameters: { mode: 'fields', fields: [{ name: 'price', type: 'number', value: '={{ 6 * 7 }}' }] },
        note: 'For the catalogue',
      },
      {
        id: 'c',
        name: 'Dear?',
        type: 'if',
        version: 1,
        position: [480, 0],
        parameters: {
          conditions: {
            combinator: 'and',
            conditions: [{ left: '={{ $json.price }}', operator: { type: 'number', operation: 'gt' }, right: 10 }],
          },
        },
      },
    ];
    const edges = [
      { kind: 'main', from: { node: 'a' }, to: { node: 'b' } },
      { kind: 'main', from: { node: 'b' }, to: { node: 'c' } },
    ];
    const notes = [{ id: 'n', text: '**Prices**\n- of today', position: [0, 120], size: [240, 96], color: 2 }];
    const document = { formatVersion: 1, name: 'Prices', tags: ['shop'], nodes, edges, notes, settings: {} };
    workflow = (await ada.call('POST', 'workflows', document)).body.id;
    const run = async () => (await ada.call('POST', `workflows/${workflow}/run`, { wait: true })).body.id as string;
    good = await run();
    const stored = (await ada.call('GET', `workflows/${workflow}`)).body;
    stored.nodes[1].parameters.fields[0].value = '={{ $json.a.b.c }}';
    await ada.call('PUT', `workflows/${workflow}`, stored);
    bad = await run();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.drop();
  });
  afterEach(() => at.close());

  it.each([
    ['light', DESK],
    ['dark', DESK],
    ['light', PHONE],
  ] as const)('are kept by lists, executions and the editor: %s, %o', async (colorScheme, viewport) => {
    at = await personAt(browser, server, ada, { colorScheme, viewport });
    ({ page } = at);
    const found: Record<string, string[]> = {};
    const look = async (name: string, path: string, ready: string) => {
      await page.goto(server.url + path);
      await page.locator(ready).first().waitFor();
      found[name] = await brokenRules(page);
    };
    await look('workflows', '/workflows', ':text("Prices"):visible');
    await look('executions', '/executions', ':text("Prices"):visible');
    await look('execution', `/executions/${good}`, '.react-flow__node');
    await look('failed execution', `/executions/${bad}`, '.react-flow__node');
    await look('compare', `/executions/compare?a=${good}&b=${bad}`, 'table');
    await look('templates', '/templates', 'article');
    await look('editor', `/workflows/${workflow}`, '.react-flow__node');
    if (viewport === DESK) {
      await page.locator('.react-flow__node', { hasText: '1 field' }).click();
      await page.getByRole('tab', { name: 'Parameters' }).waitFor();
      found['node panel'] = await brokenRules(page);
      await page.keyboard.press('n');
      await page.getByRole('option').first().waitFor();
      found['add a node'] = await brokenRules(page);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').first().waitFor();
      found.palette = await brokenRules(page);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(at.complaints).toEqual([]);
  });
});
