import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { removeDuplicates } from './remove-duplicates.node.js';

const run = async (parameters: JsonObject, items: JsonObject[]) =>
  jsonOf(await runNode(removeDuplicates, { parameters, items }));

describe('within the input', () => {
  const items = [
    { a: 1, b: { c: 2 } },
    { a: 1, b: { c: 3 } },
    { a: 2, b: { c: 2 } },
    { a: 1, b: { c: 2 } },
  ];
  test('all fields', async () => expect(await run({}, items)).toEqual(items.slice(0, 3)));
  test('named fields, with others kept or removed', async () => {
    expect(await run({ compare: 'selected', fields: 'b.c' }, items)).toEqual([items[0], items[1]]);
    const options = { removeOtherFields: true };
    expect(await run({ compare: 'selected', fields: 'b.c', options }, items)).toEqual([
      { b: { c: 2 } },
      { b: { c: 3 } },
    ]);
  });
  test('all but named fields', async () => {
    expect(await run({ compare: 'except', fields: 'b.c' }, items)).toEqual([items[0], items[2]]);
  });
  test('a missing field is a fault', async () => {
    await expect(run({ compare: 'selected', fields: 'a' }, [{ a: 1 }, {}])).rejects.toThrow('missing');
  });
  test('a field of several types is a fault, unless they may be mixed', async () => {
    const mixed = [{ a: 1 }, { a: '1' }, { a: 1 }];
    await expect(run({}, mixed)).rejects.toThrow('same type');
    expect(await run({ compat: { mixedTypes: true } }, mixed)).toEqual([{ a: 1 }, { a: '1' }]);
  });
  test('null is no type', async () => {
    expect(await run({}, [{ a: 1 }, { a: null }, { a: null }])).toEqual([{ a: 1 }, { a: null }]);
  });
  test('the fault can stand on an item', async () => {
    const parameters = { compare: 'selected', fields: 'zz', compat: { errorItem: true } };
    const result = await runNode(removeDuplicates, { parameters, items, continueOnFail: true });
    expect(jsonOf(result)).toEqual([{ error: expect.stringContaining('zz') }]);
  });
});

describe('across executions', () => {
  /** One execution after another, on the same state; gives what each kept and discarded. */
  async function executions(parameters: JsonObject, ...inputs: JsonValue[][]) {
    const state = new Map<string, JsonValue>();
    const kept: [JsonValue | undefined, JsonValue | undefined][] = [];
    for (const values of inputs) {
      const result = await runNode(removeDuplicates, {
        parameters: { operation: 'seenBefore', value: '=v', ...parameters },
        items: values.map((v) => ({ v })),
        expression: (_, { items, itemIndex }) => items[itemIndex]?.json.v,
        state,
      });
      kept.push([
        jsonOf(result, 0).map((json) => json.v as JsonValue),
        jsonOf(result, 1).map((json) => json.v as JsonValue),
      ]);
    }
    return kept;
  }
  test('keeps what is new; equal values of one input are all new', async () => {
    expect(await executions({}, [1, 'a', 1], ['a', 'b'])).toEqual([
      [[1, 'a', 1], []],
      [['b'], ['a']],
    ]);
  });
  test('forgets the oldest beyond the history', async () => {
    const options = { historySize: 2 };
    expect(await executions({ options }, [1, 2], [3], [1, 3])).toEqual([
      [[1, 2], []],
      [[3], []],
      [[1], [3]],
    ]);
    await expect(executions({ options }, [1, 2, 3])).rejects.toThrow('more than the 2');
  });
  test('keeps what is higher than before', async () => {
    expect(await executions({ keepWhen: 'higher' }, [5, 3], [4, 6, '7'])).toEqual([
      [[5, 3], []],
      [[6, '7'], [4]],
    ]);
  });
  test('keeps what is later than before', async () => {
    expect(await executions({ keepWhen: 'later' }, ['2026-01-02'], ['2026-01-01', '2026-01-03T00:00:00Z'])).toEqual([
      [['2026-01-02'], []],
      [['2026-01-03T00:00:00Z'], ['2026-01-01']],
    ]);
  });
  test.each([
    [{}, ''],
    [{ keepWhen: 'higher' }, 'text'],
    [{ keepWhen: 'later' }, 'no date'],
  ])('%j is a fault for "%s"', async (parameters, value) => {
    await expect(executions(parameters, [value])).rejects.toThrow();
  });
  test('forgets all when told to', async () => {
    const state = new Map<string, JsonValue>();
    const seen = { parameters: { operation: 'seenBefore', value: 1 }, items: [{ n: 1 }], state };
    await runNode(removeDuplicates, seen);
    const forget = await runNode(removeDuplicates, { parameters: { operation: 'forget' }, items: [{ n: 1 }], state });
    expect(jsonOf(forget)).toEqual([{ n: 1 }]);
    expect(jsonOf(await runNode(removeDuplicates, seen))).toEqual([{ n: 1 }]);
  });
});
