import type { FilterCondition, FilterValue } from '@orchestrator/node-sdk';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { filterHolds } from './evaluate-filter.js';

const regex = {
  test: async (pattern: string, flags: string, text: string) => new RegExp(pattern, flags).test(text),
} as Parameters<typeof filterHolds>[1]['regex'];
const context = { regex, timezone: 'Europe/Berlin', itemIndex: 3, parameter: 'conditions' };

const holds = async (left: unknown, operation: string, right?: unknown, more: Partial<FilterValue> = {}) => {
  const [type, name] = operation.split('.') as [FilterCondition['operator']['type'], string];
  const condition = { left, right, operator: { type, operation: name } } as FilterCondition;
  return filterHolds({ combinator: 'and', conditions: [condition], ...more }, context);
};

test.each([
  ['apple', 'string.equals', 'apple', true],
  ['Apple', 'string.equals', 'apple', false],
  ['apple', 'string.contains', 'ppl', true],
  ['apple', 'string.notStartsWith', 'b', true],
  ['apple', 'string.endsWith', 'le', true],
  ['apple', 'string.regex', '/^A/i', true],
  ['apple', 'string.notRegex', '^A', true],
  ['', 'string.empty', undefined, true],
  [null, 'string.empty', undefined, true],
  [null, 'string.exists', undefined, false],
  [undefined, 'string.notExists', undefined, true],
  [5, 'number.gte', 5, true],
  [0, 'number.empty', undefined, false],
  [false, 'boolean.false', undefined, true],
  [true, 'boolean.notEquals', false, true],
  ['2026-01-02', 'dateTime.after', '2026-01-01', true],
  [DateTime.fromISO('2026-01-01'), 'dateTime.beforeOrEquals', DateTime.fromISO('2026-01-01'), true],
  [null, 'dateTime.after', '2026-01-01', false],
  [[1, 'a'], 'array.contains', 'a', true],
  [[1, 'a'], 'array.lengthLt', 3, true],
  [[], 'array.notEmpty', undefined, false],
  [{}, 'object.empty', undefined, true],
])('%j %s %j is %j', async (left, operation, right, expected) => {
  expect(await holds(left, operation, right)).toBe(expected);
});

describe('types', () => {
  test.each([
    ['5', 'number.equals', 5],
    [5, 'string.equals', '5'],
    ['true', 'boolean.true', undefined],
    ['[1]', 'array.notEmpty', undefined],
  ])('%j %s %j: strict faults, loose converts', async (left, operation, right) => {
    await expect(holds(left, operation, right)).rejects.toMatchObject({ code: 'condition.type', itemIndex: 3 });
    expect(await holds(left, operation, right, { typeValidation: 'loose' })).toBe(true);
  });
  test('what can not be converted is a fault even when types are loose', async () => {
    await expect(holds('apple', 'number.gt', 1, { typeValidation: 'loose' })).rejects.toThrow(/apple/);
  });
  test('words are truth in version 1 and read since', async () => {
    const loose = { typeValidation: 'loose' } as const;
    expect(await holds('false', 'boolean.true', undefined, { ...loose, version: 1 })).toBe(true);
    expect(await holds('false', 'boolean.true', undefined, { ...loose, version: 2 })).toBe(false);
  });
});

test('capital letters count unless they are told not to', async () => {
  const caseSensitive = false;
  expect(await holds('Apple', 'string.equals', 'aPPLE', { caseSensitive })).toBe(true);
  expect(await holds(['Apple'], 'array.contains', 'aPPLE', { caseSensitive })).toBe(true);
});

describe('several conditions', () => {
  const is = (value: boolean): FilterCondition => ({ left: value, operator: { type: 'boolean', operation: 'true' } });
  test.each([
    ['and', [true, true], true],
    ['and', [true, false], false],
    ['or', [false, true], true],
    ['or', [false, false], false],
    ['and', [], true],
    ['or', [], false],
  ] as const)('%s of %j is %j', async (combinator, values, expected) => {
    expect(await filterHolds({ combinator, conditions: values.map(is) }, context)).toBe(expected);
  });
  test('none is looked at that can change nothing', async () => {
    const faulty: FilterCondition = { left: 'x', right: 1, operator: { type: 'number', operation: 'equals' } };
    expect(await filterHolds({ combinator: 'or', conditions: [is(true), faulty] }, context)).toBe(true);
  });
});

test('an operation that the type does not have is a fault', async () => {
  await expect(holds(1, 'number.regex', 2)).rejects.toMatchObject({ code: 'condition.operation' });
});

describe('as the oldest workflows have it', () => {
  const typeValidation = 'none' as const;
  test.each([
    ['5', 'number.gt', 4, true],
    [null, 'number.lt', 1, true],
    ['5', 'number.equals', 5, false],
    [12, 'string.contains', '2', true],
    ['', 'string.empty', undefined, true],
    [{ a: 1 }, 'string.empty', undefined, false],
    ['2026-01-02', 'dateTime.after', '2026-01-01', true],
  ])('%j %s %j is %j', async (left, operation, right, expected) => {
    expect(await holds(left, operation, right, { typeValidation })).toBe(expected);
  });
});
