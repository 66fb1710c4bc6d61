import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer } from '../../src/testing/test-server.js';
import { CanvasHand, type SavedEdge } from './support/canvas.js';
import { hasChromium } from './support/chromium.js';
import { inBrowser } from './support/ground.js';
import { leaveInPeace, type PersonAt, personAt } from './support/person-at.js';
import { node } from './support/workflows.js';

/** Every edge of the document is a line on the canvas, whatever was done just before, without anything being moved for it. */
let server: TestServer;
let browser: Browser;
let ada: TestPerson;
let at: PersonAt;
let page: Page;
let hand: CanvasHand;

/** Steps of one walk of random commands. */
const STEPS = 32;

describe.skipIf(!hasChromium)('the lines of the canvas', () => {
  inBrowser((ground) => {
    ({ server, browser, ada } = ground);
  });
  beforeEach(async () => {
    at = await personAt(browser, server, ada);
    ({ page } = at);
    hand = new CanvasHand(page, ada);
  });
  afterEach(() => leaveInPeace(at));

  const place = (x: number, y: number) => ({ position: [x, y] });
  const joined = (from: string, to: string, output = 0) => ({
    kind: 'main',
    from: { node: from, ...(output ? { port: output } : {}) },
    to: { node: to },
  });

  async function opened(name: string): Promise<void> {
    const { status, body } = await ada.call('POST', 'workflows', {
      formatVersion: 1,
      name,
      settings: {},
      nodes: [
        node('Start', 'manualTrigger', {}, place(0, 160)),
        node('Check', 'if', {}, place(256, 160)),
        node('Yes', 'noOperation', {}, place(512, 64)),
        node('Route', 'switch', { mode: 'expression', outputs: 3 }, place(512, 256)),
        node('One', 'noOperation', {}, place(768, 160)),
        node('Two', 'noOperation', {}, place(768, 288)),
      ],
      edges: [
        joined('Start', 'Check'),
        joined('Check', 'Yes'),
        joined('Check', 'Route', 1),
        joined('Route', 'One'),
        joined('Route', 'Two', 2),
      ],
    });
    expect(status).toBe(201);
    await hand.open(server.url, body.id);
    await allDrawn();
  }

  /** Ids of the edges that are lines with a path of some length. */
  const drawn = () =>
    page.locator('.react-flow__edge').evaluateAll((lines) =>
      (lines as unknown as Line[])
        .filter((line) => (line.querySelector('path.edge')?.getTotalLength() ?? 0) > 0)
        .map((line) => line.getAttribute('data-id'))
        .sort(),
    );

  /** Waits until what is saved and what is drawn are the same edges, as far as they are in view. */
  async function allDrawn(after = 'opening it'): Promise<void> {
    await page.getByText('Draft saved', { exact: true }).waitFor();
    const missing = async () => {
      const { nodes, edges } = await hand.document();
      const [x = 0, y = 0, zoom = 1] = (await hand.transform()).match(/-?[\d.]+/g)?.map(Number) ?? [];
      const pane = await page.locator('.react-flow').boundingBox();
      const inView = (id: string) => {
        const [left, top] = nodes.find((each) => each.id === id)?.position ?? [0, 0];
        const [px, py] = [left * zoom + x, top * zoom + y];
        return px >= 0 && py >= 0 && px < (pane?.width ?? 0) && py < (pane?.height ?? 0);
      };
      const wanted = new Map(edges.map((edge) => [lineOf(edge), inView(edge.from.node) && inView(edge.to.node)]));
      const there = await drawn();
      const gone = [...wanted].flatMap(([id, seen]) => (seen && !there.includes(id) ? [id] : []));
      return [...gone, ...there.filter((id) => !wanted.has(id)).map((id) => `${id} is no edge`)];
    };
    await expect.poll(missing, { timeout: 15_000, message: after }).toEqual([]);
  }

  async function press(...keys: string[]): Promise<void> {
    await hand.canvas().focus();
    for (const key of keys) await page.keyboard.press(key);
  }

  async function take(search: string): Promise<void> {
    await page.getByRole('combobox', { name: 'Add a node' }).fill(search);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
  }

  it('draws what is added at every branch', async () => {
    await opened('Branches');
    for (let left = await page.getByRole('button', { name: 'Add a node here' }).count(); left > 0; left--) {
      await page.getByRole('button', { name: 'Add a node here' }).first().click();
      await take(left % 2 ? 'edit fields' : 'if');
      await allDrawn(`a node at a branch, ${left} to go`);
    }
  });

  it('draws again what was deleted, copied and taken back', async () => {
    await opened('Taken back');
    const steps: string[][] = [
      ['Control+a', 'Control+d'],
      ['Control+z'],
      ['Control+a', 'Delete'],
      ['Control+z'],
      ['Control+y'],
      ['Control+z'],
      ['Control+a', 'Control+c', 'Control+v'],
      ['Control+z'],
    ];
    for (const keys of steps) {
      await press(...keys);
      await allDrawn(keys.join(' '));
    }
    expect(await drawn()).toHaveLength(5);
  });

  it('draws the lines of ports that come and go with parameters', async () => {
    await opened('Outputs');
    await hand.node('Route').click();
    const outputs = page.getByRole('complementary').getByRole('textbox', { name: 'Number of outputs' });
    for (const count of ['6', '3', '4']) {
      await outputs.fill(count);
      await outputs.blur();
      await allDrawn(`${count} outputs`);
      expect(await drawn()).toHaveLength(5);
    }
    await page.getByRole('button', { name: 'Add a node here' }).first().click();
    await take('edit fields');
    await allDrawn('a node at a port that came');
  });

  it.each([7, 1234])('draws every line through random commands, number %i', async (seed) => {
    const random = randomOf(seed);
    await opened(`Walk ${seed}`);
    const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const zoom = (name: string) => page.getByRole('button', { name }).click();
    const commands: Record<string, () => Promise<void>> = {
      add: async () => {
        await press('n');
        await take(any(['edit fields', 'if', 'merge']));
      },
      'add at a port': async () => {
        // By a script: it may lie under a bar or out of view.
        const clicked = await page.locator('button[aria-label="Add a node here"]').evaluateAll((buttons, part) => {
          const button = (buttons as unknown as Clicked[])[Math.floor(part * buttons.length)];
          button?.click();
          return button !== undefined;
        }, random());
        if (!clicked) return;
        await take(any(['edit fields', 'switch']));
      },
      walk: () => press(any(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])),
      delete: () => press('Delete'),
      'delete and join': () => press('Shift+Delete'),
      undo: () => press('Control+z'),
      redo: () => press('Control+y'),
      duplicate: () => press('ArrowRight', 'Control+d'),
      copy: () => press('ArrowLeft', 'Control+c', 'Control+v'),
      'all deleted and undone': () => press('Control+a', 'Delete', 'Control+z'),
      // From many nodes on, what is seen from afar is a picture without elements.
      'all copied': async () => {
        if ((await hand.document()).nodes.length < 40) await press('Control+a', 'Control+d');
      },
      rename: async () => {
        await press('F2');
        const field = page.locator('.react-flow__node input');
        if ((await field.count()) === 0) return;
        await field.fill(`Name ${Math.floor(random() * 1000)}`);
        await field.press('Enter');
      },
      'switch off': () => press('d'),
      move: () => press(any(['Shift+ArrowLeft', 'Shift+ArrowDown'])),
      far: async () => {
        for (let times = 0; times < 4; times++) await zoom('Zoom out');
      },
      near: () => zoom('Zoom in'),
      all: () => press('1'),
    };
    const done: string[] = [];
    for (let step = 0; step < STEPS; step++) {
      const name = any(Object.keys(commands));
      done.push(name);
      await commands[name]?.();
      await allDrawn(done.join(', '));
    }
  });
});

/** A line's name, as `edgeId` of the editor gives it. */
const lineOf = ({ kind, from, to }: SavedEdge): string =>
  `${kind}|${from.node}|${from.port ?? 0}|${to.node}|${to.port ?? 0}`;

/** Numbers from 0 to 1 that are the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

interface Clicked {
  click(): void;
}

interface Line {
  getAttribute(name: string): string;
  querySelector(selector: string): { getTotalLength(): number } | null;
}
