import { describe, expect, it } from 'vitest';
import { type Frame, framedLayout } from './framed-layout.ts';

const SIZE = { width: 184, height: 56 };
const PADDING = { left: 24, top: 52, right: 24, bottom: 24 };
const node = (id: string, y = 0) => ({ id, ...SIZE, y });
const edge = (from: string, to: string, port = 0) => ({ from, to, port, supply: false });

const placed = (nodes: string[], edges: [string, string][], frames: Frame[]) =>
  new Map(
    framedLayout({ nodes: nodes.map((id) => node(id)), edges: edges.map(([a, b]) => edge(a, b)), frames }).map(
      ([id, x, y]) => [id, { x, y, ...SIZE }],
    ),
  );
type Boxes = ReturnType<typeof placed>;

function frameBox(boxes: Boxes, { nodes, left, top, right, bottom }: Frame) {
  const within = nodes.map((id) => boxes.get(id)!);
  const x = Math.min(...within.map((box) => box.x)) - left;
  const y = Math.min(...within.map((box) => box.y)) - top;
  return {
    x,
    y,
    width: Math.max(...within.map((box) => box.x + box.width)) + right - x,
    height: Math.max(...within.map((box) => box.y + box.height)) + bottom - y,
  };
}
type Box = ReturnType<typeof frameBox>;
const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

function expectClear(boxes: Boxes, frames: Frame[]) {
  const all = [...boxes];
  for (const [id, box] of all) {
    for (const [other, its] of all) if (id < other) expect(overlap(box, its), `${id} and ${other}`).toBe(false);
    for (const frame of frames) {
      if (!frame.nodes.includes(id))
        expect(overlap(box, frameBox(boxes, frame)), `${id} in ${frame.nodes}`).toBe(false);
    }
  }
}

describe('a layout with frames', () => {
  it('keeps what is in one together, and all else out of it', () => {
    const frames = [{ nodes: ['b', 'd'], ...PADDING }];
    const boxes = placed(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
        ['a', 'e'],
      ],
      frames,
    );
    expect(boxes.size).toBe(5);
    expectClear(boxes, frames);
    expect(Math.min(...[...boxes.values()].map(({ x }) => x))).toBeGreaterThanOrEqual(0);
  });

  it('keeps frames in frames, and takes two that overlap as one', () => {
    const outer = { nodes: ['b', 'c', 'd'], ...PADDING };
    const inner = { nodes: ['c', 'd'], ...PADDING };
    const boxes = placed(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['b', 'e'],
        ['c', 'd'],
      ],
      [inner, outer],
    );
    expectClear(boxes, [inner, outer]);
    const mixed = [
      { nodes: ['a', 'b'], ...PADDING },
      { nodes: ['b', 'c'], ...PADDING },
    ];
    const three = placed(
      ['a', 'b', 'c', 'e'],
      [
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'e'],
      ],
      mixed,
    );
    expectClear(three, [{ nodes: ['a', 'b', 'c'], ...PADDING }]);
  });

  it('is the layout of before where there are none, or none that holds anything', () => {
    const nodes = ['a', 'b'];
    const edges: [string, string][] = [['a', 'b']];
    expect(placed(nodes, edges, [{ nodes: ['gone'], ...PADDING }])).toEqual(placed(nodes, edges, []));
  });

  it('keeps hundreds of random frames apart', () => {
    let state = 5;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    for (let round = 0; round < 20; round++) {
      const nodes = Array.from({ length: 24 }, (_, index) => `n${String(index).padStart(2, '0')}`);
      const edges = Array.from({ length: 30 }, (): [string, string] => [nodes[random(24)]!, nodes[random(24)]!]);
      // Apart from each other, so that each is its own.
      const frames = [0, 8, 16].map((from) => ({ nodes: nodes.slice(from, from + 2 + random(6)), ...PADDING }));
      expectClear(placed(nodes, edges, frames), frames);
    }
  });
});
