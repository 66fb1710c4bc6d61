import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../src/testing/test-server.js';
import { CanvasHand } from './support/canvas.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type PersonAt, personAt } from './support/person-at.js';

/** Names of nodes in expressions and code follow the node, however its name or its copy came about. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

const node = (name: string, type: string, at: [number, number], parameters: object = {}) => ({
  id: name,
  name,
  type,
  version: 1,
  position: at,
  parameters,
});
const code = (name: string) => `const rows = $('${name}').all();\nreturn $items("${name}"); // $('Data')`;
const sorted = (name: string) => `return $node['${name}'].json.n - a.json.n;`;
const text = (name: string) => `=<b>{{ $('${name}').item.json.n }}</b> from $('Data')`;

describe.skipIf(!hasChromium)('references to a node', () => {
  beforeAll(async () => {
    server = await testServer();
    browser = await openChromium();
    ada = await server.person('Ada');
    at = await personAt(browser, server, ada, { permissions: ['clipboard-read', 'clipboard-write'] });
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterAll(async () => {
    const complaints = at?.complaints;
    await at?.close();
    await browser?.close();
    await server?.drop();
    expect(complaints).toEqual([]);
  });

  async function opened(name: string) {
    const nodes = [
      node('Start', 'manualTrigger', [0, 0]),
      node('Data', 'noOperation', [0, 96]),
      node('Script', 'code', [240, 0], { code: code('Data') }),
      node('Order', 'sort', [240, 96], { by: 'code', code: sorted('Data') }),
      node('Fields', 'editFields', [240, 192], { fields: [{ name: 'html', type: 'string', value: text('Data') }] }),
    ];
    const edges = nodes.slice(1).map(({ id }, i) => ({ kind: 'main', from: { node: nodes[i]?.id }, to: { node: id } }));
    const made = await ada.call('POST', 'workflows', { formatVersion: 1, name, settings: {}, nodes, edges });
    expect(made.status).toBe(201);
    await hand.open(server.url, made.body.id);
  }
  const parameters = async (...names: string[]) => {
    const { nodes } = (await hand.document()) as unknown as { nodes: { name: string; parameters: object }[] };
    return names.map((name) => nodes.find((each) => each.name === name)?.parameters ?? null);
  };
  const naming = (name: string) => [
    { code: code(name) },
    { by: 'code', code: sorted(name) },
    { fields: [{ name: 'html', type: 'string', value: text(name) }] },
  ];
  const select = async (...names: string[]) => {
    for (const [i, name] of names.entries()) await hand.node(name).click(i ? { modifiers: ['Control'] } : {});
  };

  it('follow it when it is renamed, and back when that is undone', async () => {
    await opened('Renamed');
    await select('Data');
    await page.keyboard.press('F2');
    await page.locator('.react-flow__node input').fill('All rows');
    await page.keyboard.press('Enter');
    await hand.saved(() => parameters('Script', 'Order', 'Fields')).toEqual(naming('All rows'));
    await hand.undo();
    await hand.saved(() => parameters('Script', 'Order', 'Fields')).toEqual(naming('Data'));
  });

  it('mean the copies among what is duplicated, and what was not copied still', async () => {
    await opened('Copied');
    await select('Script', 'Order', 'Fields');
    await page.keyboard.press('Control+c');
    await page.keyboard.press('Control+v');
    await hand.saved(() => parameters('Script 1', 'Order 1', 'Fields 1')).toEqual(naming('Data'));

    await opened('Duplicated');
    await select('Data', 'Script', 'Order', 'Fields');
    await page.keyboard.press('Control+d');
    await hand.saved(() => parameters('Script 1', 'Order 1', 'Fields 1')).toEqual(naming('Data 1'));
    expect(await parameters('Script', 'Order', 'Fields')).toEqual(naming('Data'));
  });
});
