import { NodeFault } from '@orchestrator/node-sdk';
import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { splitOut } from './split-out.node.js';

const order: JsonObject = { id: 1, lines: [{ sku: 'a' }, { sku: 'b' }], deep: { list: [7, 8] } };
const split = async (parameters: JsonObject, items: JsonObject[] = [order]) =>
  jsonOf(await runNode(splitOut, { parameters, items }));

describe('entries of one list', () => {
  test('objects become the items themselves', async () => {
    expect(await split({ fields: 'lines' })).toEqual([{ sku: 'a' }, { sku: 'b' }]);
  });
  test('plain values keep the name of the field, path and all', async () => {
    expect(await split({ fields: 'deep.list' })).toEqual([{ 'deep.list': 7 }, { 'deep.list': 8 }]);
  });
  test('a destination takes the place of the name', async () => {
    expect(await split({ fields: 'lines', options: { destination: 'line' } })).toEqual([
      { line: { sku: 'a' } },
      { line: { sku: 'b' } },
    ]);
  });
  test("an object's values are split, a single value is one entry, a missing field none", async () => {
    const items = [{ v: { a: 1, b: 2 } }, { v: 'text' }, { v: null }, {}];
    expect(await split({ fields: 'v' }, items)).toEqual([{ v: 1 }, { v: 2 }, { v: 'text' }, { v: null }]);
  });
  test('without dot notation a path is a name', async () => {
    expect(await split({ fields: 'deep.list', options: { dotNotation: false } })).toEqual([]);
  });
});

describe('other fields', () => {
  test('all of them', async () => {
    expect(await split({ fields: 'deep.list', include: 'all' })).toEqual([
      { id: 1, lines: order.lines, deep: {}, 'deep.list': 7 },
      { id: 1, lines: order.lines, deep: {}, 'deep.list': 8 },
    ]);
  });
  test('those that are named', async () => {
    expect(await split({ fields: 'lines', include: 'selected', includeFields: 'id' })).toEqual([
      { id: 1, lines: { sku: 'a' } },
      { id: 1, lines: { sku: 'b' } },
    ]);
  });
});

test('several lists side by side', async () => {
  expect(await split({ fields: 'a, b', options: { destination: 'x, y' } }, [{ a: [1, 2], b: ['p'] }])).toEqual([
    { x: 1, y: 'p' },
    { x: 2 },
  ]);
});

describe('files', () => {
  const file = { mimeType: 'text/plain', data: '' };
  const items = [{ json: { list: [1, 2] }, binary: { a: file, b: file } }];
  test('are split like entries', async () => {
    const { outputs } = await runNode(splitOut, { parameters: { fields: '$binary' }, items });
    expect(outputs[0]?.map((item) => Object.keys(item.binary ?? {}))).toEqual([['a'], ['b']]);
  });
  test('stay with every new item when asked for', async () => {
    const { outputs } = await runNode(splitOut, {
      parameters: { fields: 'list', options: { includeBinary: true } },
      items,
    });
    expect(outputs[0]?.map((item) => Object.keys(item.binary ?? {}))).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});

test('new items know the item they came from', async () => {
  const { outputs } = await runNode(splitOut, { parameters: { fields: 'v' }, items: [{ v: [] }, { v: [1, 2] }] });
  expect(outputs[0]?.map((item) => item.pairedItem)).toEqual([{ item: 1 }, { item: 1 }]);
});

test('a destination that leads out of plain data is not used', async () => {
  expect(
    await split({ fields: 'v', options: { destination: '__proto__.polluted' }, include: 'all' }, [{ v: [1] }]),
  ).toEqual([{ v: 1 }]);
  expect({}).not.toHaveProperty('polluted');
});

test.each([
  [{ fields: '' }, {}],
  [{ fields: 'v', compat: { requireField: true } }, {}],
  [{ fields: 'v', compat: { requireList: true } }, { v: 'text' }],
])('%j is a fault for %j', async (parameters, item) => {
  await expect(split(parameters, [item])).rejects.toThrow(NodeFault);
});
