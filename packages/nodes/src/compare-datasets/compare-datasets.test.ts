import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { expect, test } from 'vitest';
import { compareDatasets } from './compare-datasets.node.js';

const before = [
  { id: 1, name: 'Ann', city: { name: 'Ulm', zip: '89073' } },
  { id: 2, name: 'Bo' },
  { id: 3, name: 'Cy' },
];
const after = [
  { id: 1, name: 'Anna', city: { name: 'Ulm', zip: '89075' } },
  { id: 2, name: 'Bo' },
  { id: 4, name: 'Di' },
];
const fields = [{ field1: 'id', field2: 'id' }];
const run = (parameters: object = {}, inputs: object[][] = [before, after]) =>
  runNode(compareDatasets, { parameters: { fields, ...parameters } as never, inputs: inputs as never });

test('sorts items by where they are and whether they differ', async () => {
  const result = await run();
  expect([0, 1, 3].map((output) => jsonOf(result, output).map((json) => json.id))).toEqual([[3], [2], [4]]);
  expect(jsonOf(result, 2)).toEqual([
    {
      keys: { id: 1 },
      same: { id: 1 },
      different: {
        name: { inputA: 'Ann', inputB: 'Anna' },
        city: { inputA: { name: 'Ulm', zip: '89073' }, inputB: { name: 'Ulm', zip: '89075' } },
      },
    },
  ]);
});

test.each([
  [{ resolve: 'preferInput1' }, before[0]],
  [{ resolve: 'preferInput2' }, after[0]],
  [
    { resolve: 'mix', except: 'name' },
    { ...before[0], name: 'Anna' },
  ],
  [
    { resolve: 'mix', prefer: 'input2', except: 'city.zip' },
    { ...after[0], city: { name: 'Ulm', zip: '89073' } },
  ],
])('%j', async (parameters, expected) => {
  expect(jsonOf(await run(parameters), 2)).toEqual([expected]);
});

test('skipped fields make no difference, and are shown apart where others differ', async () => {
  expect(jsonOf(await run({ skipFields: 'name, city.zip' }), 1)).toHaveLength(2);
  const [shown] = jsonOf(await run({ skipFields: 'city.zip' }), 2);
  expect(shown?.skipped).toEqual({ city: { inputA: { zip: '89073' }, inputB: { zip: '89075' } } });
});

test.each([
  ['5', 5, {}],
  [true, 'TRUE', {}],
  [{ a: 1 }, '{"a":1}', {}],
  [null, '', {}],
  [[], undefined, {}],
])('%j and %j are the same when compared across types', async (a, b, more) => {
  const inputs = [[{ id: 1, v: a }], [{ id: 1, v: b }]];
  expect(jsonOf(await run({ fuzzy: true, ...more }, inputs), 1)).toHaveLength(1);
  expect(jsonOf(await run({}, inputs), 1)).toHaveLength(0);
});

test('a missing field is no empty one when it should not be', async () => {
  const inputs = [[{ id: 1, v: [] }], [{ id: 1 }]];
  expect(jsonOf(await run({ fuzzy: true, missingIsEmpty: false }, inputs), 2)).toHaveLength(1);
});

test('each match is compared when all are wanted', async () => {
  const twice = [
    { id: 2, name: 'Bo' },
    { id: 2, name: 'Bob' },
  ];
  const all = await run({ multipleMatches: 'all' }, [before, twice]);
  expect([jsonOf(all, 1).length, jsonOf(all, 2).length, jsonOf(all, 3).length]).toEqual([1, 1, 0]);
  expect(jsonOf(await run({}, [before, twice]), 3)).toEqual([{ id: 2, name: 'Bob' }]);
});

test('says which input lacks a field', async () => {
  await expect(run({ fields: [{ field1: 'id', field2: 'key' }] })).rejects.toThrow(
    'No item of input 2 has a field "key"',
  );
});
