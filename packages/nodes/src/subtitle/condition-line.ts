import type { Say } from '@orchestrator/node-sdk';
import { counted } from './counted.js';
import { shownValue } from './shown-value.js';

/** How an operation is written between two values, in signs and in words. */
const SIGNS: Readonly<Record<string, string>> = {
  equals: '=',
  notEquals: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
};
const WORDS: Readonly<Record<string, (say: Say) => string>> = {
  after: (say) => say('after'),
  before: (say) => say('before'),
  afterOrEquals: (say) => say('from'),
  beforeOrEquals: (say) => say('until'),
  contains: (say) => say('contains'),
  notContains: (say) => say("doesn't contain"),
  startsWith: (say) => say('starts with'),
  notStartsWith: (say) => say("doesn't start with"),
  endsWith: (say) => say('ends with'),
  notEndsWith: (say) => say("doesn't end with"),
  regex: (say) => say('matches'),
  notRegex: (say) => say("doesn't match"),
  lengthEquals: (say) => `${say('length')} =`,
  lengthNotEquals: (say) => `${say('length')} ≠`,
  lengthGt: (say) => `${say('length')} >`,
  lengthLt: (say) => `${say('length')} <`,
  lengthGte: (say) => `${say('length')} ≥`,
  lengthLte: (say) => `${say('length')} ≤`,
};
/** Those without a second value. */
const ALONE: Readonly<Record<string, (say: Say) => string>> = {
  exists: (say) => say('exists'),
  notExists: (say) => say("doesn't exist"),
  empty: (say) => say('is empty'),
  notEmpty: (say) => say("isn't empty"),
  true: (say) => say('is true'),
  false: (say) => say('is false'),
};

/** A set of conditions as a subtitle: `total > 100`, `total > 100 and 2 more`; nothing when there is none. */
export function conditionLine(filter: unknown, say: Say): string {
  const { conditions, combinator } = object(filter);
  if (!Array.isArray(conditions) || conditions.length === 0) return '';
  const more = conditions.length - 1;
  const first = one(object(conditions[0]), say);
  if (first === '') return counted(say, conditions.length, '1 condition', '{count} conditions');
  if (more === 0) return first;
  return combinator === 'or'
    ? say('{first} or {count} more', { first, count: more })
    : say('{first} and {count} more', { first, count: more });
}

function one({ left, right, operator }: Record<string, unknown>, say: Say): string {
  const operation = String(object(operator).operation ?? '');
  const value = shownValue(left);
  if (value === '') return '';
  const alone = Object.hasOwn(ALONE, operation) ? ALONE[operation] : undefined;
  if (alone) return `${value} ${alone(say)}`;
  const sign = Object.hasOwn(SIGNS, operation) ? SIGNS[operation] : undefined;
  const words = Object.hasOwn(WORDS, operation) ? WORDS[operation] : undefined;
  if (!sign && !words) return '';
  const other = shownValue(right);
  return `${value} ${sign ?? words?.(say)} ${other === '' ? '""' : other}`;
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
