import type { JsonObject } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import { chain, drive, edge, items, node, started, workflow } from './test-run.js';

const big = () => items({ text: 'x'.repeat(1_000) });
const limits = { maxItemBytes: 10_000 };

test('an endless loop ends at the bound of steps, with the node it was in', async () => {
  const document = workflow([node('A', 'pass', 1, 1)], [edge('Start', 'A'), edge('A', 'A')]);
  const { view, state } = await drive(document, [], { limits: { maxSteps: 50 } });
  expect(view.error).toMatchObject({ code: 'run.tooManySteps', message: expect.stringContaining('"A"') });
  expect(state.steps).toBe(50);
});

test('a run with as many steps as it may have succeeds', async () => {
  expect((await drive(chain([node('A', 'pass', 1, 1)]), [], { limits: { maxSteps: 2 } })).view.status).toBe('success');
});

test('new items count, and items passed on do not', async () => {
  const steps = (type: string, parameters: () => JsonObject) =>
    chain(Array.from({ length: 15 }, (_, at) => node(`N${at}`, type, at, 1, { parameters: parameters() })));
  expect(
    (
      await drive(
        steps('pass', () => ({})),
        [],
        { limits },
      )
    ).view.status,
  ).toBe('success');
  const { view } = await drive(
    steps('give', () => ({ outputs: [big()] }) as JsonObject),
    [],
    { limits },
  );
  expect(view.error).toMatchObject({ code: 'run.tooMuchData', message: expect.stringContaining('"N') });
});

test('what the trigger gives counts', async () => {
  const events = [{ ...started, items: Array.from({ length: 15 }, big).flat() }];
  expect((await drive(chain([]), [], { limits, events })).view.error?.code).toBe('run.tooMuchData');
});

test('what is taken over from an earlier run counts', async () => {
  const document = chain([node('A', 'pass', 1, 1), node('B', 'pass', 2, 1)]);
  const outputs = [Array.from({ length: 15 }, big).flat()];
  const seed = { Start: [{ index: 0, status: 'success' as const, sources: [], outputs, startedAt: 0, finishedAt: 0 }] };
  const events = [{ t: 'started' as const, at: 0, mode: 'manual' as const, node: 'B', items: items({}), seed }];
  expect((await drive(document, [], { limits, events })).view.error?.code).toBe('run.tooMuchData');
});
