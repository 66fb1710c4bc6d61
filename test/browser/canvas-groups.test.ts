import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { CanvasHand, type Sketch, sketched } from './support/canvas.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';

/** Groups, the map, and a workflow that is too large to be drawn node by node. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

const four: Sketch = {
  nodes: {
    Start: { type: 'manualTrigger', at: [0, 0] },
    One: { at: [240, 0] },
    Two: { at: [480, 0] },
    Apart: { at: [240, 240] },
  },
  edges: ['Start>One', 'One>Two'],
};

describe.skipIf(!hasChromium)('groups and the map', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterEach(() => leaveInPeace(at));

  const groups = async () =>
    (await hand.document()).groups?.map(({ name, nodes }) => `${name}: ${nodes.join(' ')}`) ?? [];
  const title = (name: string) => page.locator('.group-title', { hasText: name });

  it('groups nodes, names the group, moves it with its nodes, and takes it apart', async () => {
    await hand.open(server.url, await sketched(ada, 'Groups', four));
    await hand.node('One').click();
    await hand.node('Two').click({ modifiers: ['Control'] });
    await page.keyboard.press('Control+g');
    await page.getByRole('textbox', { name: 'Name of the group' }).fill('Payment');
    await page.keyboard.press('Enter');
    await hand.saved(groups).toEqual(['Payment: One Two']);
    await page.getByRole('group', { name: 'Group Payment, 2 nodes: One, Two' }).waitFor();

    const [x, y] = await hand.middle(title('Payment'));
    await hand.drag([x, y], [x, y + 96]);
    const places = async () => (await hand.document()).nodes.map(({ position }) => position[1]);
    await hand.saved(async () => (await places())[1]).toBeGreaterThan(0);
    const [start, one, two, apart] = await places();
    expect([start, two, apart]).toEqual([0, one, 240]);
    await hand.undo();
    await hand.saved(places).toEqual([0, 0, 0, 240]);

    await title('Payment').dblclick();
    await page.getByRole('textbox', { name: 'Name of the group' }).fill('Money');
    await page.keyboard.press('Enter');
    await hand.saved(groups).toEqual(['Money: One Two']);

    await title('Money').click();
    await page.keyboard.press('Control+Shift+g');
    await hand.saved(groups).toEqual([]);
    expect((await hand.document()).nodes).toHaveLength(4);
    await hand.undo();
    await hand.saved(groups).toEqual(['Money: One Two']);
  });

  it('copies, paints and deletes a group from its menu and by keys', async () => {
    const id = await sketched(ada, 'Menu', { ...four, groups: [{ id: 'g', name: 'Both', nodes: ['One', 'Two'] }] });
    await hand.open(server.url, id);
    await title('Both').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Colour' }).hover();
    await page.getByRole('menuitemcheckbox', { name: 'Green' }).click();
    await hand.saved(async () => (await hand.document()).groups?.[0]?.color).toBe('green');

    await hand.canvas().focus();
    await page.keyboard.press('Control+d');
    await hand.saved(async () => (await groups()).length).toBe(2);
    await hand.undo();

    await hand.node('One').click();
    await page.keyboard.press('o');
    await page.getByText('Group Both, 2 nodes: One, Two').waitFor({ state: 'attached' });
    await page.keyboard.press('Delete');
    await hand.saved(async () => (await hand.document()).nodes.map(({ name }) => name)).toEqual(['Start', 'Apart']);
    expect(await groups()).toEqual([]);
    await hand.undo();
    await hand.saved(groups).toEqual(['Both: One Two']);
  });

  it('shows a map on demand, remembers it, and goes where it is clicked', async () => {
    const id = await sketched(ada, 'Map', { ...four, nodes: { ...four.nodes, Far: { at: [4000, 2000] } } });
    await hand.open(server.url, id);
    const map = page.getByRole('img', { name: 'Map of the workflow: 5 nodes' });
    await page.getByRole('button', { name: 'Map of the workflow' }).click();
    await map.waitFor();
    await hand.canvas().focus();
    await page.keyboard.press('0');
    const before = await hand.transform();
    const box = (await map.boundingBox())!;
    await page.mouse.click(box.x + box.width - 12, box.y + box.height - 14);
    await expect.poll(() => hand.transform()).not.toBe(before);
    await page.locator('[id="node-Far"]').waitFor();

    await page.reload();
    await map.waitFor();
    await hand.canvas().focus();
    await page.keyboard.press('Shift+m');
    await map.waitFor({ state: 'detached' });
  });

  it('chooses by a band, moves and drops into an edge what is drawn as one picture', async () => {
    const nodes: Sketch['nodes'] = { Loose: { at: [300, -400] } };
    const edges: string[] = [];
    for (let index = 0; index < 200; index++) {
      nodes[`N${index}`] = { at: [(index % 20) * 320, Math.floor(index / 20) * 160] };
      if (index % 20 !== 0) edges.push(`N${index - 1}>N${index}`);
    }
    await hand.open(server.url, await sketched(ada, 'Far', { nodes, edges }));
    await page.locator('canvas').first().waitFor();
    await expect.poll(() => page.locator('.react-flow__node').count()).toBe(0);
    const frame = (await page.locator('.react-flow').boundingBox())!;
    const at = async (x: number, y: number): Promise<[number, number]> => {
      const [, dx = '0', dy = '0', zoom = '1'] =
        /translate\(([-\d.]+)px, ([-\d.]+)px\) scale\(([\d.]+)\)/.exec(await hand.transform()) ?? [];
      return [frame.x + Number(dx) + x * Number(zoom), frame.y + Number(dy) + y * Number(zoom)];
    };
    await hand.drag(await at(392, -372), await at(252, 26));
    await hand.savedEdges().toContain('Loose>N1');
    expect(await hand.edges()).toContain('N0>Loose');
    await hand.undo();
    await hand.savedEdges().toContain('N0>N1');

    await page.keyboard.down('Shift');
    await hand.drag(await at(250, 120), await at(900, 400));
    await page.keyboard.up('Shift');
    await page.getByText('4 selected').first().waitFor({ state: 'attached' });
  });
});
