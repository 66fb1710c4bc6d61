import { type CodeRunner, NodeFault } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { sort } from './sort.node.js';

const items: JsonObject[] = [
  { id: 1, n: 3, s: 'b', o: { v: 2 } },
  { id: 2, n: 1, s: 'A', o: { v: 1 } },
  { id: 3, n: 3, s: 'a', o: { v: 9 } },
  { id: 4, n: 10, s: 'C', o: { v: 2 } },
];
const ids = async (parameters: JsonObject) => jsonOf(await runNode(sort, { parameters, items })).map((json) => json.id);

describe('by fields', () => {
  test('numbers as numbers', async () => {
    expect(await ids({ fields: [{ field: 'n' }] })).toEqual([2, 1, 3, 4]);
    expect(await ids({ fields: [{ field: 'n', order: 'descending' }] })).toEqual([4, 1, 3, 2]);
  });
  test('text without regard to case', async () => {
    expect((await ids({ fields: [{ field: 's' }] })).slice(2)).toEqual([1, 4]);
  });
  test('the next field where the first is equal', async () => {
    expect(await ids({ fields: [{ field: 'n' }, { field: 'o.v', order: 'descending' }] })).toEqual([2, 3, 1, 4]);
  });
  test('a field that no item has is a fault', async () => {
    await expect(ids({ fields: [{ field: 'zz' }] })).rejects.toThrow('"zz"');
    await expect(ids({ fields: [{ field: 'o.v' }], options: { dotNotation: false } })).rejects.toThrow(NodeFault);
  });
});

test('shuffling keeps every item', async () => {
  expect((await ids({ by: 'random' })).sort()).toEqual([1, 2, 3, 4]);
});

test('sorted items know where they came from', async () => {
  const { outputs } = await runNode(sort, { parameters: { fields: [{ field: 'n' }] }, items });
  expect(outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 1 }, { item: 0 }, { item: 2 }, { item: 3 }]);
});

describe('by code', () => {
  const answering = (value: JsonValue): CodeRunner => ({ javascript: async () => ({ values: [{ value }], logs: [] }) });
  const byCode = (value: JsonValue, code = 'return a.json.n - b.json.n') =>
    runNode(sort, { parameters: { by: 'code', code }, items, code: answering(value) });
  test('gives the items in the order that the code found', async () => {
    expect(jsonOf(await byCode([3, 1, 0, 2])).map((json) => json.id)).toEqual([4, 2, 1, 3]);
  });
  test.each([[[0, 1, 2]], [[0, 0, 1, 2]], [[0, 1, 2, 9]], ['text']])('%j is no order', async (value) => {
    await expect(byCode(value)).rejects.toThrow(NodeFault);
  });
  test('code that returns nothing is refused', async () => {
    await expect(byCode([0, 1, 2, 3], 'a.json.n - b.json.n')).rejects.toThrow('returns nothing');
  });
});
