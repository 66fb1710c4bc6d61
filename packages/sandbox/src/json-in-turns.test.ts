import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonInTurns } from './json-in-turns.js';

it('writes what JSON.stringify writes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.anything({ withDate: true, withNullPrototype: true, withSparseArray: false }),
      async (value) => {
        let expected: string;
        try {
          expected = JSON.stringify(value) ?? 'null';
        } catch {
          return; // what has no JSON
        }
        expect(JSON.parse(await jsonInTurns(value))).toEqual(JSON.parse(expected));
      },
    ),
  );
  const many = {
    items: Array.from({ length: 1_000 }, (_, i) => ({ json: { i, no: undefined }, list: [undefined, i] })),
  };
  expect(await jsonInTurns(many)).toBe(JSON.stringify(many));
});

it('lets others have their turn while it writes much', async () => {
  const items = Array.from({ length: 100_000 }, (_, i) => ({
    json: { a: `text ${i}`, b: i, c: [i, i], d: { e: 'f' } },
  }));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const text = await jsonInTurns({ snapshot: { items } });
  clearInterval(timer);
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(turns).toBeGreaterThan(2);
});
