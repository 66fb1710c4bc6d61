import type { JsonObject } from '@orchestrator/workflow';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lentMemory, memoryPatch, patchMemory } from './memory-patch.js';

const item = (n: number) => ({ json: { n } });

test('a list that moved on is told by its ends', () => {
  const [a, b, c, d] = [item(1), item(2), item(3), item(4)];
  expect(memoryPatch({ left: [a, b, c], done: [] }, { left: [b, c], done: [a] })).toEqual({
    left: { drop: 1, add: [] },
    done: { set: [a] },
  });
  expect(memoryPatch({ done: [a] }, { done: [a, b] })).toEqual({ done: { drop: 0, add: [b] } });
  expect(memoryPatch({ left: [a, b] }, { left: [] })).toEqual({ left: { drop: 2, add: [] } });
  expect(memoryPatch({ left: [a, b] }, { left: [a, d, b] })).toEqual({ left: { set: [a, d, b] } });
  expect(memoryPatch({ left: [a], n: 1 }, { left: [a] })).toEqual({ n: { gone: true } });
  expect(memoryPatch({ n: 1 }, { n: 1 })).toBeUndefined();
});

test('a node can change what it was lent without changing what the journal holds', () => {
  const memory = { list: [item(1)], place: { row: 1 } };
  const lent = lentMemory(memory) as unknown as typeof memory & { more: number };
  lent.place.row = 2;
  lent.more = 3;
  lent.list.push(item(2));
  expect(memory).toEqual({ list: [item(1)], place: { row: 1 } });
  expect(memoryPatch(memory, lent)).toEqual({
    list: { drop: 0, add: [item(2)] },
    place: { set: { row: 2 } },
    more: { set: 3 },
  });
});

test('the patch brings any memory to any other, also after it was written and read back', () => {
  const pool = [item(0), item(1), item(2), 'text', 7, null];
  const memory = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), fc.array(fc.nat(pool.length - 1), { maxLength: 6 }))
    .map((given) => Object.fromEntries(Object.entries(given).map(([key, list]) => [key, list.map((at) => pool[at])])));
  fc.assert(
    fc.property(memory, memory, (before, after) => {
      const patch = memoryPatch(before as JsonObject, after as JsonObject);
      const read = JSON.parse(JSON.stringify(patch ?? {}));
      expect(patchMemory(before as JsonObject, read)).toEqual(after);
    }),
  );
});
