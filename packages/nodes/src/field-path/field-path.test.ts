import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deleteField, fieldNames, fieldSteps, getField, setField } from './field-path.js';

describe('steps of a path', () => {
  test.each([
    ['a.b[0].c', ['a', 'b', '0', 'c']],
    ['a["x.y"].z', ['a', 'x.y', 'z']],
    ["a['it\\'s']", ['a', "it's"]],
    ['a..b', ['a', '', 'b']],
    ['[0].id', ['0', 'id']],
    ['first name.last', ['first name', 'last']],
  ])('%s', (path, steps) => expect(fieldSteps(path)).toEqual(steps));
});

test('a path that no person wrote is refused', () => {
  expect(() => fieldSteps('["'.repeat(100_000))).toThrow(NodeFault);
});

describe('reading', () => {
  const json: JsonObject = { a: { b: [{ c: 1 }] }, 'x.y': 2, x: { y: 3 }, nothing: null };
  test('follows dots and brackets', () => expect(getField(json, 'a.b[0].c')).toBe(1));
  test('a field named like the path wins', () => expect(getField(json, 'x.y')).toBe(2));
  test('a path is one name without dot notation', () => {
    expect(getField(json, 'a.b', { dotNotation: false })).toBeUndefined();
    expect(getField(json, 'x.y', { dotNotation: false })).toBe(2);
  });
  test('null is a value, and nothing lies behind it', () => {
    expect(getField(json, 'nothing')).toBeNull();
    expect(getField(json, 'nothing.more')).toBeUndefined();
  });
  test('sees own fields only', () => {
    expect(getField(json, 'toString')).toBeUndefined();
    expect(getField(json, 'a.constructor.name')).toBeUndefined();
    expect(getField(json, '__proto__')).toBeUndefined();
  });
});

describe('writing', () => {
  test('makes objects and lists on the way', () => {
    const json: JsonObject = {};
    setField(json, 'a.b[0].c', 1);
    expect(json).toEqual({ a: { b: [{ c: 1 }] } });
  });
  test('replaces what is not an object', () => {
    const json: JsonObject = { a: 5 };
    setField(json, 'a.b', 1);
    expect(json).toEqual({ a: { b: 1 } });
  });
  test.each(['__proto__.x', 'a.constructor.b', 'a["prototype"]', '__proto__'])('refuses %s', (path) => {
    expect(() => setField({}, path, 1)).toThrow(NodeFault);
    expect(Object.prototype).not.toHaveProperty('x');
  });
  test.each(['list[999999999]', 'list.length', 'list.x'])('refuses %s, which is no entry of a list', (path) => {
    expect(() => setField({ list: [] }, path, 1)).toThrow(NodeFault);
  });
  test('what was written is read back, and shared prototypes stay as they are', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(
      fc.property(fc.string(), fc.integer(), (path, value) => {
        const json: JsonObject = {};
        try {
          setField(json, path, value);
        } catch (error) {
          expect(error).toBeInstanceOf(NodeFault);
          return;
        }
        if (fieldSteps(path).length > 0) expect(getField(json, path)).toBe(value);
      }),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  });
});

describe('removing', () => {
  test('a nested field', () => {
    const json: JsonObject = { a: { b: 1, c: 2 } };
    expect(deleteField(json, 'a.b')).toBe(true);
    expect(json).toEqual({ a: { c: 2 } });
  });
  test('nothing there', () => expect(deleteField({ a: 1 }, 'a.b.c')).toBe(false));
  test('never reaches a prototype', () => expect(deleteField({}, '__proto__.toString')).toBe(false));
});

test('names in a list', () => {
  expect(fieldNames(' a, b.c ,')).toEqual(['a', 'b.c']);
  expect(fieldNames(['x'])).toEqual(['x']);
  expect(fieldNames('["x", "y.z"]')).toEqual(['x', 'y.z']);
  expect(fieldNames('["x y"].z')).toEqual(['["x y"].z']);
});
