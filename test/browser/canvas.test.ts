import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { CanvasHand, sketched } from './support/canvas.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Drawing by pointer: edges, nodes, notes; and each is taken back and done again. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

describe.skipIf(!hasChromium)('the canvas by pointer', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterEach(() => leaveInPeace(at));

  const row = { Start: { type: 'manualTrigger', at: [0, 0] as [number, number] } };
  const place = (x: number, y: number) => ({ at: [x, y] as [number, number] });

  it('draws an edge from a port to another node’s', async () => {
    await hand.open(server.url, await sketched(ada, 'Edge', { nodes: { ...row, Next: place(320, 96) } }));
    await hand.drag(await hand.port('Start', 'out'), await hand.port('Next', 'in'));
    await hand.savedEdges().toEqual(['Start>Next']);
    await hand.undo();
    await hand.savedEdges().toEqual([]);
    await hand.redo();
    await hand.savedEdges().toEqual(['Start>Next']);
  });

  it('offers nodes where an edge is let go, and joins the chosen one there', async () => {
    await hand.open(server.url, await sketched(ada, 'Into the open', { nodes: { ...row, Far: place(480, 320) } }));
    const [x, y] = await hand.port('Start', 'out');
    await hand.drag([x, y], [x + 120, y + 90]);
    await page.getByRole('combobox', { name: 'Add a node' }).fill('edit fields');
    await page
      .getByRole('option', { name: /^Edit fields/i })
      .first()
      .click();
    await hand.savedEdges().toEqual(['Start>Edit fields']);
    const [px, py] = await hand.port((await hand.document()).nodes.at(-1)?.id ?? '', 'in');
    expect(Math.abs(px - (x + 120)) + Math.abs(py - (y + 90))).toBeLessThan(40);
    await hand.undo();
    await hand.saved(async () => (await hand.document()).nodes.length).toBe(2);
  });

  it('puts the end of an edge elsewhere, and deletes the edge', async () => {
    const nodes = { ...row, One: place(320, -96), Two: place(320, 96) };
    await hand.open(server.url, await sketched(ada, 'Ends', { nodes, edges: ['Start>One'] }));
    const [x, y] = await hand.port('One', 'in');
    // The edge's own end lies before the port, where a new edge would begin.
    await hand.drag([x - 18, y], await hand.port('Two', 'in'));
    await hand.savedEdges().toEqual(['Start>Two']);
    await hand.undo();
    await hand.savedEdges().toEqual(['Start>One']);
    const [sx, sy] = await hand.port('Start', 'out');
    await page.mouse.click((sx + x) / 2, sy + (y - sy) / 4);
    await page.locator('.react-flow__edge.selected').waitFor();
    await page.keyboard.press('Delete');
    await hand.savedEdges().toEqual([]);
    await hand.undo();
    await hand.savedEdges().toEqual(['Start>One']);
  });

  it('puts a node that is dropped on an edge in between, in one step', async () => {
    const nodes = { ...row, End: place(480, 0), Between: place(240, 240) };
    await hand.open(server.url, await sketched(ada, 'Drop', { nodes, edges: ['Start>End'] }));
    const before = (await hand.document()).nodes;
    const [sx, sy] = await hand.port('Start', 'out');
    const [ex] = await hand.port('End', 'in');
    await hand.drag(await hand.middle(hand.node('Between')), [(sx + ex) / 2, sy + 4], false);
    await page.locator('.edge-drop').waitFor({ state: 'attached' });
    await page.mouse.up();
    await hand.savedEdges().toEqual(['Between>End', 'Start>Between']);
    expect(await page.locator('.edge-drop').count()).toBe(0);
    await hand.undo();
    await hand.savedEdges().toEqual(['Start>End']);
    expect((await hand.document()).nodes).toEqual(before);
  });

  it('chooses several by a band, and moves them together', async () => {
    const nodes = { ...row, One: place(240, 0), Two: place(240, 112), Apart: place(240, 400) };
    await hand.open(server.url, await sketched(ada, 'Band', { nodes }));
    const [ax, ay] = await hand.middle(hand.node('One'));
    const [bx, by] = await hand.middle(hand.node('Two'));
    await page.keyboard.down('Shift');
    await hand.drag([ax + 110, ay - 50], [bx - 60, by + 10]);
    await page.keyboard.up('Shift');
    await hand.drag([ax, ay], [ax + 64, ay + 32]);
    const places = async () => {
      const all = Object.fromEntries((await hand.document()).nodes.map(({ name, position }) => [name, position]));
      return { One: all.One, Two: all.Two, Apart: all.Apart };
    };
    await hand.saved(places).not.toEqual({ One: [240, 0], Two: [240, 112], Apart: [240, 400] });
    const { One, Two, Apart } = await places();
    expect([Two![0] - One![0], Two![1] - One![1]]).toEqual([0, 112]);
    expect(Apart).toEqual([240, 400]);
    await hand.undo();
    await hand.saved(places).toEqual({ One: [240, 0], Two: [240, 112], Apart: [240, 400] });
  });

  it('adds a node where the ground is clicked twice', async () => {
    await hand.open(server.url, await sketched(ada, 'Twice', { nodes: { ...row, End: place(480, 240) } }));
    const [x, y] = await hand.middle(hand.node('Start'));
    await page.mouse.dblclick(x + 40, y + 180);
    await page.getByRole('combobox', { name: 'Add a node' }).fill('edit fields');
    await page
      .getByRole('option', { name: /^Edit fields/i })
      .first()
      .click();
    const [ex, ey] = await hand.middle(hand.named('Edit fields').first());
    expect(Math.abs(ex - (x + 40)) + Math.abs(ey - (y + 180))).toBeLessThan(40);
  });

  it('writes, resizes and paints a note', async () => {
    await hand.open(server.url, await sketched(ada, 'Notes', { nodes: { ...row, End: place(640, 320) } }));
    await hand.canvas().focus();
    await page.keyboard.press('s');
    await page.getByRole('textbox', { name: 'Note' }).fill('**Ask** finance https://example.com/a');
    await page.keyboard.press('Escape');
    const note = page.locator('.react-flow__node-note');
    await note.locator('strong', { hasText: 'Ask' }).waitFor();
    await note.getByRole('link', { name: 'https://example.com/a' }).waitFor();
    await hand.saved(async () => (await hand.document()).notes?.[0]?.text).toContain('**Ask**');
    const [width = 0, height = 0] = (await hand.document()).notes?.[0]?.size ?? [];

    await note.click({ position: { x: 8, y: 60 } });
    const corner = await hand.middle(note.locator('.react-flow__resize-control.handle.bottom.right'));
    await hand.drag(corner, [corner[0] + 80, corner[1] + 48]);
    await hand.saved(async () => (await hand.document()).notes?.[0]?.size[0]).toBeGreaterThan(width);
    expect((await hand.document()).notes?.[0]?.size[1]).toBeGreaterThan(height);
    await hand.undo();
    await hand.saved(async () => (await hand.document()).notes?.[0]?.size).toEqual([width, height]);

    await note.click({ button: 'right', position: { x: 8, y: 60 } });
    await page.getByRole('menuitem', { name: 'Colour' }).hover();
    await page.getByRole('menuitemcheckbox', { name: 'Violet' }).click();
    await hand.saved(async () => (await hand.document()).notes?.[0]).toMatchObject({ color: 'violet' });
  });

  it('pins what a node gave, and takes the pin away again', async () => {
    const nodes = { ...row, Next: place(240, 0) };
    const id = await sketched(ada, 'Pins', { nodes, edges: ['Start>Next'] });
    await hand.open(server.url, id);
    await page.getByRole('button', { name: 'Run from Start' }).click();
    await page.getByText('Succeeded').first().waitFor();
    await hand.node('Start').click();
    await hand.node('Start').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin its output' }).click();
    await hand.saved(async () => (await hand.document()).pins?.Start).toHaveLength(1);
    await hand.undo();
    await hand.saved(async () => (await hand.document()).pins).toBeUndefined();
  });
});
