import { expect, test } from 'vitest';
import type { Edge, WorkflowDocument, WorkflowNode } from '../document.js';
import { outdatedNodes } from './outdated-nodes.js';

const node = (id: string, more: Partial<WorkflowNode> = {}): WorkflowNode => ({
  id,
  name: id,
  type: 'noOperation',
  version: 1,
  position: [0, 0],
  parameters: { a: 1, b: { c: [1, 2] } },
  ...more,
});
const edge = (from: string, to: string, kind: Edge['kind'] = 'main'): Edge => ({
  kind,
  from: { node: from },
  to: { node: to },
});
const before: WorkflowDocument = {
  formatVersion: 1,
  name: 'Test',
  nodes: ['a', 'b', 'c', 'side', 'model'].map((id) => node(id)),
  edges: [edge('a', 'b'), edge('b', 'c'), edge('a', 'side'), edge('model', 'c', 'model')],
  settings: {},
};
const outdated = (now: Partial<WorkflowDocument>, then = before) =>
  [...outdatedNodes(then, { ...then, ...now })].sort().join(' ');
const withNode = (id: string, more: Partial<WorkflowNode>) => ({
  nodes: before.nodes.map((each) => (each.id === id ? { ...each, ...more } : each)),
});

test('what changes the work of a node makes it outdated, with all behind it', () => {
  expect(outdated({})).toBe('');
  expect(outdated(withNode('b', { parameters: { a: 2 } }))).toBe('b c');
  expect(outdated(withNode('b', { disabled: true }))).toBe('b c');
  expect(outdated(withNode('b', { onError: 'continue' }))).toBe('b c');
  expect(outdated(withNode('b', { version: 2 }))).toBe('b c');
  expect(outdated(withNode('b', { credentials: { basic: { id: '1', name: 'x' } } }))).toBe('b c');
  expect(outdated(withNode('model', { parameters: {} }))).toBe('c model');
  expect(outdated({ settings: { timezone: 'Asia/Tokyo' } })).toBe('b c side');
});

test('what only looks different does not', () => {
  expect(outdated(withNode('b', { name: 'B', position: [9, 9], note: 'n', webhookId: 'w' }))).toBe('');
  expect(outdated(withNode('b', { retry: { maxTries: 2, waitMs: 1 } }))).toBe('');
  expect(outdated(withNode('b', { parameters: { b: { c: [1, 2] }, a: 1 } }))).toBe('');
  expect(outdated(withNode('b', { disabled: false, onError: 'stop', alwaysOutputData: false }))).toBe('');
  expect(outdated({ edges: [...before.edges].reverse() })).toBe('');
});

test('so does an edge that comes or goes, at the node that it leads to', () => {
  expect(outdated({ edges: before.edges.slice(1) })).toBe('b c');
  expect(outdated({ edges: [...before.edges, edge('side', 'b')] })).toBe('b c');
});

test('pinned data holds up what comes before it, until it is another or taken away', () => {
  const pinned = { ...before, pins: { b: [{ json: { n: 1 } }] } };
  expect(outdated(withNode('a', { parameters: {} }), pinned)).toBe('a side');
  expect(outdated({ pins: { b: [{ json: { n: 2 } }] } }, pinned)).toBe('b c');
  expect(outdated({ pins: {} }, pinned)).toBe('b c');
  expect(outdated({ pins: { b: [{ json: { n: 1 } }] } })).toBe('');
});
