import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import type { Translator } from '../translator.js';
import { aggregate } from './aggregate.js';
import { itemLists } from './item-lists.js';
import { limit } from './limit.js';
import { removeDuplicates } from './remove-duplicates.js';
import { sort } from './sort.js';
import { splitOut } from './split-out.js';
import { summarize } from './summarize.js';

const translate = (translator: Translator, parameters: JsonObject, version = 1) =>
  translator.translate({ name: 'Node', type: translator.type, parameters }, version);

test('what is left as it was gets the defaults of n8n', () => {
  expect(translate(limit, {}).parameters).toEqual({ maxItems: 1, keep: 'first' });
  expect(translate(splitOut, {}).parameters).toMatchObject({ fields: '', include: 'none', options: {} });
  expect(translate(aggregate, {}).parameters).toMatchObject({ mode: 'fields', destination: 'data', include: 'all' });
  expect(translate(sort, {}).parameters).toMatchObject({ by: 'fields', fields: [] });
});

test('an expression that makes a choice is given our words', () => {
  const { keep } = translate(limit, { keep: '={{ $json.keep }}' }).parameters;
  expect(keep).toBe('={{ ({"firstItems":"first","lastItems":"last"})[$json.keep] ?? \'first\' }}');
});

test('switches that are the other way round are turned, expressions too', () => {
  const dots = (disableDotNotation: boolean | string) =>
    (translate(sort, { options: { disableDotNotation } }).parameters.options as JsonObject).dotNotation;
  expect([dots(true), dots(false), dots('={{ $json.off }}')]).toEqual([false, true, '={{ !($json.off) }}']);
});

test('names of fields may be text, a list or a list of objects', () => {
  for (const fieldsToInclude of ['a, b', ['a', 'b'], { fields: [{ fieldName: 'a' }, { fieldName: 'b' }] }]) {
    expect(translate(splitOut, { fieldsToInclude }).parameters.includeFields).toBe('a, b');
  }
});

test('summaries keep their own separator', () => {
  const fieldsToSummarize = {
    values: [{ field: 'a' }, { aggregation: 'concatenate', field: 'b', separateBy: 'other', customSeparator: ' | ' }],
  };
  expect(translate(summarize, { fieldsToSummarize }, 1.1).parameters.fields).toEqual([
    { aggregation: 'count', field: 'a', includeEmpty: false, separator: ',' },
    { aggregation: 'concatenate', field: 'b', includeEmpty: false, separator: ' | ' },
  ]);
});

test.each([
  [1, {}, true],
  [1, { continueIfFieldNotFound: true }, false],
  [1.1, {}, false],
])('Summarize %d with %j: a missing field is a fault: %s', (version, options, requireField) => {
  expect(translate(summarize, { options }, version).parameters.compat).toEqual({ requireField });
});

describe('Remove Duplicates', () => {
  test('compares fields in every version', () => {
    const parameters = { compare: 'selectedFields', fieldsToCompare: 'a', options: { removeOtherFields: true } };
    for (const version of [1, 1.1, 2]) {
      expect(translate(removeDuplicates, parameters, version).parameters).toMatchObject({
        compare: 'selected',
        fields: 'a',
        options: { removeOtherFields: true },
      });
    }
  });
  test.each([
    ['removeItemsWithAlreadySeenKeyValues', 'dedupeValue', 'new'],
    ['removeItemsUpToStoredIncrementalKey', 'incrementalDedupeValue', 'higher'],
    ['removeItemsUpToStoredDate', 'dateDedupeValue', 'later'],
  ])('%s reads %s', (logic, name, keepWhen) => {
    const parameters = { operation: 'removeItemsSeenInPreviousExecutions', logic, [name]: '={{ $json.id }}' };
    expect(translate(removeDuplicates, { ...parameters, options: { historySize: 9 } }, 2).parameters).toMatchObject({
      operation: 'seenBefore',
      keepWhen,
      value: '={{ $json.id }}',
      options: { historySize: 9 },
    });
  });
});

describe('Item Lists', () => {
  test.each([
    [undefined, 'splitOut'],
    ['splitOutItems', 'splitOut'],
    ['aggregateItems', 'aggregate'],
    ['concatenateItems', 'aggregate'],
    ['removeDuplicates', 'removeDuplicates'],
    ['sort', 'sort'],
    ['limit', 'limit'],
    ['summarize', 'summarize'],
  ])('%s is %s', (operation, type) => {
    expect(translate(itemLists, operation ? { operation } : {}, 3)).toMatchObject({ type, version: 1 });
  });
  test('an operation that n8n never had is reported', () => {
    expect(translate(itemLists, { operation: 'fold' }, 3).unsupported).toContain('fold');
  });
  test.each([
    [1, { requireField: true, requireList: true }],
    [2.1, { requireField: false, requireList: true }],
    [3, { requireField: false, requireList: false }],
  ])('version %d splits as it did', (version, compat) => {
    expect(translate(itemLists, {}, version).parameters.compat).toEqual(compat);
  });
  test('only version 3.1 compares values of different types', () => {
    const compat = (version: number) =>
      translate(itemLists, { operation: 'removeDuplicates' }, version).parameters.compat;
    expect([compat(3), compat(3.1)]).toEqual([{ nullIsAValue: true }, { mixedTypes: true }]);
  });
});
