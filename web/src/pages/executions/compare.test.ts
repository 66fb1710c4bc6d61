import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparedSteps, differences, endedOtherwise } from './compare.ts';

const step = (index: number, status = 'success') => ({
  index,
  status,
  sources: [],
  outputs: [],
  startedAt: 0,
  finishedAt: 1,
});

it('puts the same run of the same node side by side, in the first one’s order', () => {
  const rows = comparedSteps(
    { A: [step(0)], B: [step(1), step(3)] } as never,
    { A: [step(0)], C: [step(1)], B: [step(2)] } as never,
  );
  expect(rows.map(({ node, run, one, other }) => [node, run, one !== undefined, other !== undefined])).toEqual([
    ['A', 0, true, true],
    ['B', 0, true, true],
    ['B', 1, true, false],
    ['C', 0, false, true],
  ]);
});

it('tells steps apart that failed for different reasons', () => {
  const failed = (message: string) => ({ ...step(1, 'error'), error: { message } });
  const otherwise = (one: unknown, other: unknown) => endedOtherwise({ node: 'A', run: 0, one, other } as never);
  expect(otherwise(failed('closed'), failed('closed'))).toBe(false);
  expect(otherwise(failed('closed'), failed('full'))).toBe(true);
  expect(otherwise(failed('closed'), step(1))).toBe(true);
  expect(otherwise(step(1), undefined)).toBe(true);
});

it('names what was added, removed and changed', () => {
  expect(differences({ a: 1, list: [{ x: 1 }], gone: true }, { a: 2, list: [{ x: 1 }, 5], fresh: null })).toEqual([
    { path: '.a', kind: 'changed', before: 1, after: 2 },
    { path: '.list[1]', kind: 'added', after: 5 },
    { path: '.gone', kind: 'removed', before: true },
    { path: '.fresh', kind: 'added', after: null },
  ]);
});

it('finds nothing between equal values, and something between others', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      expect(differences(one as never, structuredClone(one) as never)).toEqual([]);
      if (JSON.stringify(one) !== JSON.stringify(other) && JSON.stringify(one).length < 500) {
        expect(
          differences(one as never, other as never).length > 0 || Object.is(one, -0) || sameButOrder(one, other),
        ).toBe(true);
      }
    }),
  );
});

/** The order of fields is no difference. */
const sameButOrder = (one: unknown, other: unknown): boolean => {
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([key, each]) => [key, sorted(each)]),
          )
        : value;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
};
