import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nativeHost } from '../isolate/native.js';
import { distinct } from './distinct.js';

const all = (values: readonly unknown[]) =>
  distinct(
    values,
    (value) => value,
    nativeHost(() => 0),
  );

describe('distinct', () => {
  it('keeps the first of equal values, whatever the order of their fields', () => {
    expect(all([{ a: 1, b: [2] }, { b: [2], a: 1 }, { a: 1 }])).toEqual([{ a: 1, b: [2] }, { a: 1 }]);
    expect(all([1, '1', null, 'null', Number.NaN, Number.NaN, undefined])).toEqual([
      1,
      '1',
      null,
      'null',
      Number.NaN,
      undefined,
    ]);
    expect(all([[1], ['1'], [null], ['null'], [undefined]])).toHaveLength(5);
    expect(all([new Date(0), new Date(0), new Date(1)])).toHaveLength(2);
  });

  it('finds no two values equal that JSON tells apart, and every value equal to its copy', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (values) => {
        // JSON has no -0: it reads as 0 again.
        const read = JSON.parse(JSON.stringify(values)) as unknown[];
        const once = all([...read, ...structuredClone(read)]);
        expect(once.length).toBeLessThanOrEqual(read.length);
        expect(all(once)).toEqual(once);
      }),
    );
  });
});
