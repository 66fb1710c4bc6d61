import { expect, test } from 'vitest';
import { errorInWords } from './error-words.js';

test('says where, what, what to do, and marks the place', () => {
  expect(
    errorInWords({
      message: 'There is no field "totl".',
      code: 'expression.unknown-field',
      description: 'Did you mean "total"?',
      node: 'Send',
      itemIndex: 2,
      parameter: { path: 'fields[0].value', label: 'Fields 1' },
      expression: { text: '=Sum:\n{{ $json.totl }} €', from: 15, to: 19 },
    }),
  ).toEqual([
    '"Send", Fields 1 (fields[0].value), item 3: There is no field "totl".',
    'Did you mean "total"?',
    '{{ $json.totl }} €',
    '         ^^^^',
  ]);
});

test('leaves out what is not known', () => {
  expect(errorInWords({ message: 'no' })).toEqual(['no']);
  expect(errorInWords({ message: 'no', parameter: { path: 'url', label: 'url' } })).toEqual(['url: no']);
  expect(errorInWords({ message: 'no', expression: { text: '={{ a }}' } })).toEqual(['no', '={{ a }}']);
  expect(errorInWords({ message: 'no', expression: { text: '={{ a', from: 5, to: 5 } })).toEqual([
    'no',
    '={{ a',
    '     ^',
  ]);
});
