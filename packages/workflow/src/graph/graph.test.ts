import { expect, test } from 'vitest';
import type { EdgeKind, WorkflowDocument } from '../document.js';
import { ancestors, descendants, topologicalOrder } from './graph.js';
import { renameNode } from './rename-node.js';

/** A document of one-letter nodes from edges such as `ab` (main) and `mb:model`. */
function graph(nodes: string, edges: string): WorkflowDocument {
  return {
    formatVersion: 1,
    name: 'Graph',
    settings: {},
    nodes: [...nodes].map((id) => ({ id, name: id, type: 't', version: 1, position: [0, 0], parameters: {} })),
    edges: edges
      .split(' ')
      .filter(Boolean)
      .map((text) => ({
        kind: (text.split(':')[1] ?? 'main') as EdgeKind,
        from: { node: text[0] as string },
        to: { node: text[1] as string },
      })),
  };
}

test('ancestors and descendants, over all kinds or some', () => {
  const document = graph('abcm', 'ab bc mb:model');
  expect(ancestors(document, 'c')).toEqual(new Set(['a', 'b', 'm']));
  expect(ancestors(document, 'c', ['main'])).toEqual(new Set(['a', 'b']));
  expect(descendants(document, 'a')).toEqual(new Set(['b', 'c']));
});

test('a node on a cycle is among its own ancestors', () => {
  expect(ancestors(graph('ab', 'ab ba'), 'a')).toEqual(new Set(['a', 'b']));
});

test('topological order keeps what is on a cycle apart', () => {
  expect(topologicalOrder(graph('cba', 'ab bc'))).toEqual({ ordered: ['a', 'b', 'c'], cyclic: [] });
  expect(topologicalOrder(graph('abcd', 'ab bc cb cd'))).toEqual({ ordered: ['a'], cyclic: ['b', 'c', 'd'] });
});

test('a rename reaches expressions at any depth, and leaves texts and the given document alone', () => {
  const document = graph('ab', 'ab');
  const [, b] = document.nodes;
  if (b) b.parameters = { deep: [{ text: '=old a' }], plain: 'old a' };
  const renamed = renameNode(document, 'a', 'New', (text, from, to) => text.replace(`old ${from}`, to));
  expect(renamed.nodes.map(({ name }) => name)).toEqual(['New', 'b']);
  expect(renamed.nodes[1]?.parameters).toEqual({ deep: [{ text: '=New' }], plain: 'old a' });
  expect(document.nodes[0]?.name).toBe('a');
  expect(() => renameNode(document, 'a', 'b', (text) => text)).toThrow(/Another node/);
});
