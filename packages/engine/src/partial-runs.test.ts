import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import { chain, drive, edge, items, node, order, started, workflow } from './test-run.js';

const three = chain([node('A', 'pass', 1, 1), node('B', 'count', 2, 1), node('C', 'pass', 3, 1)]);
const from = (document: WorkflowDocument, more: object) =>
  drive(document, [], { events: [{ t: 'started', at: 0, mode: 'manual', node: 'Start', ...more }] });

test('a run to a node runs it and what leads to it, and nothing else', async () => {
  const document = workflow(
    [...three.nodes.slice(1), node('Side', 'pass', 1, 9)],
    [...three.edges, edge('Start', 'Side'), edge('A', 'Side')],
  );
  const { view } = await from(document, { items: started.items, to: 'B' });
  expect(order(view)).toBe('Start A B');
  expect(view.status).toBe('success');
});

test('a run from a node takes its items from an earlier run, and keeps the runs before it', async () => {
  const whole = await drive(three);
  const { view } = await from(three, { node: 'B', seed: whole.view.runs });
  expect(view.runs.B).toHaveLength(1);
  expect(view.runs.B?.[0]?.outputs[0]).toEqual([{ json: { count: 3 } }]);
  expect(view.runs.B?.[0]?.sources).toEqual([{ node: 'A', output: 0, run: 0 }]);
  expect(view.runs.A).toEqual(whole.view.runs.A);
  expect(order(view)).toBe('Start A B C');
});

test('a run from a node with items of its own takes those', async () => {
  const whole = await drive(three);
  const { view } = await from(three, { node: 'B', seed: whole.view.runs, items: items({ only: 'one' }) });
  expect(view.runs.B?.[0]?.outputs[0]).toEqual([{ json: { count: 1 }, pairedItem: { item: 0 } }]);
});

test('pinned data stands in for the node when the run asks for it', async () => {
  const document = {
    ...chain([node('A', 'fail', 1, 1), node('B', 'count', 2, 1)]),
    pins: { A: items({ pinned: true }) },
  };
  const pinned = await from(document, { items: started.items, pins: true });
  expect(pinned.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toEqual({ pinned: true });
  expect(pinned.view.runs.B?.[0]?.outputs[0]?.[0]?.json).toEqual({ count: 1 });
  expect((await from(document, { items: started.items })).view.status).toBe('error');
});

test('items that were chosen for the run stand before the pinned data of its start, and of no other node', async () => {
  const document = {
    ...chain([node('A', 'fail', 1, 1), node('B', 'count', 2, 1)]),
    pins: { Start: items({ pinned: 1 }), A: items({ pinned: 2 }) },
  };
  const chosen = await from(document, { items: items({ chosen: 1 }), pins: true, given: true });
  expect(chosen.view.runs.Start?.[0]?.outputs[0]?.[0]?.json).toEqual({ chosen: 1 });
  expect(chosen.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toEqual({ pinned: 2 });
  const pinned = await from(document, { items: items({ chosen: 1 }), pins: true });
  expect(pinned.view.runs.Start?.[0]?.outputs[0]?.[0]?.json).toEqual({ pinned: 1 });
});

test('a start that is not there is said', async () => {
  expect((await from(three, { node: 'Gone' })).view.error).toMatchObject({ code: 'run.noStart' });
  expect((await from(three, { to: 'Gone' })).view.error?.message).toContain('"Gone"');
});

test('a node by the name of what every object has is not taken as pinned', async () => {
  const document = { ...chain([node('constructor', 'pass', 1, 1), node('valueOf', 'pass', 2, 1)]), pins: {} };
  const { view } = await from(document, { items: items({ n: 1 }), pins: true });
  expect([view.status, view.lastNode]).toEqual(['success', 'valueOf']);
  expect(Object.entries(view.runs).map(([name, [run]]) => [name, run?.outputs[0]?.[0]?.json])).toEqual(
    ['Start', 'constructor', 'valueOf'].map((name) => [name, { n: 1 }]),
  );
});
