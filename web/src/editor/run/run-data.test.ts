import type { WorkflowNode } from '@orchestrator/workflow';
import { expect, it } from 'vitest';
import { runDataBody, runDataKind, startingTrigger } from './run-data.ts';

const lastCall = () => Promise.resolve('e1');

it('takes what was chosen as far as it is there, else what is pinned, else the example', () => {
  expect(runDataKind(undefined, false)).toBe('sample');
  expect(runDataKind(undefined, true)).toBe('pinned');
  expect(runDataKind({ kind: 'sample' }, true)).toBe('sample');
  expect(runDataKind({ kind: 'pinned' }, false)).toBe('sample');
  expect(runDataKind({ kind: 'own', own: '[{"a":1}]' }, true)).toBe('own');
  expect(runDataKind({ kind: 'own', own: '[{"a":' }, true)).toBe('pinned');
  expect(runDataKind({ kind: 'own' }, false)).toBe('sample');
  const call = { executionId: 'e1', at: '2026-01-01T00:00:00Z' };
  expect(runDataKind({ kind: 'call', call }, true)).toBe('call');
  expect(runDataKind({ kind: 'pinned', call }, false)).toBe('call');
  expect(runDataKind({ kind: 'call' }, false)).toBe('sample');
});

it('asks for a run that begins with it', async () => {
  expect(await runDataBody('pinned', { lastCall })).toEqual({});
  expect(await runDataBody('last', { lastCall })).toEqual({ inputFrom: 'e1' });
  const call = { executionId: 'e2', at: '' };
  expect(await runDataBody('call', { call, lastCall })).toEqual({ inputFrom: 'e2' });
  expect(await runDataBody('sample', { lastCall })).toEqual({ input: [{ json: {} }] });
  expect(await runDataBody('sample', { example: { a: 1 }, lastCall })).toEqual({ input: [{ json: { a: 1 } }] });
  expect(await runDataBody('own', { own: '{"a":2}', lastCall })).toEqual({ input: [{ json: { a: 2 } }] });
});

it('starts from the selected trigger, the chosen one, the manual one, or the first', () => {
  const nodes = ['webhookTrigger', 'scheduleTrigger', 'manualTrigger'].map(
    (type) => ({ id: type, type }) as WorkflowNode,
  );
  expect(startingTrigger(nodes, 'scheduleTrigger', 'webhookTrigger')?.id).toBe('scheduleTrigger');
  expect(startingTrigger(nodes, 'other', 'webhookTrigger')?.id).toBe('webhookTrigger');
  expect(startingTrigger(nodes, undefined, undefined)?.id).toBe('manualTrigger');
  expect(startingTrigger(nodes.slice(0, 2), undefined, 'gone')?.id).toBe('webhookTrigger');
  expect(startingTrigger([], undefined, undefined)).toBeUndefined();
});
