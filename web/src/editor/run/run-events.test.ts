import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterEvent, beginning, isOver, type RunEvent, shownRunOf, stepsOf } from './run-events.ts';

const name = (id: string) => id.toUpperCase();
const fold = (events: readonly RunEvent[], from = beginning('e', 1)) =>
  events.reduce((run, event) => afterEvent(run, event, name), from);

const RETRIED: RunEvent[] = [
  { t: 'started', at: 0, node: 'a' },
  { t: 'ran', at: 1, node: 'a', took: 1, outputs: [[{}]] },
  { t: 'began', at: 2, node: 'b' },
  { t: 'tried', at: 5, node: 'b', took: 3, error: { message: '503' } },
  { t: 'began', at: 9, node: 'b' },
  { t: 'ran', at: 12, node: 'b', took: 3, outputs: [[], [{}, {}]] },
  { t: 'failed', at: 14, node: 'c', took: 1, error: { message: 'no' } },
  { t: 'finished', at: 15, status: 'error', error: { message: 'no' } },
];

it('tells steps with their times, attempts and counts', () => {
  const run = fold(RETRIED);
  expect(run).toMatchObject({ status: 'error', startedAt: 0, finishedAt: 15, error: { message: 'no', node: 'C' } });
  expect(
    stepsOf(run).map(({ node, index, status, attempts, itemCounts }) => [node, index, status, attempts, itemCounts]),
  ).toEqual([
    ['A', 0, 'success', 1, [1]],
    ['B', 1, 'success', 2, [0, 2]],
    ['C', 2, 'error', 1, []],
  ]);
  expect(run.nodes.B?.[0]?.error).toBeUndefined();
});

it('shows what runs, waits and is in doubt in between', () => {
  expect(fold(RETRIED.slice(0, 3)).nodes.B?.[0]?.status).toBe('running');
  expect(fold(RETRIED.slice(0, 4)).nodes.B?.[0]).toMatchObject({ status: 'waiting', error: { message: '503' } });
  expect(fold([...RETRIED.slice(0, 3), { t: 'doubted', at: 4 }]).status).toBe('in_doubt');
  const waiting = fold([...RETRIED.slice(0, 2), { t: 'suspended', at: 3, node: 'b', took: 1 }]);
  expect(waiting.status).toBe('waiting');
  expect(isOver(waiting)).toBe(false);
});

it('comes to the same wherever the stream was cut and taken up again', () => {
  fc.assert(
    fc.property(fc.nat(RETRIED.length), (cut) => {
      expect(fold(RETRIED.slice(cut), fold(RETRIED.slice(0, cut)))).toEqual(fold(RETRIED));
    }),
  );
});

it('keeps runs of a node in a loop apart', () => {
  const loop = ['a', 'b', 'a', 'b'].map((node, at): RunEvent => ({ t: 'ran', at, node, took: 0, outputs: [[{}]] }));
  expect(stepsOf(fold(loop)).map(({ node, run, index }) => [node, run, index])).toEqual([
    ['A', 0, 0],
    ['B', 0, 1],
    ['A', 1, 2],
    ['B', 1, 3],
  ]);
});

it('reads an execution that the API gives whole', () => {
  const step = { index: 0, status: 'success', sources: [null], outputs: [[{ json: {} }]], startedAt: 1, finishedAt: 4 };
  const run = shownRunOf({
    id: 'e',
    version: 2,
    status: 'success',
    startedAt: null,
    finishedAt: null,
    runs: { A: [step] },
  } as never);
  expect(run.nodes.A?.[0]).toMatchObject({ index: 0, itemCounts: [1], startedAt: 1, finishedAt: 4 });
});

it('begins with the steps that were taken over, and counts on behind them', () => {
  const kept = { index: 0, status: 'success' as const, startedAt: 1, finishedAt: 2, sources: [null], kept: true };
  const run = fold([
    {
      t: 'started',
      at: 9,
      kept: { A: [{ ...kept, outputs: [[{}, {}]] }], B: [{ ...kept, index: 1, outputs: [[]], stale: true }] },
    },
    { t: 'ran', at: 12, node: 'c', took: 1, outputs: [[{}]] },
  ]);
  expect(
    stepsOf(run).map(({ node, index, itemCounts, kept: isKept, stale }) => [node, index, itemCounts, isKept, stale]),
  ).toEqual([
    ['A', 0, [2], true, undefined],
    ['B', 1, [0], true, true],
    ['C', 2, [1], undefined, undefined],
  ]);
});
