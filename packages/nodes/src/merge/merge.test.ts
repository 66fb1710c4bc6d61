import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import { describe, expect, test } from 'vitest';
import { merge } from './merge.node.js';

const people = [
  { id: 1, name: 'Ann', tags: ['a', 'b'] },
  { id: 2, name: 'Bo' },
  { id: 3, name: 'Cy' },
];
const orders = [
  { id: 2, name: 'order', total: 5 },
  { id: 2, total: 7 },
  { id: 4, total: 9 },
];
const run = async (parameters: object, inputs: object[][] = [people, orders]) =>
  jsonOf(await runNode(merge, { parameters: { ...parameters }, inputs: inputs as never }));
const fields = [{ field1: 'id', field2: 'id' }];
const byFields = (more: object) => ({ mode: 'combine', combineBy: 'fields', fields, ...more });

test('append gives all inputs one after the other, and says where each item came from', async () => {
  const result = await runNode(merge, { parameters: { inputs: 3 }, inputs: [[{ a: 1 }], null, [{ c: 3 }]] });
  expect(jsonOf(result)).toEqual([{ a: 1 }, { c: 3 }]);
  expect(result.outputs[0]?.map((item) => item.pairedItem)).toEqual([
    { item: 0, input: 0 },
    { item: 0, input: 2 },
  ]);
});

describe('by fields', () => {
  test.each([
    [
      {},
      [
        { id: 2, name: 'order', total: 5 },
        { id: 2, name: 'Bo', total: 7 },
      ],
    ],
    [{ multipleMatches: 'first' }, [{ id: 2, name: 'order', total: 5 }]],
    [{ from: 'input1' }, [{ id: 2, name: 'Bo' }]],
    [{ from: 'input2' }, orders.slice(0, 2)],
    [{ join: 'keepNonMatches', from: 'input2' }, [{ id: 4, total: 9 }]],
    [
      { join: 'enrichInput2', multipleMatches: 'first' },
      [
        { id: 2, name: 'Bo', total: 5 },
        { id: 2, total: 7 },
        { id: 4, total: 9 },
      ],
    ],
    [{ join: 'lookup' }, [people[0], { id: 2, name: 'Bo', total: 7 }, people[2]]],
    [
      { clash: { prefer: 'suffix' }, multipleMatches: 'first' },
      [{ id_1: 2, name_1: 'Bo', id_2: 2, name_2: 'order', total_2: 5 }],
    ],
  ])('%j', async (more, expected) => {
    expect(await run(byFields(more))).toEqual(expected);
  });

  test('what does not match says which input it is from, unless one input is empty', async () => {
    const join = byFields({ join: 'keepNonMatches' });
    expect((await run(join)).map((json) => json._source)).toEqual(['input1', 'input1', 'input2']);
    expect(await run(join, [people, []])).toEqual(people);
  });

  test('a value of another type matches only when asked to', async () => {
    const text = [{ id: '2', x: 1 }];
    expect(await run(byFields({}), [people, text])).toEqual([]);
    expect(await run(byFields({ fuzzy: true }), [people, text])).toEqual([{ id: '2', name: 'Bo', x: 1 }]);
  });

  test('objects match whatever the order of their fields', async () => {
    const match = byFields({ fields: [{ field1: 'k', field2: 'k' }] });
    expect(await run(match, [[{ k: { a: 1, b: 2 } }], [{ k: { b: 2, a: 1 }, x: 1 }]])).toHaveLength(1);
  });

  test('fields without a name are refused', async () => {
    await expect(run(byFields({ fields: [] }))).rejects.toThrow('Name the fields');
  });
});

describe('by position', () => {
  const byPosition = (more: object = {}) => ({ mode: 'combine', combineBy: 'position', ...more });
  test.each([
    [{}, [[{ a: 1 }, { a: 2 }], [{ b: 1 }]], [{ a: 1, b: 1 }]],
    [{ unpaired: 'keep' }, [[{ a: 1 }], [{ b: 1 }, { b: 2 }]], [{ a: 1, b: 1 }, { b: 2 }]],
    [{ unpaired: 'keepFirst' }, [[{ a: 1 }], [{ b: 1 }, { b: 2 }]], [{ a: 1, b: 1 }]],
    [{}, [[{ a: 1 }], [{ a: 2 }]], [{ a: 2 }]],
    [{ clash: { prefer: 'input', input: 1 } }, [[{ a: 1 }], [{ a: 2 }]], [{ a: 1 }]],
    [{ clash: { skipEmpty: true } }, [[{ a: 1 }], [{ a: '' }]], [{ a: 1 }]],
    [{}, [[{ a: { x: 1 } }], [{ a: { y: 2 } }]], [{ a: { x: 1, y: 2 } }]],
    [{ clash: { nested: 'shallow' } }, [[{ a: { x: 1 } }], [{ a: { y: 2 } }]], [{ a: { y: 2 } }]],
    [{ clash: { prefer: 'suffixAndLast' } }, [[{ a: 1 }], [{ a: 2 }]], [{ a_1: 1, a_2: 2, a: 2 }]],
  ])('%j of %j', async (more, inputs, expected) => {
    expect(await run(byPosition(more), inputs)).toEqual(expected);
  });
});

test('all combinations, where the second input changes fastest unless the first wins', async () => {
  const inputs = [
    [{ a: 1 }, { a: 2 }],
    [{ b: 1 }, { b: 2 }],
  ];
  const all = { mode: 'combine', combineBy: 'all' };
  expect((await run(all, inputs)).map(({ a, b }) => [a, b])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]);
  const firstWins = await run({ ...all, clash: { prefer: 'input', input: 1 } }, inputs);
  expect(firstWins.map(({ a, b }) => [a, b])).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
  ]);
});

test('a choice gives one input, or one empty item, and names an input that is not there', async () => {
  expect(await run({ mode: 'choose', chosenInput: 2 })).toEqual(orders);
  expect(await run({ mode: 'choose', choose: 'empty' })).toEqual([{}]);
  await expect(run({ mode: 'choose', chosenInput: 5 })).rejects.toThrow('no input 5');
});

test('a poisoned key changes no prototype', async () => {
  const poison = JSON.parse('{"id": 2, "__proto__": {"polluted": true}, "deep": {"__proto__": {"polluted": true}}}');
  await run(byFields({}), [people, [poison]]);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('the number of inputs is the form’s, within bounds', () => {
  const inputs = merge.inputs as (raw: object) => unknown[];
  expect([{}, { inputs: 4 }, { inputs: 9_999 }, { inputs: 'x' }].map((raw) => inputs(raw).length)).toEqual([
    2, 4, 10, 2,
  ]);
});
