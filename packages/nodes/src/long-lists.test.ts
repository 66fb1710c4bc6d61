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
