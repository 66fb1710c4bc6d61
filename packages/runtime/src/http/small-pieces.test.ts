import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECE_BYTES, SmallPieces, TooManyPieces } from './small-pieces.js';

describe('the pieces of a body', () => {
  it('are joined to such as are worth an object, without a byte lost', () => {
    const sizes = fc.array(fc.oneof(fc.nat(3), fc.nat(PIECE_BYTES), fc.integer({ min: 1, max: 3 * PIECE_BYTES })));
    fc.assert(
      fc.property(sizes, (lengths) => {
        const given = lengths.map((length, at) => Buffer.alloc(length, at + 1));
        const small = new SmallPieces();
        const handed = given.flatMap((each) => small.add(each));
        const rest = small.rest();
        expect(Buffer.concat(rest ? [...handed, rest] : handed).equals(Buffer.concat(given))).toBe(true);
        for (const each of handed) {
          expect(each.length).toBeGreaterThanOrEqual(PIECE_BYTES);
          expect(each.buffer.byteLength).toBeLessThanOrEqual(4 * each.length);
        }
      }),
    );
  });

  it('may be many, or small, but not both', () => {
    const small = new SmallPieces();
    const one = Buffer.from('x');
    for (let count = 0; count < 60_000; count++) small.add(one);
    expect(() => {
      for (let count = 0; count < 60_000; count++) small.add(one);
    }).toThrow(TooManyPieces);
    const lines = new SmallPieces();
    const line = Buffer.from('{"a line of some": "length"}\n');
    for (let count = 0; count < 200_000; count++) lines.add(line);
  });
});
