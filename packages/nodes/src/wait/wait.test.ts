import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { describe, expect, test } from 'vitest';
import { wait } from './wait.node.js';

const now = Date.UTC(2026, 0, 1);
const items = [{ n: 1 }, { n: 2 }];

test.each([
  [{}, now + 5_000],
  [{ amount: 1.5, unit: 'seconds' }, now + 1_500],
  [{ amount: 2, unit: 'days' }, now + 172_800_000],
  [{ resume: 'moment', moment: '2026-01-01T09:00:00' }, now + 8 * 3_600_000],
  [{ resume: 'moment', moment: '2026-01-01T09:00:00Z' }, now + 9 * 3_600_000],
])('%j waits until %d', async (parameters, until) => {
  expect((await runNode(wait, { parameters, items, now, timezone: 'Europe/Berlin' })).suspend).toEqual({ until });
});

test.each([{ amount: 0 }, { resume: 'moment', moment: '2020-01-01' }])('%j does not wait', async (parameters) => {
  expect(jsonOf(await runNode(wait, { parameters, items, now }))).toEqual(items);
});

test('the items go on when the time has come', async () => {
  const result = await runNode(wait, { items, now, resume: { kind: 'timer' } });
  expect(jsonOf(result)).toEqual(items);
  expect(result.outputs[0]?.[1]?.pairedItem).toEqual({ item: 1 });
});

describe('for a call', () => {
  test('names what may call', async () => {
    const parameters = {
      resume: 'webhook',
      method: 'POST',
      authentication: 'basicAuth',
      responseMode: 'lastNode',
      options: { suffix: 'approve' },
    };
    expect((await runNode(wait, { parameters, items, now })).suspend).toEqual({
      webhook: { method: 'POST', suffix: 'approve', auth: { type: 'basicAuth' }, responseMode: 'lastNode' },
    });
  });
  test.each([
    [{ limit: 'interval', limitAmount: 2, limitUnit: 'minutes' }, now + 120_000],
    [{ limit: 'moment', limitMoment: '2026-01-01T01:00:00Z' }, now + 3_600_000],
  ])('no longer than %j', async (limit, until) => {
    const { suspend } = await runNode(wait, { parameters: { resume: 'webhook', ...limit }, items, now });
    expect(suspend).toMatchObject({ until, webhook: { method: 'GET' } });
  });
  test('gives what the call brought', async () => {
    const resume = { kind: 'webhook' as const, items: [{ json: { body: { ok: true } } }] };
    const result = await runNode(wait, { parameters: { resume: 'webhook' }, items, resume });
    expect(jsonOf(result)).toEqual([{ body: { ok: true } }]);
  });
});

test.each([{ amount: -1 }, { amount: 1e300 }, { amount: 'soon' }, { resume: 'moment', moment: 'soon' }])(
  '%j is a fault',
  async (parameters) => {
    await expect(runNode(wait, { parameters, items, now })).rejects.toThrow();
  },
);
