import { expect, test } from 'vitest';
import type { EdgeKind, WorkflowDocument } from '../document.js';
import { ancestors, descendants, topologicalOrder } from './graph.js';

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
