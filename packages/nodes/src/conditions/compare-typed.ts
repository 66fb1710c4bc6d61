import { NodeFault, type RegexRunner } from '@orchestrator/node-sdk';
import type { DateTime } from 'luxon';
import type { ValueType } from '../value-types/convert-value.js';
import { parsePattern } from './pattern.js';

/** Two values that have been brought to the types their operator compares. */
export interface Comparison {
  type: ValueType;
  operation: string;
  left: unknown;
  right: unknown;
  ignoreCase: boolean;
}

const UNARY: ReadonlySet<string> = new Set(['exists', 'notExists', 'empty', 'notEmpty', 'true', 'false']);

/** Whether an operation looks at one value only. */
export function isUnary(operation: string): boolean {
  return UNARY.has(operation);
}

/**
 * Compares two typed values.
 *
 * @throws NodeFault for an operation that the type does not have
 */
export function compareTyped(comparison: Comparison, regex: RegexRunner): boolean | Promise<boolean> {
  const { type, operation, left } = comparison;
  const exists = left !== undefined && left !== null && !Number.isNaN(left);
  if (operation === 'exists') return exists;
  if (operation === 'notExists') return !exists;
  const holds =
    type === 'string' && (operation === 'regex' || operation === 'notRegex')
      ? matchesPattern(comparison, regex)
      : COMPARE[type]?.(comparison, exists);
  if (holds === undefined) {
    throw new NodeFault(`There is no operation "${operation}" for values of type ${type}`, {
      code: 'condition.operation',
      retryable: false,
    });
  }
  return holds;
}

type Compare = (comparison: Comparison, exists: boolean) => boolean | undefined;

const COMPARE: Readonly<Partial<Record<ValueType, Compare>>> = {
  string: compareText,
  number: (c, exists) => compareOrdered(c.operation, c.left as number, c.right as number, exists, ORDER_OF_NUMBERS),
  dateTime: compareDates,
  boolean: compareBooleans,
  array: compareList,
  object: ({ operation, left }) => emptiness(operation, !left || Object.keys(left).length === 0),
  any: ({ operation, left, right }) =>
    operation === 'equals' ? left === right : operation === 'notEquals' ? left !== right : undefined,
};

function lower(value: unknown, ignoreCase: boolean): unknown {
  return ignoreCase && typeof value === 'string' ? value.toLowerCase() : value;
}

function compareText({ operation, left, right, ignoreCase }: Comparison): boolean | undefined {
  const text = String(lower(left ?? '', ignoreCase));
  const other = String(lower(right ?? '', ignoreCase));
  switch (operation) {
    case 'equals':
      return text === other;
    case 'notEquals':
      return text !== other;
    case 'contains':
      return text.includes(other);
    case 'notContains':
      return !text.includes(other);
    case 'startsWith':
      return text.startsWith(other);
    case 'notStartsWith':
      return !text.startsWith(other);
    case 'endsWith':
      return text.endsWith(other);
    case 'notEndsWith':
      return !text.endsWith(other);
    default:
      return emptiness(operation, text.length === 0);
  }
}

async function matchesPattern(
  { operation, left, right, ignoreCase }: Comparison,
  regex: RegexRunner,
): Promise<boolean> {
  const { pattern, flags } = parsePattern(String(right ?? ''));
  const matches = await regex.test(pattern, flags, String(lower(left ?? '', ignoreCase)));
  return matches === (operation === 'regex');
}

interface OrderNames {
  more: string;
  less: string;
  atLeast: string;
  atMost: string;
}
const ORDER_OF_NUMBERS: OrderNames = { more: 'gt', less: 'lt', atLeast: 'gte', atMost: 'lte' };
const ORDER_OF_DATES: OrderNames = {
  more: 'after',
  less: 'before',
  atLeast: 'afterOrEquals',
  atMost: 'beforeOrEquals',
};

function compareOrdered(operation: string, left: number, right: number, exists: boolean, names: OrderNames) {
  switch (operation) {
    case 'equals':
      return left === right;
    case 'notEquals':
      return left !== right;
    case names.more:
      return left > right;
    case names.less:
      return left < right;
    case names.atLeast:
      return left >= right;
    case names.atMost:
      return left <= right;
    default:
      return emptiness(operation, !exists);
  }
}

function compareDates({ operation, left, right }: Comparison, exists: boolean): boolean | undefined {
  if (isUnary(operation)) return emptiness(operation, !exists);
  if (!left || !right) return false;
  return compareOrdered(
    operation,
    (left as DateTime).toMillis(),
    (right as DateTime).toMillis(),
    exists,
    ORDER_OF_DATES,
  );
}

function compareBooleans({ operation, left, right }: Comparison, exists: boolean): boolean | undefined {
  switch (operation) {
    case 'true':
      return left === true;
    case 'false':
      return !left;
    case 'equals':
      return left === right;
    case 'notEquals':
      return left !== right;
    default:
      return emptiness(operation, !exists);
  }
}

function compareList({ operation, left, right, ignoreCase }: Comparison): boolean | undefined {
  const list = (left ?? []) as unknown[];
  const length = right as number;
  switch (operation) {
    case 'contains':
      return listHas(list, right, ignoreCase);
    case 'notContains':
      return !listHas(list, right, ignoreCase);
    case 'lengthEquals':
      return list.length === length;
    case 'lengthNotEquals':
      return list.length !== length;
    case 'lengthGt':
      return list.length > length;
    case 'lengthLt':
      return list.length < length;
    case 'lengthGte':
      return list.length >= length;
    case 'lengthLte':
      return list.length <= length;
    default:
      return emptiness(operation, list.length === 0);
  }
}

function listHas(list: readonly unknown[], wanted: unknown, ignoreCase: boolean): boolean {
  const sought = lower(wanted, ignoreCase);
  return list.some((each) => lower(each, ignoreCase) === sought);
}

function emptiness(operation: string, empty: boolean): boolean | undefined {
  return operation === 'empty' ? empty : operation === 'notEmpty' ? !empty : undefined;
}
