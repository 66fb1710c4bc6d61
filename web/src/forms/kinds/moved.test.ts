import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from './moved.ts';

it('puts an entry at its place and keeps the order of the others', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
      const [from, to] = [a % list.length, b % list.length];
      const next = moved(list, from, to);
      expect(next[to]).toBe(list[from]);
      expect(next.toSpliced(to, 1)).toEqual(list.toSpliced(from, 1));
    }),
  );
});
