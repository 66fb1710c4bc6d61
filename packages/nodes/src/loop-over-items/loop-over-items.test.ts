import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loopOverItems } from './loop-over-items.node.js';

const items = [{ n: 1 }, { n: 2 }, { n: 3 }];

/** Runs the loop until it is done, each batch coming back as it went out. */
async function loop(parameters: JsonObject, given: JsonObject[]) {
  const memory: JsonObject = {};
  const batches: JsonObject[][] = [];
  let arriving = given;
  for (;;) {
    const result = await runNode(loopOverItems, { parameters, items: arriving, memory });
    const batch = jsonOf(result, 1);
    if (batch.length === 0) return { batches, done: jsonOf(result, 0), memory };
    batches.push(batch);
    arriving = batch;
  }
}

test('hands on batches, then everything that came back', async () => {
  const { batches, done } = await loop({ batchSize: 2 }, items);
  expect(batches).toEqual([[{ n: 1 }, { n: 2 }], [{ n: 3 }]]);
  expect(done).toEqual(items);
});

test('every item goes round once, in order, whatever the size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(), { minLength: 1 }),
      fc.integer({ min: 1, max: 9 }),
      async (numbers, batchSize) => {
        const { batches, done } = await loop(
          { batchSize },
          numbers.map((n) => ({ n })),
        );
        expect(batches.flat().map((json) => json.n)).toEqual(numbers);
        expect(done.map((json) => json.n)).toEqual(numbers);
        expect(batches.every((batch) => batch.length <= batchSize)).toBe(true);
      },
    ),
  );
});

test('says where the loop stands', async () => {
  const memory: JsonObject = {};
  const parameters = { batchSize: 2 };
  await runNode(loopOverItems, { parameters, items, memory });
  expect(memory).toMatchObject({ currentRunIndex: 0, maxRunIndex: 2, noItemsLeft: false, done: false });
  await runNode(loopOverItems, { parameters, items: [{ n: 1 }], memory });
  expect(memory).toMatchObject({ currentRunIndex: 1, noItemsLeft: true, done: false });
  await runNode(loopOverItems, { parameters, items: [{ n: 1 }], memory });
  expect(memory).toMatchObject({ done: true });
});

test('starts over when told to', async () => {
  const memory: JsonObject = {};
  await runNode(loopOverItems, { items, memory });
  const again = await runNode(loopOverItems, { parameters: { options: { reset: true } }, items: [{ n: 9 }], memory });
  expect(jsonOf(again, 1)).toEqual([{ n: 9 }]);
});

test('a later batch knows the items it was made of, and in which run they came', async () => {
  const memory: JsonObject = {};
  await runNode(loopOverItems, { items, memory });
  const second = await runNode(loopOverItems, { items: [{ n: 1 }], memory });
  expect(second.outputs[1]?.[0]?.pairedItem).toEqual({ item: 1, run: 0 });
});

describe('outputs of older versions', () => {
  test('loop first', async () => {
    const result = await runNode(loopOverItems, { parameters: { ports: 'loopFirst' }, items });
    expect([jsonOf(result, 0), jsonOf(result, 1)]).toEqual([[{ n: 1 }], []]);
  });
  test('loop only', async () => {
    const memory: JsonObject = {};
    const parameters = { ports: 'batch', batchSize: 5 };
    expect(jsonOf(await runNode(loopOverItems, { parameters, items, memory }))).toEqual(items);
    expect((await runNode(loopOverItems, { parameters, items, memory })).outputs).toEqual([]);
  });
});

test.each([0, -1, 1.5])('%d items at a time is a fault', async (batchSize) => {
  await expect(runNode(loopOverItems, { parameters: { batchSize }, items })).rejects.toThrow('Items at a time');
});
