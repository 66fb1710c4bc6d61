import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinJson } from './join-json.js';
import { DEPTH_LIMIT, MAX_KEYS, MAX_VALUES, PIECE } from './json-bounds.js';
import { type PreparedJson, prepareJson } from './prepare-json.js';
import { scanJson } from './scan-json.js';

const prepared = (text: string, keys: 'drop' | 'refuse' = 'drop') => prepareJson(Buffer.from(text), keys);
/** The value as it is put together, and in how many pieces. */
function joined(text: string) {
  const given = prepared(text);
  if (!('cuts' in given)) throw new Error(JSON.stringify(given));
  return joinedOf(given);
}
function joinedOf({ bytes, cuts }: PreparedJson) {
  const steps = joinJson({ bytes, cuts });
  for (let pieces = 0; ; pieces++) {
    const step = steps.next();
    if (step.done) return { value: step.value, pieces };
  }
}
const many = (count: number, member: (i: number) => string) => Array.from({ length: count }, (_, i) => member(i));
const rows = (count: number) => many(count, (i) => `{"id":${i},"name":"row ${i}","on":true,"none":null}`);

describe('a large JSON text', () => {
  it.each([
    ['rows', `[${rows(20_000).join(',')}]`],
    ['rows in objects', `{"a":{"rows":[${rows(20_000).join(' ,\n ')}],"b":1},"c":[]}`],
    ['many fields', `{${many(50_000, (i) => `"field ${i}":${i}`).join(',')}}`],
    ['fields with numbers for names', `{${many(50_000, (i) => `"${i * 3}":${i}`).join(',')}}`],
    ['one field again and again', `{${many(50_000, () => '"same":1').join(',')}}`],
    ['lists in lists', `[[[${many(50_000, (i) => `[${i}]`).join(',')}]],[1],[[${rows(9_000).join(',')}],2]]`],
    ['lists that end deep', `${'[1,'.repeat(190)}[${many(40_000, String).join(',')}]${']'.repeat(190)}`],
    ['a full list at every level', `${`[${'0,'.repeat(PIECE.values - 2)}`.repeat(20)}1${']'.repeat(20)}`],
    [
      'large values among small',
      `{"a":1,"b":[${rows(9_000).join(',')}],"c":2,"d":{"e":[${rows(9_000).join(',')}]},"f":3}`,
    ],
    ['brackets and quotes in texts', `[${many(40_000, () => '"]}\\",[{\\\\"').join(',')}]`],
    [
      'characters of several bytes',
      `[${many(40_000, () => '"ü€😀"').join(',')},{"ä":[${many(40_000, () => '"ö"').join()}]}]`,
    ],
    ['blanks', `[${' '.repeat(600_000)}1${' '.repeat(600_000)},${' '.repeat(600_000)}2]`],
  ])('of %s is what JSON.parse makes of it, in pieces', (_, text) => {
    const { value, pieces } = joined(text);
    expect(pieces).toBeGreaterThan(0);
    expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('is put together from pieces that are all small', () => {
    const deep = `${`[${'0,'.repeat(PIECE.values / 2)}`.repeat(50)}1${']'.repeat(50)}`;
    for (const text of [deep, `[${rows(100_000).join(',')}]`]) {
      const { bytes, cuts } = prepared(text) as PreparedJson;
      const runs = Array.from({ length: cuts.length / 3 }, (_, i) => cuts.subarray(i * 3, i * 3 + 3)).filter(
        ([step]) => step === 3,
      );
      const sizes = runs.map(([, from, to]) => Buffer.from(bytes.subarray(from, to)).toString().split(/[,:]/).length);
      expect(Math.max(...sizes)).toBeLessThan(PIECE.values * 4);
    }
  });

  it('of any shape is what JSON.parse makes of it, however small the pieces are', () => {
    const shape = fc.jsonValue({ maxDepth: 6 });
    const blanks = fc.constantFrom(0, 1, 2);
    fc.assert(
      fc.property(
        shape,
        blanks,
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 40 }),
        (some, indent, values, size) => {
          const text = JSON.stringify(some, null, indent).replaceAll('__proto__', 'proto');
          const bytes = Buffer.from(text);
          const { cuts } = scanJson(bytes, { values, bytes: size });
          expect(JSON.stringify(joinedOf({ bytes, cuts }).value)).toBe(JSON.stringify(JSON.parse(text)));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('that is none is refused as JSON.parse does, wherever it is broken', () => {
    const text = `[${rows(3).join(',')}]`;
    for (let end = 1; end < text.length; end++) {
      expect(prepared(text.slice(0, end))).toMatchObject({ refusal: { code: 'body.malformed' } });
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length }), fc.string({ maxLength: 3 }), (at, change) => {
        const changed = text.slice(0, at) + change + text.slice(at + 1);
        let isJson = true;
        try {
          JSON.parse(changed);
        } catch {
          isJson = false;
        }
        expect('cuts' in prepared(changed)).toBe(isJson);
      }),
    );
  });

  it('of nothing but blanks is none', () => {
    expect(prepared(' \n\t '.repeat(1_000))).toEqual({ isEmpty: true });
  });

  it('has room for 100,000 rows of ten fields', () => {
    const row = `{${many(10, (i) => `"f${i}":${i}`).join(',')}}`;
    const list = joined(`[${many(100_000, () => row).join(',')}]`).value;
    expect(list).toHaveLength(100_000);
  });

  it.each([
    ['too many values', 'body.too_many_values', `[${'1,'.repeat(MAX_VALUES)}1]`],
    ['too many empty lists', 'body.too_many_values', `[${'[],'.repeat(MAX_VALUES)}1]`],
    ['too many fields in one object', 'body.too_many_values', `{${many(MAX_VALUES / 3, () => '"a":1').join(',')}}`],
    [
      'too many deep lists',
      'body.too_many_values',
      `[${many(2_500, () => '['.repeat(190) + ']'.repeat(190)).join(',')}]`,
    ],
    ['too many names', 'body.too_many_values', `[${many(MAX_KEYS + 1, (i) => `{"${i}":1}`).join(',')}]`],
    ['too deep', 'body.too_deep', `[1,${'['.repeat(DEPTH_LIMIT)}${']'.repeat(DEPTH_LIMIT)}]`],
    ['bottomless', 'body.too_deep', '{"a":'.repeat(1_000_000)],
    ['never ending', 'body.malformed', '"'.padEnd(1_000_000, 'a\\')],
    ['all ends', 'body.malformed', ']'.repeat(1_000_000)],
  ])('that is %s is refused', (_, code, text) => {
    expect(prepared(text)).toMatchObject({ refusal: { code } });
  });

  it.each([
    ['{"__proto__":{"x":1},"a":[{"__proto__":2,"b":1}]}', '{"a":[{"b":1}]}'],
    ['{"\\u005f_proto__":{"x":1},"a":1}', '{"a":1}'],
  ])('loses or is refused for keys that reach prototypes: %s', (text, left) => {
    expect(JSON.stringify(joined(text).value)).toBe(left);
    expect(prepared(text, 'refuse')).toMatchObject({ refusal: { code: 'body.forbidden_key' } });
  });

  it('is refused for constructor.prototype, not for a constructor', () => {
    expect(prepared('[{"constructor":{"prototype":1}}]', 'refuse')).toMatchObject({ refusal: {} });
    expect(prepared('[{"constructor":"Ferrari"},{"c\\u006fnstructor":{}}]', 'refuse')).toHaveProperty('cuts');
  });
});
