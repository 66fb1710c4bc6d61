import { type FilterCondition, NodeFault } from '@orchestrator/node-sdk';
import { convertValue, toText } from '../value-types/convert-value.js';
import type { FilterContext } from './filter-context.js';
import { parsePattern } from './pattern.js';

/**
 * Compares two values without looking at their types: the semantics of n8n's first If, Filter and Switch, which imported
 * workflows count on. Text is compared as text, order is the language's own, equality is identity.
 */
export function compareAsTheyStand(condition: FilterCondition, context: FilterContext): boolean | Promise<boolean> {
  const { type, operation } = condition.operator;
  if (operation === 'empty') return isEmpty(condition.left);
  if (operation === 'notEmpty') return !isEmpty(condition.left);
  if (type === 'dateTime') {
    const left = time(condition.left, context);
    const right = time(condition.right, context);
    return compare(operation === 'after' ? 'gt' : operation === 'before' ? 'lt' : operation, left, right, context);
  }
  return compare(operation, condition.left, condition.right, context);
}

function compare(operation: string, left: unknown, right: unknown, context: FilterContext): boolean | Promise<boolean> {
  const text = left ? toText(left) : '';
  const other = right ? toText(right) : '';
  switch (operation) {
    case 'equals':
      return left === right;
    case 'notEquals':
      return left !== right;
    case 'gt':
      return ordered(left) > ordered(right);
    case 'gte':
      return ordered(left) >= ordered(right);
    case 'lt':
      return ordered(left) < ordered(right);
    case 'lte':
      return ordered(left) <= ordered(right);
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
    case 'regex':
      return matches(text, other, context);
    case 'notRegex':
      return matches(text, other, context).then((found) => !found);
    default:
      throw new NodeFault(`There is no operation "${operation}" here`, {
        code: 'condition.operation',
        retryable: false,
      });
  }
}

/** What the language's `<` compares: text with text by its letters, all else as numbers; nothing counts as 0. */
function ordered(value: unknown): never {
  return (typeof value === 'object' && value !== null ? Number.NaN : value || 0) as never;
}

async function matches(text: string, source: string, context: FilterContext): Promise<boolean> {
  const { pattern, flags } = parsePattern(source);
  return context.regex.test(pattern, flags, text);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || Number.isNaN(value)) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function time(value: unknown, { timezone, itemIndex }: FilterContext): number {
  if (typeof value === 'number') return value;
  const date =
    value === null || value === undefined ? ({ ok: false } as const) : convertValue(value, 'dateTime', { timezone });
  if (date.ok) return Number(date.value);
  throw new NodeFault(`The value "${toText(value)}" is not a date`, {
    code: 'condition.type',
    itemIndex,
    retryable: false,
  });
}
