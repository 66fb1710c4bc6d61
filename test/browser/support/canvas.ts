import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { TestPerson } from '../../../src/testing/test-server.js';

/** A workflow of named nodes in a row or at places of their own, joined by edges such as `Start>Edit`. */
export interface Sketch {
  nodes: Record<string, { type?: string; at: [number, number] }>;
  edges?: string[];
  groups?: { id: string; name: string; nodes: string[] }[];
}

/** Makes a workflow; the ids of its nodes are their names. @returns its id */
export async function sketched(person: TestPerson, name: string, { nodes, edges = [], groups }: Sketch) {
  const made = await person.call('POST', 'workflows', {
    formatVersion: 1,
    name,
    settings: {},
    nodes: Object.entries(nodes).map(([id, { type = 'noOperation', at }]) => ({
      id,
      name: id,
      type,
      version: 1,
      position: at,
      parameters: {},
    })),
    edges: edges.map((edge) => {
      const [from = '', to = ''] = edge.split('>');
      return { kind: 'main', from: { node: from }, to: { node: to } };
    }),
    ...(groups ? { groups } : {}),
  });
  expect(made.status).toBe(201);
  return made.body.id as string;
}

/** What a canvas test does with the pointer, and what it sees of the document that is saved. */
export class CanvasHand {
  constructor(
    readonly page: Page,
    private readonly person: TestPerson,
  ) {}

  readonly node = (name: string): Locator => this.page.locator(`[id="node-${name}"]`);
  readonly named = (name: string): Locator => this.page.locator('.react-flow__node', { hasText: name });
  readonly canvas = (): Locator => this.page.locator('[role="application"]').first();

  async open(url: string, id: string): Promise<void> {
    await this.page.goto(`${url}/workflows/${id}`);
    await this.page.locator('.react-flow__node, canvas').first().waitFor();
    await this.page.getByRole('button', { name: 'Zoom in' }).waitFor();
  }

  /** The middle of what a locator finds, on the screen. */
  async middle(locator: Locator): Promise<[number, number]> {
    const box = await locator.boundingBox();
    if (!box) throw new Error('it is not seen');
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** The middle of a port, which is a point, on the screen. */
  async port(name: string, side: 'in' | 'out', index = 0): Promise<[number, number]> {
    const box = await this.page
      .locator(`[data-id="${name}"] [data-handleid="${side}-main-${index}"]`)
      .evaluate((at) => {
        const { x, y } = at.getBoundingClientRect();
        return [x, y] as [number, number];
      });
    return box;
  }

  async drag(from: readonly [number, number], to: readonly [number, number], drop = true): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from[0], from[1]);
    await mouse.down();
    // In steps, as a hand does it: the first ones are what tells a drag from a click.
    await mouse.move(from[0] + Math.sign(to[0] - from[0]) * 4, from[1] + Math.sign(to[1] - from[1]) * 4);
    await mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 4 });
    await mouse.move(to[0], to[1], { steps: 4 });
    if (drop) await mouse.up();
  }

  /** The document as it is saved. */
  async document(): Promise<SavedDocument> {
    const id = new URL(this.page.url()).pathname.split('/').at(-1);
    return (await this.person.call('GET', `workflows/${id}`)).body;
  }

  /** Edges of the saved document by the names of their nodes. */
  async edges(): Promise<string[]> {
    const { nodes, edges } = await this.document();
    const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name;
    return edges.map(({ from, to }) => `${nameOf(from.node)}>${nameOf(to.node)}`).sort();
  }

  /** Waits until what is saved is so. */
  saved<T>(read: () => Promise<T>) {
    return expect.poll(read, { timeout: 15_000, interval: 200 });
  }

  savedEdges() {
    return this.saved(() => this.edges());
  }

  async undo(): Promise<void> {
    await this.canvas().focus();
    await this.page.keyboard.press('Control+z');
  }

  async redo(): Promise<void> {
    await this.canvas().focus();
    await this.page.keyboard.press('Control+y');
  }

  /** What React Flow's view is now. */
  transform(): Promise<string> {
    return this.page
      .locator('.react-flow__viewport')
      .evaluate((at) => (at as { style: { transform: string } }).style.transform);
  }
}

export interface SavedEdge {
  kind: string;
  from: { node: string; port?: number };
  to: { node: string; port?: number };
}

interface SavedDocument {
  nodes: { id: string; name: string; type: string; position: [number, number]; parameters: object }[];
  edges: SavedEdge[];
  notes?: { id: string; text: string; position: [number, number]; size: [number, number] }[];
  groups?: { id: string; name: string; nodes: string[]; color?: string }[];
  pins?: Record<string, unknown[]>;
}
