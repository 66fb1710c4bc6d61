import { describe, expect, it } from 'vitest';
import { nativeHost } from '../isolate/native.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { jsonText, sizeOf } from './value-size.js';

const free = nativeHost(() => 0);

describe('the size of a value', () => {
  it('is at least about that of its JSON text', () => {
    for (const value of ['text', [1, 2, 3], { a: { b: 'c'.repeat(100) } }, null])
      expect(sizeOf(value, free)).toBeGreaterThanOrEqual((jsonText(value, free).length * 3) / 4);
  });

  it('ends with the budget on a value that holds the same part again and again', () => {
    let value: unknown = 'x';
    for (let i = 0; i < 60; i++) value = [value, value];
    expect(sizeOf(value, free)).toBeGreaterThan(DEFAULT_LIMITS.bytes);
  });

  it('looks at the clock while it counts', () => {
    const late = {
      lookAtClock: () => {
        throw new Error('late');
      },
    };
    expect(() => sizeOf(Array.from({ length: 10_000 }), late)).toThrow('late');
  });

  it('refuses a value that holds itself', () => {
    const value: unknown[] = [];
    value.push(value);
    expect(() => sizeOf(value, free)).toThrow(/holds itself/);
  });
});
