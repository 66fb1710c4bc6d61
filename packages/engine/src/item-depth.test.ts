import type { JsonObject } from '@orchestrator/workflow';
import { expect, test } from 'vitest';
import { chain, drive, node } from './test-run.js';

const nested = (levels: number): JsonObject => {
  let json: JsonObject = {};
  for (let level = 1; level < levels; level++) json = { a: json };
  return json;
};
const giving = (levels: number, more = {}) =>
  chain([
    node('Deep', 'give', 1, 1, { parameters: { outputs: [[{ json: nested(levels) }]] }, ...more }),
    node('After', 'count', 2, 1),
  ]);

test('an item may have so many levels', async () => {
  expect((await drive(giving(500))).view.status).toBe('success');
});

test.each([501, 10_000])('one of %d levels is the fault of the step that gave it', async (levels) => {
  const { view, events } = await drive(giving(levels));
  expect([view.status, view.error]).toEqual([
    'error',
    { code: 'item.tooDeep', node: 'Deep', message: expect.stringContaining('"Deep"') },
  ]);
  expect(() => JSON.stringify(events)).not.toThrow();
});

test('the node’s own policy says what then', async () => {
  const { view } = await drive(giving(10_000, { onError: 'continue', retry: { maxTries: 3, waitMs: 1 } }));
  expect(view.status).toBe('success');
  expect(view.runs.After?.[0]?.outputs[0]).toEqual([expect.objectContaining({ json: { count: 3 } })]);
});
