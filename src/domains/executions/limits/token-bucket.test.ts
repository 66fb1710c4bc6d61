import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBuckets } from './token-bucket.js';

describe('token buckets', () => {
  it('let a burst through, then as many as a second gives', () => {
    const buckets = new TokenBuckets(10, 100);
    const passed = (now: number, calls: number) => [...Array(calls)].filter(() => buckets.take('a', now) === 0).length;
    expect(passed(0, 50)).toBe(10);
    expect(passed(500, 50)).toBe(5);
    expect(passed(60_000, 50)).toBe(10);
  });

  it('say when to come again', () => {
    const buckets = new TokenBuckets(2, 100);
    buckets.take('a', 0);
    buckets.take('a', 0);
    const wait = buckets.take('a', 0);
    expect(wait).toBe(500);
    expect(buckets.take('a', wait)).toBe(0);
  });

  it('keep one key apart from another', () => {
    const buckets = new TokenBuckets(1, 100);
    expect(buckets.take('a', 0)).toBe(0);
    expect(buckets.take('b', 0)).toBe(0);
    expect(buckets.take('a', 0)).toBeGreaterThan(0);
  });

  it('never let through more than the rate and one burst', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 300 }),
        (rate, gaps) => {
          const buckets = new TokenBuckets(rate, 10);
          let now = 0;
          let passed = 0;
          for (const gap of gaps) {
            now += gap;
            if (buckets.take('a', now) === 0) passed++;
          }
          expect(passed).toBeLessThanOrEqual(rate + (now / 1000) * rate + 1);
        },
      ),
    );
  });
});
