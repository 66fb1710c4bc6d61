import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { listAt, objectAt } from './parameter-reading.js';

/** n8n's first words for what conditions do, and ours. */
const OPERATIONS: Readonly<Record<string, string>> = {
  after: 'after',
  before: 'before',
  equal: 'equals',
  notEqual: 'notEquals',
  smaller: 'lt',
  smallerEqual: 'lte',
  larger: 'gt',
  largerEqual: 'gte',
  contains: 'contains',
  notContains: 'notContains',
  startsWith: 'startsWith',
  notStartsWith: 'notStartsWith',
  endsWith: 'endsWith',
  notEndsWith: 'notEndsWith',
  regex: 'regex',
  notRegex: 'notRegex',
  isEmpty: 'empty',
  isNotEmpty: 'notEmpty',
};

/** What an operation is when the file leaves it out, by type. */
const DEFAULTS: Readonly<Record<string, string>> = {
  boolean: 'equal',
  dateTime: 'after',
  number: 'smaller',
  string: 'equal',
};

/** What a switch's rule does when the file leaves it out; it is another default than that of conditions for numbers. */
export const SWITCH_DEFAULTS: Readonly<Record<string, string>> = { ...DEFAULTS, number: 'equal' };

/** A second value that the file leaves out. */
const EMPTY_VALUES: Readonly<Record<string, JsonValue>> = { boolean: false, dateTime: '', number: 0, string: '' };

/** One condition of n8n's first kind. */
export function legacyCondition(type: string, given: JsonObject, defaults = DEFAULTS): JsonObject {
  const operation = typeof given.operation === 'string' ? given.operation : (defaults[type] ?? 'equal');
  return {
    left: given.value1 ?? EMPTY_VALUES[type] ?? null,
    right: given.value2 ?? EMPTY_VALUES[type] ?? null,
    operator: {
      type,
      operation: (Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined) ?? operation,
    },
  };
}

/** Conditions of n8n's first If and Filter, which keep them apart by type, as a `filter` parameter. */
export function legacyFilter(given: JsonValue | undefined, any: boolean): JsonObject {
  const groups = objectAt(given);
  const conditions = Object.keys(DEFAULTS).flatMap((type) =>
    listAt(groups, type).map((each) => legacyCondition(type, each)),
  );
  return legacyFilterOf(conditions, any);
}

/** A `filter` parameter that compares values as they stand. */
export function legacyFilterOf(conditions: JsonObject[], any: boolean): JsonObject {
  return { combinator: any ? 'or' : 'and', conditions, typeValidation: 'none' };
}
