import type { WorkflowDocument } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { chain, drive, edge, items, node, started, workflow } from '../test-run.js';
import type { EarlierRun } from './earlier-run.js';
import { planRunTo, type RunToRequest } from './run-to.js';

type Ran = Awaited<ReturnType<typeof drive>>;

/** Runs up to a node as a person does, on the data of an earlier run. */
async function runTo(document: WorkflowDocument, to: string, more: Partial<RunToRequest> & { earlier?: EarlierRun }) {
  const { plan } = await drive(document, [], { events: [{ ...started, to: 'Start' }] });
  const request = { plan, target: plan.byId.get(to)!, pins: true, at: 0, ...more };
  const start = planRunTo({ ...request, start: more.start && plan.byId.get(more.start.id) });
  if ('fault' in start) return { fault: start.fault } as const;
  return drive(document, [], { events: [{ t: 'started', at: 0, mode: 'manual', pins: true, ...start }] });
}

/** Names of the nodes that ran in this run itself, in order. */
const ran = (result: Ran | { fault: unknown }) =>
  'fault' in result
    ? 'fault'
    : [...result.state.runs]
        .flatMap(([name, runs]) => runs.filter(({ kept }) => !kept).map(({ index }) => ({ name, index })))
        .sort((a, b) => a.index - b.index)
        .map(({ name }) => name)
        .join(' ');

const set = (document: WorkflowDocument, id: string, more: object): WorkflowDocument => ({
  ...document,
  nodes: document.nodes.map((each) => (each.id === id ? { ...each, ...more } : each)),
});
const three = chain([node('A', 'mark', 1, 1), node('B', 'mark', 2, 1), node('C', 'mark', 3, 1)]);

describe('a run up to a node', () => {
  test('runs it again, any number of times, and nothing that has not changed', async () => {
    let earlier = await drive(three);
    for (let time = 0; time < 3; time++) {
      const next = (await runTo(three, 'B', { earlier })) as Ran;
      expect(ran(next)).toBe('B');
      expect(next.view.runs.B?.[0]?.outputs).toEqual(earlier.view.runs.B?.[0]?.outputs);
      expect(next.view.runs.B?.[0]?.index).toBe(2);
      expect(next.view.status).toBe('success');
      earlier = next;
    }
    expect(Object.keys(earlier.view.runs)).toEqual(['Start', 'A', 'B']);
  });

  test('runs what changed before it, and all between', async () => {
    const earlier = await drive(three);
    expect(ran(await runTo(set(three, 'A', { parameters: { mark: 'x' } }), 'C', { earlier }))).toBe('A B C');
    expect(ran(await runTo(set(three, 'B', { parameters: { mark: 'x' } }), 'C', { earlier }))).toBe('B C');
    expect(ran(await runTo(set(three, 'C', { parameters: { mark: 'x' } }), 'B', { earlier }))).toBe('B');
    expect(ran(await runTo(set(three, 'A', { position: [9, 9], note: 'n', name: 'Renamed' }), 'C', { earlier }))).toBe(
      'C',
    );
    expect(ran(await runTo(set(three, 'A', { credentials: { a: { id: '2' } } }), 'C', { earlier }))).toBe('A B C');
    expect(ran(await runTo(set(three, 'A', { disabled: true }), 'C', { earlier }))).toBe('A B C');
  });

  test('begins at the trigger with what that was given, when it has changed', async () => {
    const earlier = await drive(three);
    const next = (await runTo(set(three, 'Start', { parameters: { new: 1 } }), 'A', { earlier })) as Ran;
    expect(ran(next)).toBe('Start A');
    expect(next.view.runs.A?.[0]?.outputs[0]).toHaveLength(3);
    const once = (await runTo(three, 'A', { earlier: (await runTo(three, 'A', { earlier })) as Ran })) as Ran;
    expect(ran((await runTo(set(three, 'Start', { parameters: { new: 1 } }), 'A', { earlier: once })) as Ran)).toBe(
      'Start A',
    );
  });

  test('goes on behind a step that failed, and runs that step again', async () => {
    const broken = set(three, 'B', { type: 'fail' });
    const earlier = await drive(broken);
    expect(earlier.view.status).toBe('error');
    expect(ran(await runTo(broken, 'C', { earlier }))).toBe('B');
    expect(ran(await runTo(three, 'C', { earlier }))).toBe('B C');
    expect(ran(await runTo(broken, 'A', { earlier }))).toBe('A');
  });

  test('works without an earlier run, at a trigger, and for a node that nothing leads to', async () => {
    expect(ran(await runTo(three, 'B', { items: started.items }))).toBe('Start A B');
    expect(ran(await runTo(three, 'Start', { earlier: await drive(three) }))).toBe('Start');
    const lone = workflow([node('A', 'mark', 1, 1), node('B', 'mark', 2, 1)], [edge('A', 'B')]);
    const result = (await runTo(lone, 'B', {})) as Ran;
    expect(ran(result)).toBe('A B');
    expect(result.view.runs.B?.[0]?.outputs[0]).toHaveLength(1);
    expect(ran(await runTo(lone, 'B', { earlier: result }))).toBe('B');
  });

  test('takes new items for the trigger through all that it leads to', async () => {
    const earlier = await drive(three);
    const next = (await runTo(three, 'B', { earlier, items: items({ n: 9 }) })) as Ran;
    expect(ran(next)).toBe('Start A B');
    expect(next.view.runs.B?.[0]?.outputs[0]?.[0]?.json).toMatchObject({ n: 9 });
  });

  test('keeps what stands beside the way, and marks what does not', async () => {
    const beside = workflow(
      [node('A', 'mark', 1, 1), node('B', 'mark', 2, 1), node('Side', 'mark', 2, 9), node('More', 'mark', 3, 9)],
      [edge('Start', 'A'), edge('A', 'B'), edge('Start', 'Side'), edge('Side', 'More')],
    );
    const earlier = await drive(beside);
    const next = (await runTo(set(beside, 'Side', { parameters: { mark: 'x' } }), 'B', { earlier })) as Ran;
    expect(ran(next)).toBe('B');
    const stale = Object.entries(next.view.runs).filter(([, runs]) => runs.some((run) => run.stale));
    expect(stale.map(([name]) => name)).toEqual(['Side', 'More']);
    const back = (await runTo(beside, 'More', { earlier: next })) as Ran;
    expect(ran(back)).toBe('Side More');
  });

  test('runs a loop again as a whole, and what was left in the middle of one', async () => {
    const loop = workflow(
      [node('Split', 'split', 1, 1), node('Body', 'mark', 2, 2), node('Done', 'mark', 2, 0)],
      [edge('Start', 'Split'), edge('Split', 'Body', 1), edge('Body', 'Split'), edge('Split', 'Done', 0)],
    );
    const earlier = await drive(loop);
    const whole = earlier.view.runs.Done?.map(({ outputs }) => outputs);
    expect(ran(await runTo(loop, 'Done', { earlier }))).toBe('Done Done');
    const body = (await runTo(loop, 'Body', { earlier })) as Ran;
    expect(ran(body)).toBe('Split Body');
    const done = (await runTo(loop, 'Done', { earlier: body })) as Ran;
    expect(done.view.runs.Done?.map(({ outputs }) => outputs)).toEqual(whole);
  });
});

describe('pinned data on the way', () => {
  const pinned: WorkflowDocument = { ...set(three, 'A', { type: 'fail' }), pins: { A: items({ pinned: 1 }) } };

  test('stands in for its node and for all before it', async () => {
    const next = (await runTo(pinned, 'C', {})) as Ran;
    expect(ran(next)).toBe('B C');
    expect(next.view.runs.C?.[0]?.outputs[0]?.[0]?.json).toMatchObject({ pinned: 1 });
    expect(ran(await runTo(pinned, 'C', { earlier: next }))).toBe('C');
    expect(ran(await runTo({ ...pinned, pins: { A: items({ pinned: 2 }) } }, 'C', { earlier: next }))).toBe('B C');
    expect(ran(await runTo({ ...pinned, pins: {} }, 'C', { earlier: next }))).toBe('Start A');
  });

  test('that is what the node gave changes nothing', async () => {
    const earlier = await drive(three);
    const gave = earlier.view.runs.A?.[0]?.outputs[0] ?? [];
    expect(ran(await runTo({ ...three, pins: { A: [...gave] } }, 'C', { earlier }))).toBe('C');
  });

  test('at the target is what the run gives', async () => {
    const next = (await runTo(pinned, 'A', {})) as Ran;
    expect(ran(next)).toBe('A');
    expect(next.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toEqual({ pinned: 1 });
  });

  test('stands back for items that were chosen for the trigger, then and after', async () => {
    const atStart = { ...three, pins: { Start: items({ pinned: 1 }) } };
    const first = (await runTo(atStart, 'A', { items: items({ chosen: 1 }) })) as Ran;
    expect(first.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toMatchObject({ chosen: 1 });
    const second = (await runTo(set(atStart, 'A', { parameters: { mark: 'x' } }), 'A', { earlier: first })) as Ran;
    expect(second.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toMatchObject({ chosen: 1, A: 'x' });
    const repinned = { ...atStart, pins: { Start: items({ pinned: 2 }) } };
    const third = (await runTo(repinned, 'A', { earlier: second })) as Ran;
    expect(third.view.runs.A?.[0]?.outputs[0]?.[0]?.json).toMatchObject({ pinned: 2 });
  });
});

describe('a target that is not reached', () => {
  test('makes the run a failed one that says where the items ended', async () => {
    const empty = set(three, 'A', { type: 'give', parameters: { outputs: [[]] } });
    const { view } = await drive(empty, [], { events: [{ ...started, to: 'C' }] });
    expect(view.status).toBe('error');
    expect(view.error).toEqual({ code: 'run.targetNotReached', message: '"C" was not reached: "A" gave no items.' });
    const branch = workflow(
      [node('If', 'split', 1, 1), node('B', 'mark', 2, 1)],
      [edge('Start', 'If'), edge('If', 'B', 1)],
    );
    const one = await drive(branch, [], { events: [{ ...started, items: items({ n: 1 }), to: 'B' }] });
    expect(one.view.error?.message).toBe('"B" was not reached: "If" gave no items at its output 2.');
    expect(ran(await runTo(branch, 'B', { earlier: one }))).toBe('');
  });

  test('is told when it lacks one of its inputs, or when nothing leads to it', async () => {
    const both = workflow(
      [node('B', 'both', 1, 1), node('X', 'mark', 1, 2)],
      [edge('Start', 'B'), edge('X', 'B', 0, 1)],
    );
    const { view } = await drive(both, [], { events: [{ ...started, to: 'B' }] });
    expect(view.error?.message).toContain('it needs them at all of them');
    const apart = await drive(workflow([node('B', 'mark', 1, 1)], []), [], { events: [{ ...started, to: 'B' }] });
    expect(apart.view.error?.message).toContain('nothing that has run leads to it');
  });

  test('can not be begun from a trigger that does not lead to it', async () => {
    const two = workflow([node('Other', 'start', 0, 5), node('B', 'mark', 1, 1)], [edge('Other', 'B')]);
    const start = { id: 'Start' } as never;
    expect(await runTo(two, 'B', { start })).toMatchObject({ fault: { code: 'run.unreachable' } });
    expect(ran(await runTo(two, 'B', { earlier: await drive(two) }))).toBe('Other B');
  });
});
