import { expect, test } from 'vitest';
import { buildPlan, type ChildStart, readHistory } from './index.js';
import { catalog, chain, drive, items, node } from './test-run.js';

test('the attempts of a step are told with their errors, those that failed before the last one', async () => {
  const retry = { maxTries: 4, waitMs: 1_000 };
  const document = chain([
    node('Flaky', 'fail', 1, 1, { retry, parameters: { until: 2 } }),
    node('Never', 'fail', 2, 1, { retry }),
  ]);
  const { events } = await drive(document);
  const { state, tries } = readHistory(buildPlan(document, catalog), 'e', events);
  expect(state.status).toBe('error');
  expect([...tries].map(([step, list]) => [step, list.length])).toEqual([
    [1, 2],
    [2, 3],
  ]);
  expect(tries.get(1)?.[0]).toEqual({
    at: expect.any(Number),
    took: expect.any(Number),
    error: { message: 'no', node: 'Flaky' },
  });
});

test('the runs of sub-workflows are told with the step that asked for them, waited for or not', async () => {
  const children = [
    { workflow: { id: 'one' }, items: items({ n: 1 }), wait: true },
    { workflow: { id: 'two' }, items: [], wait: false },
  ];
  const call = (name: string, x: number) => node(name, 'call', x, 1, { parameters: { children } as never });
  const document = chain([call('First', 1), call('Second', 2)]);
  const asked: ChildStart[] = [];
  const { events } = await drive(
    document,
    [],
    {},
    {
      children: {
        start: async (_, starts) => {
          asked.push(...starts);
          return starts.map(({ executionId }) => ({ executionId, status: 'success', items: items({ n: 1 }) }));
        },
      },
    },
  );
  const history = readHistory(buildPlan(document, catalog), 'e', events);
  expect(history.children).toEqual(
    asked.map(({ executionId, wait }, at) => ({
      executionId,
      wait,
      node: at < 2 ? 'First' : 'Second',
      step: at < 2 ? 1 : 2,
    })),
  );
  expect(new Set(history.children.map(({ executionId }) => executionId)).size).toBe(4);
});
