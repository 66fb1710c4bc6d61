import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { feeder, neighbour, pinnedStart } from './upstream.ts';

const node = (id: string) => ({
  id,
  name: id.toUpperCase(),
  type: 't',
  version: 1,
  position: [0, 0] as [number, number],
  parameters: {},
});
const edge = (from: string, to: string, port = 0) => ({
  kind: 'main' as const,
  from: { node: from, port },
  to: { node: to },
});
const document: WorkflowDocument = {
  formatVersion: 1,
  name: 'W',
  settings: {},
  nodes: ['hook', 'hand', 'keep', 'end', 'lone'].map(node),
  edges: [edge('hook', 'keep'), edge('hand', 'keep'), edge('keep', 'end', 1), edge('end', 'keep')],
  pins: { hand: [{ json: {} }] },
};

it('begins a run up to a node where there is pinned data', () => {
  expect(pinnedStart(document, 'END')).toBe('HAND');
  expect(pinnedStart({ ...document, pins: {} }, 'END')).toBeUndefined();
  expect(pinnedStart(document, 'LONE')).toBeUndefined();
  expect(pinnedStart(document, 'nobody')).toBeUndefined();
});

it('shows as input what the first node gives that has something to give', () => {
  expect(feeder(document, 'keep')).toBe('hand\n0');
  expect(feeder({ ...document, pins: {} }, 'keep')).toBe('hook\n0');
  expect(feeder({ ...document, pins: {} }, 'keep', { HAND: [] })).toBe('hand\n0');
  expect(feeder(document, 'end')).toBe('keep\n1');
  expect(feeder(document, 'lone')).toBeUndefined();
});

it('steps from a node to its neighbours', () => {
  expect(neighbour(document, 'keep', 'before')).toBe('hook');
  expect(neighbour(document, 'keep', 'after')).toBe('end');
  expect(neighbour(document, 'lone', 'after')).toBeUndefined();
});
