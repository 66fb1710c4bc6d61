import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseNumbersAsTyped, parseTypedJson } from './exact-json.js';

const written = (text: string) => {
  const { value, exact } = parseTypedJson(text);
  return JSON.stringify(exact ?? value);
};

it.each([
  '{"id":9007199254740993}',
  '[12345678901234567890,-12345678901234567890]',
  '{"a":{"b":[1.0,0.10,1e400,-0,1E5,1e-400]}}',
  '9007199254740993',
  '{"text":"9007199254740993 1.0"}',
])('writes %s as it was typed', (text) => expect(written(text)).toBe(text));

it('has plain values beside', () => {
  expect(parseTypedJson('{"id":9007199254740993,"n":1}').value).toEqual({ id: 9007199254740992, n: 1 });
  expect(parseTypedJson('{"n":1,"m":[0.5,-12]}')).toEqual({ value: { n: 1, m: [0.5, -12] } });
});

it('makes texts of numbers where asked', () => {
  expect(parseNumbersAsTyped('{"id":9007199254740993,"n":1,"v":1.0}')).toEqual({
    id: '9007199254740993',
    n: 1,
    v: '1.0',
  });
});

it('writes any value as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const plain = JSON.stringify(JSON.parse(text));
      expect(written(plain)).toBe(plain);
      expect(JSON.parse(written(text))).toEqual(JSON.parse(text));
    }),
  );
});

it('refuses what is no JSON', () => expect(() => parseTypedJson('{"a":01}')).toThrow(SyntaxError));
