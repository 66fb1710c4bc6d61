import type { WorkflowDocument } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { newNames, renamedRun } from './renamed-run.ts';
import type { NodeRun, ShownRun } from './run-store.ts';

const named = (names: Record<string, string>) =>
  ({ nodes: Object.entries(names).map(([id, name]) => ({ id, name })) }) as WorkflowDocument;
const ran = (index: number, from?: string): NodeRun => ({
  index,
  status: 'success',
  startedAt: 0,
  attempts: 1,
  itemCounts: [1],
  sources: from ? [{ node: from, output: 0, run: 0 }] : [null],
});
const run = {
  executionId: 'e',
  version: 1,
  status: 'error',
  nodes: { A: [ran(0)], B: [ran(1, 'A')], Gone: [ran(2, 'B')] },
  error: { message: 'no', node: 'B' },
} satisfies ShownRun;

it('tells a run by the names that its nodes have now, also where two took each other’s', () => {
  const then = named({ a: 'A', b: 'B', gone: 'Gone' });
  const names = newNames(then, named({ a: 'B', b: 'A', fresh: 'C' }));
  expect(renamedRun(run, names)).toEqual({
    ...run,
    nodes: { B: [ran(0)], A: [ran(1, 'B')], Gone: [ran(2, 'A')] },
    error: { message: 'no', node: 'A' },
  });
  expect(renamedRun(run, newNames(then, then))).toBe(run);
});
