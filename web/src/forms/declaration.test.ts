import { describe, expect, it } from 'vitest';
import {
  isShown,
  type Parameter,
  parameterValue,
  shownNames,
  toExpression,
  toFixed,
  withValue,
} from './declaration.ts';

const parameter = (more: Partial<Parameter>): Parameter => ({ kind: 'string', label: 'X', ...more });

describe('what is shown', () => {
  it.each([
    [{ show: { mode: ['a', 'b'] } }, { mode: 'b' }, true],
    [{ show: { mode: ['a'] } }, { mode: 'c' }, false],
    [{ hide: { mode: ['a'] } }, { mode: 'a' }, false],
    [{ hide: { mode: ['a'] } }, {}, true],
    [{ show: { mode: ['a'], on: [true] } }, { mode: 'a', on: false }, false],
  ])('%j beside %j: %s', (conditions, values: Record<string, unknown>, expected) => {
    expect(isShown(parameter(conditions as Partial<Parameter>), (name) => values[name])).toBe(expected);
  });

  it('counts a default like a value, and looks at the top for /names', () => {
    const inner = { deep: parameter({ show: { '/mode': ['raw'] } }), always: parameter({}) };
    const top = { mode: parameter({ default: 'raw' }) };
    expect(shownNames(inner, {}, { parameters: top, values: {} })).toEqual(['deep', 'always']);
    expect(shownNames(inner, {}, { parameters: top, values: { mode: 'json' } })).toEqual(['always']);
  });
});

it('goes back to the default by leaving the value out', () => {
  const parameters = { size: parameter({ kind: 'number', default: 5 }) };
  const values = withValue({}, 'size', 7);
  expect(parameterValue(values, 'size', parameters)).toBe(7);
  expect(parameterValue(withValue(values, 'size', undefined), 'size', parameters)).toBe(5);
});

it('turns values into expressions and plain ones back', () => {
  expect([toExpression('abc'), toExpression(5), toExpression(['a']), toExpression('')]).toEqual([
    '=abc',
    '={{ 5 }}',
    '={{ ["a"] }}',
    '=',
  ]);
  expect(toFixed('=abc', parameter({}))).toBe('abc');
  expect(toFixed('={{ $json.a }}', parameter({}))).toBeUndefined();
});
