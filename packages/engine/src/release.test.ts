import { expect, it } from 'vitest';
import { buildPlan, type PlanNode } from './plan.js';
import { releaseWaiting } from './release.js';
import { newRun } from './run-state.js';

const node = (id: string) => ({
  id,
  name: id,
  type: 't',
  version: 1,
  position: [0, 0] as [number, number],
  parameters: {},
});
const main = { kind: 'main' as const };

it('releases what waits at one node by the numbers of their places as text', () => {
  const document = {
    formatVersion: 1 as const,
    name: 'Test',
    nodes: [node('a'), node('b'), node('merge')],
    edges: [
      { kind: 'main' as const, from: { node: 'a' }, to: { node: 'merge', port: 0 } },
      { kind: 'main' as const, from: { node: 'b' }, to: { node: 'merge', port: 1 } },
    ],
    settings: {},
  };
  const plan = buildPlan(document, {
    shape: () => ({ kind: 'action', inputs: [main, main], outputs: [main], effect: 'pure' }),
  });
  const merge = plan.byId.get('merge') as PlanNode;
  const state = newRun(plan);
  const places = [...Array(12).keys()];
  state.waiting.set(
    merge,
    new Map(places.map((n) => [n, { inputs: [[{ json: { n } }], null], sources: [null, null] }])),
  );
  for (const _ of places) releaseWaiting(state);
  expect(state.queue.map((step) => step.inputs[0]?.[0]?.json.n)).toEqual([0, 1, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(state.waiting.size).toBe(0);
});
