import { shownValue } from './shown-value.js';

/** How an operation is written between two values; those without a second value stand alone. */
const SIGNS: Readonly<Record<string, string>> = {
  equals: '=',
  notEquals: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  after: 'after',
  before: 'before',
  afterOrEquals: 'from',
  beforeOrEquals: 'until',
  contains: 'contains',
  notContains: "doesn't contain",
  startsWith: 'starts with',
  notStartsWith: "doesn't start with",
  endsWith: 'ends with',
  notEndsWith: "doesn't end with",
  regex: 'matches',
  notRegex: "doesn't match",
  lengthEquals: 'length =',
  lengthNotEquals: 'length ≠',
  lengthGt: 'length >',
  lengthLt: 'length <',
  lengthGte: 'length ≥',
  lengthLte: 'length ≤',
};
const ALONE: Readonly<Record<string, string>> = {
  exists: 'exists',
  notExists: "doesn't exist",
  empty: 'is empty',
  notEmpty: "isn't empty",
  true: 'is true',
  false: 'is false',
};

/** A set of conditions as a subtitle: `total > 100`, `total > 100 and 2 more`; nothing when there is none. */
export function conditionLine(filter: unknown): string {
  const { conditions, combinator } = object(filter);
  if (!Array.isArray(conditions) || conditions.length === 0) return '';
  const more = conditions.length - 1;
  const first = one(object(conditions[0]));
  if (first === '') return `${conditions.length} condition${more > 0 ? 's' : ''}`;
  return more > 0 ? `${first} ${combinator === 'or' ? 'or' : 'and'} ${more} more` : first;
}

function one({ left, right, operator }: Record<string, unknown>): string {
  const operation = String(object(operator).operation ?? '');
  const value = shownValue(left);
  if (value === '') return '';
  if (Object.hasOwn(ALONE, operation)) return `${value} ${ALONE[operation]}`;
  if (!Object.hasOwn(SIGNS, operation)) return '';
  const other = shownValue(right);
  return `${value} ${SIGNS[operation]} ${other === '' ? '""' : other}`;
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
