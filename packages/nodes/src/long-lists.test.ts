import { type NodeTest, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, it } from 'vitest';
import { builtinNodes } from './index.js';

/**
 * Milliseconds of processor time that one step of a node may take, on lists as long as a run may hold: well above the
 * promise of 250 for a busy machine, where other programs have their share in it.
 */
const MOST_STEP_MS = 400;
const COUNT = 60_000;

const items: JsonObject[] = Array.from({ length: COUNT }, (_, id) => ({
  id,
  text: `Name ${(id * 7_919) % COUNT}`,
  deep: { a: [id % 7, id], b: { c: 'x' } },
}));
const two = { inputs: [items, items] };
/** An item of 1,000 lists. */
const wide: JsonObject = Object.fromEntries(
  Array.from({ length: 1_000 }, (_, field) => [`f${field}`, Array.from({ length: 1_000 }, (_, at) => at)]),
);
const fields = (count: number, more: JsonObject) => Array.from({ length: count }, () => ({ field: 'text', ...more }));
const renamed = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ field: 'none', rename: true, outputField: `o${at}` }));
const set = (count: number, type: string, value: string) =>
  Array.from({ length: count }, (_, at) => ({ name: `f${at}`, type, value }));
const list = `[${'1,'.repeat(1_000)}1]`;
const names = (count: number) => Array.from({ length: count }, (_, field) => `f${field}`).join();
const matched = [{ field1: 'id', field2: 'id' }];

const CASES: [string, string, JsonObject, NodeTest?][] = [
  ['sort by texts', 'sort', { by: 'fields', fields: [{ field: 'text', order: 'ascending' }] }],
  ['sort by objects', 'sort', { by: 'fields', fields: [{ field: 'deep', order: 'descending' }] }],
  ['shuffle', 'sort', { by: 'random' }],
  ['summarize, a group each', 'summarize', { fields: [{ aggregation: 'append', field: 'text' }], splitBy: 'id, text' }],
  [
    'summarize into one object',
    'summarize',
    { fields: [{ aggregation: 'count', field: 'text' }], splitBy: 'id', options: { output: 'one' } },
  ],
  ['aggregate items', 'aggregate', { mode: 'items', include: 'except', excludeFields: 'id' }],
  ['aggregate fields', 'aggregate', { mode: 'fields', fields: [{ field: 'text' }, { field: 'deep' }] }],
  ['remove duplicates', 'removeDuplicates', { operation: 'withinInput', compare: 'all' }],
  ['merge by fields', 'merge', { mode: 'combine', combineBy: 'fields', fields: matched, join: 'keepEverything' }, two],
  ['merge, looking up', 'merge', { mode: 'combine', combineBy: 'fields', fields: matched, join: 'lookup' }, two],
  ['merge by position', 'merge', { mode: 'combine', combineBy: 'position' }, two],
  ['merge, append', 'merge', { mode: 'append' }, two],
  [
    'merge, all combinations',
    'merge',
    { mode: 'combine', combineBy: 'all' },
    { inputs: [items.slice(0, 300), items.slice(0, 300)] },
  ],
  ['compare datasets', 'compareDatasets', { fields: matched, resolve: 'includeBoth' }, two],
  ['sort by many fields', 'sort', { by: 'fields', fields: fields(20, { order: 'ascending' }) }],
  ['summarize many fields', 'summarize', { fields: fields(400, { aggregation: 'count' }) }],
  ['aggregate many fields', 'aggregate', { mode: 'fields', fields: renamed(400) }],
  ['split out a list', 'splitOut', { fields: 'list' }, { items: [{ list: items }] }],
  ['split out many fields', 'splitOut', { fields: names(200), include: 'none' }, { items: [wide] }],
];

describe('a node at work on a long list', { retry: 2 }, () => {
  it.each(CASES)('takes no long step: %s', async (_, type, parameters, given = { items }) => {
    const definition = builtinNodes.find((node) => node.type === type);
    if (!definition) throw new Error(`there is no node ${type}`);
    let longest = 0;
    let inSteps = 0;
    const onStep = (ms: number) => {
      inSteps += ms;
      longest = Math.max(longest, ms);
    };
    const before = process.cpuUsage();
    const { outputs } = await runNode(definition, { ...given, parameters, onStep });
    const { user, system } = process.cpuUsage(before);
    expect(outputs.length).toBeGreaterThan(0);
    expect(longest).toBeLessThan(MOST_STEP_MS);
    // What is done beside the steps: at the beginning, between and at the end.
    expect((user + system) / 1000 - inSteps).toBeLessThan(2 * MOST_STEP_MS);
  });
});

it('refuses what would compare every field with every item', async () => {
  const apart = Array.from({ length: 10_000 }, (_, index) => ({ [`k${index}`]: 1 }));
  const removeDuplicates = builtinNodes.find((node) => node.type === 'removeDuplicates');
  const parameters = { operation: 'withinInput', compare: 'all', compat: { mixedTypes: true } };
  await expect(runNode(removeDuplicates as never, { items: apart, parameters })).rejects.toThrow(/too many to compare/);
});

describe('few bytes of parameters and items', () => {
  it.each<[string, string, JsonObject, NodeTest]>([
    ['every entry with all the other fields', 'splitOut', { fields: 'f0', include: 'all' }, { items: many(10, wide) }],
    [
      'all combinations of wide items',
      'merge',
      { mode: 'combine', combineBy: 'all' },
      { inputs: [many(200, wide), many(200, wide)] },
    ],
    ['keys to sort by', 'sort', { by: 'fields', fields: fields(200, { order: 'ascending' }) }, { items }],
    [
      'groups in groups',
      'summarize',
      { fields: fields(1, { aggregation: 'count' }), splitBy: `id,${names(30)}` },
      { items },
    ],
    [
      'lists of all items',
      'aggregate',
      { mode: 'fields', fields: renamed(200), options: { keepMissing: true } },
      { items },
    ],
    [
      'one value under many names',
      'renameKeys',
      { keys: Array.from({ length: 900 }, (_, at) => ({ from: 'list', to: `list${at}` })) },
      { items: [{ list: Array.from({ length: 20_000 }, (_, at) => at) }] },
    ],
    ['many fields set', 'editFields', { mode: 'fields', include: 'none', fields: set(100, 'string', 'x') }, { items }],
    [
      'lists set from text',
      'editFields',
      { mode: 'fields', include: 'none', fields: set(1, 'array', list) },
      { items },
    ],
    ['items written as JSON', 'editFields', { mode: 'json', include: 'none', json: `{"a":${list}}` }, { items }],
    ['copies of test runs', 'editFields', { mode: 'fields', fields: [], include: 'all', copies: 10_000 }, { items }],
    [
      'keys to match by',
      'merge',
      {
        mode: 'combine',
        combineBy: 'fields',
        fields: Array.from({ length: 400 }, () => ({ field1: 'text', field2: 'text' })),
        join: 'keepMatches',
      },
      two,
    ],
    [
      'differences of wide items',
      'compareDatasets',
      { fields: [{ field1: 'id', field2: 'id' }], resolve: 'includeBoth', multipleMatches: 'all' },
      { inputs: [many(60, { ...wide, id: 1 }), many(60, { ...wide, id: 1, f0: [] })] },
    ],
    [
      'matches of wide items',
      'merge',
      { mode: 'combine', combineBy: 'fields', fields: matched, join: 'keepMatches' },
      { inputs: [many(200, { ...wide, id: 1 }), many(200, { ...wide, id: 1 })] },
    ],
  ])('do not become more fields than memory has room for: %s', async (_, type, parameters, given) => {
    const definition = builtinNodes.find((node) => node.type === type);
    await expect(runNode(definition as never, { ...given, parameters })).rejects.toThrow(/fields would be made/);
  });

  it('name no more fields than are looked for in a moment', async () => {
    const cases: [string, JsonObject][] = [
      ['splitOut', { fields: names(2_000) }],
      ['splitOut', { fields: 'f0', include: 'selected', includeFields: names(2_000) }],
      ['summarize', { fields: [{ aggregation: 'count', field: 'f0' }], splitBy: names(2_000) }],
      ['removeDuplicates', { operation: 'withinInput', compare: 'selected', fields: names(2_000) }],
    ];
    for (const [type, parameters] of cases) {
      const definition = builtinNodes.find((node) => node.type === type);
      await expect(runNode(definition as never, { items: [wide], parameters })).rejects.toThrow(/1000 is the most/);
    }
  });
});

function many(count: number, item: JsonObject): JsonObject[] {
  return Array.from({ length: count }, () => item);
}
