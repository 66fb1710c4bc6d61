import { describe, expect, it } from 'vitest';
import { literalOf, looksLikeDate, typeOfValue } from './value-type.ts';

describe('what is typed', () => {
  it.each([
    ['42', { type: 'number', value: 42 }],
    ['-1.5', { type: 'number', value: -1.5 }],
    ['007', { type: 'string', value: '007' }],
    ['1.0', { type: 'string', value: '1.0' }],
    ['9007199254740993', { type: 'string', value: '9007199254740993' }],
    ['+49 30', { type: 'string', value: '+49 30' }],
    ['Infinity', { type: 'string', value: 'Infinity' }],
    ['', { type: 'string', value: '' }],
    ['true', { type: 'boolean', value: true }],
    ['[1, 2]', { type: 'array', value: '[1, 2]' }],
    ['{"a": 1}', { type: 'object', value: '{"a": 1}' }],
    ['[1,', { type: 'string', value: '[1,' }],
  ])('%j is %j', (text, expected) => expect(literalOf(text)).toEqual(expected));
});

it('names the types of values, and knows dates', () => {
  expect([1, 'a', true, [], {}, null].map((each) => typeOfValue(each))).toEqual([
    'number',
    'string',
    'boolean',
    'array',
    'object',
    undefined,
  ]);
  const dates = ['2026-03-01', '2026-03-01T08:00:00Z', '2026-03-01 08:00', '2026-03-01T08:00:00.123+02:00'];
  expect(dates.filter((each) => !looksLikeDate(each))).toEqual([]);
  expect(['2026', '2026-13-01', 'A-1042', 20260301].filter((each) => looksLikeDate(each))).toEqual([]);
});
