import { expect, it } from 'vitest';
import { previewOf } from './preview-layout.ts';

const node = (id: string, type: string, position: [number, number]) => ({
  id,
  name: id,
  type,
  version: 1,
  position,
  parameters: {},
});

it('holds every node, wherever it lies, and only lines whose ends are there', () => {
  const { box, nodes, edges } = previewOf({
    nodes: [node('a', 'webhookTrigger', [-300, -80]), node('b', 'set', [500, 400])],
    edges: [
      { kind: 'main', from: { node: 'a' }, to: { node: 'b' } },
      { kind: 'main', from: { node: 'a' }, to: { node: 'gone' } },
    ],
  });
  for (const { x, y } of nodes) {
    expect(x).toBeGreaterThan(box.x);
    expect(y).toBeGreaterThan(box.y);
    expect(x + 184).toBeLessThan(box.x + box.width);
    expect(y + 56).toBeLessThan(box.y + box.height);
  }
  expect(edges).toHaveLength(1);
  expect(nodes.map(({ isTrigger }) => isTrigger)).toEqual([true, false]);
});

it('draws nothing of an empty workflow', () => {
  expect(previewOf({ nodes: [], edges: [] })).toMatchObject({ nodes: [], edges: [] });
});
