import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { withSharedParts } from './share.ts';

const node = (id: string, name = id) => ({
  id,
  name,
  type: 'noOperation',
  version: 1,
  position: [0, 0] as [number, number],
  parameters: {},
});
const document = (...nodes: ReturnType<typeof node>[]): WorkflowDocument => ({
  formatVersion: 1,
  name: 'a',
  nodes,
  edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  settings: { timezone: 'UTC' },
});

it('keeps the parts that say the same, wherever they stand, and takes the others', () => {
  const known = document(node('a'), node('b'));
  const next = structuredClone(document(node('new'), node('a'), node('b', 'renamed')));
  const shared = withSharedParts(known, next);
  expect(shared).toEqual(next);
  expect(shared.nodes[1]).toBe(known.nodes[0]);
  expect(shared.nodes[2]).not.toBe(known.nodes[1]);
  expect(shared.edges).toBe(known.edges);
  expect(shared.settings).toBe(known.settings);
});

it('leaves out what is not there any more', () => {
  const known = { ...document(node('a')), description: 'old', notes: [] };
  expect(withSharedParts(known, structuredClone(document(node('a'))))).toEqual(document(node('a')));
});
