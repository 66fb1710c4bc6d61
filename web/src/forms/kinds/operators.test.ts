import { expect, it } from 'vitest';
import { isFound, OPERATORS, operationFor } from './operators.ts';

it('finds operations by words and by signs', () => {
  expect(isFound('num great', 'gt', 'Number is greater than')).toBe(true);
  expect(isFound('>=', 'gte', 'Number is at least')).toBe(true);
  expect(isFound('!=', 'equals', 'Number is equal to')).toBe(false);
  expect(isFound('', 'equals', 'x')).toBe(true);
});

it('keeps a chosen operation for another type that has it, else asks what that type is asked first', () => {
  expect(operationFor('dateTime', 'equals')).toBe('after');
  expect(operationFor('number', 'exists')).toBe('exists');
  expect(operationFor('boolean', 'contains')).toBe('true');
  for (const type of Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]) {
    expect(OPERATORS[type]).toContain(operationFor(type, 'nothing'));
  }
});
