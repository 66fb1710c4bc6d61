import { NodeFault } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { summarize } from './summarize.node.js';

const items: JsonObject[] = [
  { n: 3, s: 'b', tag: 'x', o: { v: 2 } },
  { n: 1, s: '', tag: 'y', o: { v: 1 } },
  { n: null, s: 'b', tag: 'x' },
  { n: '10', s: 'c', tag: 'y', o: { v: 2 } },
];
const run = async (parameters: JsonObject) => jsonOf(await runNode(summarize, { parameters, items }));

test.each([
  [{ aggregation: 'append', field: 'n' }, { appended_n: [3, 1, '10'] }],
  [{ aggregation: 'append', field: 'n', includeEmpty: true }, { appended_n: [3, 1, null, '10'] }],
  [{ aggregation: 'average', field: 'n' }, { average_n: 2 }],
  [{ aggregation: 'average', field: 's' }, { average_s: null }],
  [{ aggregation: 'concatenate', field: 's' }, { concatenated_s: 'b,b,c' }],
  [{ aggregation: 'concatenate', field: 'o', separator: '|' }, { concatenated_o: '{"v":2}|{"v":1}|{"v":2}' }],
  [{ aggregation: 'count', field: 's' }, { count_s: 3 }],
  [{ aggregation: 'count', field: 's', includeEmpty: true }, { count_s: 4 }],
  [{ aggregation: 'countUnique', field: 's' }, { unique_count_s: 2 }],
  [{ aggregation: 'max', field: 'o.v' }, { max_o_v: 2 }],
  [{ aggregation: 'min', field: 's' }, { min_s: 'b' }],
  [{ aggregation: 'sum', field: 'n' }, { sum_n: 4 }],
  [{ aggregation: 'sum', field: 'zz' }, { sum_zz: 0 }],
])('%j gives %j', async (field, expected) => {
  expect(await run({ fields: [field] })).toEqual([expected]);
});

describe('groups', () => {
  const fields = [{ aggregation: 'sum', field: 'n' }];
  test('an item each, with what it is grouped by', async () => {
    expect(await run({ fields, splitBy: 'tag' })).toEqual([
      { tag: 'x', sum_n: 3 },
      { tag: 'y', sum_n: 1 },
    ]);
  });
  test('by several fields, values keeping their type', async () => {
    expect(await run({ fields, splitBy: 'tag, o.v', options: { skipEmptyGroups: true } })).toEqual([
      { tag: 'x', o_v: 2, sum_n: 3 },
      { tag: 'y', o_v: 1, sum_n: 1 },
      { tag: 'y', o_v: 2, sum_n: 0 },
    ]);
  });
  test('all in one item', async () => {
    expect(await run({ fields, splitBy: 'tag', options: { output: 'one' } })).toEqual([
      { x: { sum_n: 3 }, y: { sum_n: 1 } },
    ]);
  });
  test('know the items they are made of', async () => {
    const { outputs } = await runNode(summarize, { parameters: { fields, splitBy: 'tag' }, items });
    expect(outputs[0]?.[1]?.pairedItem).toEqual([{ item: 1 }, { item: 3 }]);
  });
  test('named like a prototype are refused in one item', async () => {
    const parameters = { fields, splitBy: 's', options: { output: 'one' } };
    await expect(runNode(summarize, { parameters, items: [{ s: '__proto__', n: 1 }] })).rejects.toThrow(NodeFault);
  });
});

test.each([{ fields: [] }, { fields: [{ field: '' }] }, { fields: [{ field: 'zz' }], compat: { requireField: true } }])(
  '%j is a fault',
  async (parameters) => {
    await expect(run(parameters)).rejects.toThrow(NodeFault);
  },
);
