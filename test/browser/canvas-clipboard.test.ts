import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memberOf } from '../../src/testing/member-of.js';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { CanvasHand, type Sketch, sketched } from './support/canvas.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** What comes in from elsewhere: another tab, n8n, a file; and a viewer, who brings nothing. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

const N8N = {
  nodes: [
    { id: '1', name: 'Set it', type: 'n8n-nodes-base.set', typeVersion: 3.4, position: [0, 0], parameters: {} },
    { id: '2', name: 'Then', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [220, 0], parameters: {} },
  ],
  connections: { 'Set it': { main: [[{ node: 'Then', type: 'main', index: 0 }]] } },
};
const two: Sketch = {
  nodes: { Start: { type: 'manualTrigger', at: [0, 0] }, End: { at: [800, 400] } },
};

describe.skipIf(!hasChromium)('what is pasted and dropped', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada, { permissions: ['clipboard-read', 'clipboard-write'] });
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterEach(() => leaveInPeace(at));

  it('goes from one tab to another, with its group', async () => {
    const source = await sketched(ada, 'Source', {
      nodes: { A: { at: [0, 0] }, B: { at: [240, 0] } },
      edges: ['A>B'],
      groups: [{ id: 'g', name: 'Pair', nodes: ['A', 'B'] }],
    });
    await hand.open(server.url, source);
    await page.locator('.group-title').click();
    await page.keyboard.press('Control+c');

    const other = await page.context().newPage();
    const there = new CanvasHand(other, ada);
    await there.open(server.url, await sketched(ada, 'Target', two));
    await there.canvas().focus();
    await other.keyboard.press('Control+v');
    await there.savedEdges().toEqual(['A>B']);
    expect((await there.document()).groups?.map(({ name }) => name)).toEqual(['Pair']);
    await there.undo();
    await there.saved(async () => (await there.document()).nodes.length).toBe(2);
  });

  it('takes n8n’s nodes, at the pointer', async () => {
    await hand.open(server.url, await sketched(ada, 'From n8n', two));
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(JSON.stringify(N8N))})`);
    const [x, y] = await hand.middle(hand.node('Start'));
    await page.mouse.click(x + 240, y + 120);
    await page.keyboard.press('Control+v');
    await hand.savedEdges().toEqual(['Set it>Then']);
    const [ax] = await hand.middle(hand.named('Set it'));
    const [bx, by] = await hand.middle(hand.named('Then'));
    expect(Math.abs((ax + bx) / 2 - (x + 240)) + Math.abs(by - (y + 120))).toBeLessThan(40);
  });

  it('takes a file where it is dropped', async () => {
    await hand.open(server.url, await sketched(ada, 'From a file', two));
    const [x, y] = await hand.middle(hand.node('Start'));
    const drop: [number, number] = [x + 260, y + 150];
    const text = JSON.stringify(JSON.stringify(N8N));
    const dataTransfer = await page.evaluateHandle(
      `(() => { const held = new DataTransfer(); held.items.add(new File([${text}], 'part.json')); return held; })()`,
    );
    for (const name of ['dragover', 'drop']) {
      await page.locator('.react-flow__pane').dispatchEvent(name, { dataTransfer, clientX: drop[0], clientY: drop[1] });
    }
    await hand.savedEdges().toEqual(['Set it>Then']);
    const [ax] = await hand.middle(hand.named('Set it'));
    const [bx, by] = await hand.middle(hand.named('Then'));
    expect(Math.abs((ax + bx) / 2 - drop[0]) + Math.abs(by - drop[1])).toBeLessThan(40);
  });

  it('offers the editor’s commands in the palette', async () => {
    await hand.open(server.url, await sketched(ada, 'Palette', two));
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('add note');
    await page.getByRole('option', { name: /^Add note/ }).click();
    await page.getByRole('textbox', { name: 'Note' }).waitFor();
  });

  it('lets a viewer look and change nothing', async () => {
    const id = await sketched(ada, 'Only to look at', {
      ...two,
      groups: [{ id: 'g', name: 'Pair', nodes: ['Start', 'End'] }],
    });
    const vera = await memberOf(server, ada, 'viewer');
    const seen = await personAt(browser, server, vera);
    const eyes = new CanvasHand(seen.page, ada);
    await eyes.open(server.url, id);
    await seen.page.getByText('Read only').waitFor();
    const apart = async () => {
      const [start, end] = [await eyes.middle(eyes.node('Start')), await eyes.middle(eyes.node('End'))];
      return [Math.round(end[0] - start[0]), Math.round(end[1] - start[1])];
    };
    const before = await apart();
    const [x, y] = await eyes.middle(eyes.node('Start'));
    // It moves the whole picture, not the node.
    await eyes.drag([x, y], [x + 40, y + 40]);
    // It comes to rest a moment later; the two are not looked at in the same instant.
    await expect.poll(apart).toEqual(before);
    await seen.page.mouse.dblclick(x, y + 200);
    await eyes.canvas().focus();
    for (const key of ['n', 's', 'Delete', 'Control+g']) await seen.page.keyboard.press(key);
    expect(await seen.page.getByRole('combobox', { name: 'Add a node' }).count()).toBe(0);
    await eyes.node('Start').click({ button: 'right' });
    await seen.page.getByRole('menuitem', { name: 'Open' }).waitFor();
    expect(await seen.page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
    expect((await eyes.document()).nodes).toHaveLength(2);
    expect(seen.complaints).toEqual([]);
    await seen.close();
  });
});
