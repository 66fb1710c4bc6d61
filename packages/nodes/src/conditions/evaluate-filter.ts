import { type FilterCondition, type FilterValue, NodeFault, type Soon } from '@orchestrator/node-sdk';
import { convertValue, toText, type ValueType } from '../value-types/convert-value.js';
import { compareAsTheyStand } from './compare-as-they-stand.js';
import { compareTyped, isUnary } from './compare-typed.js';
import type { FilterContext } from './filter-context.js';

/**
 * Whether an item's conditions hold. They are looked at in order, and no further than needed. Where all of
 * none have to hold they do, and where one of none has to, none does.
 *
 * @throws NodeFault when a value is not of the type that its operator compares
 */
export function filterHolds(filter: FilterValue, context: FilterContext, from = 0): Soon<boolean> {
  const any = filter.combinator === 'or';
  for (let index = from; index < filter.conditions.length; index++) {
    const holds = conditionHolds(filter.conditions[index] as FilterCondition, index, filter, context);
    // A pattern that runs elsewhere; the others are looked at when it has come back.
    if (holds instanceof Promise)
      return holds.then((later) => (later === any ? any : filterHolds(filter, context, index + 1)));
    if (holds === any) return any;
  }
  return !any;
}

function conditionHolds(
  condition: FilterCondition,
  index: number,
  filter: FilterValue,
  context: FilterContext,
): boolean | Promise<boolean> {
  const ignoreCase = filter.caseSensitive === false;
  if (filter.typeValidation === 'none') return compareAsTheyStand(condition, context);
  const { type, operation } = condition.operator;
  const left = typed(condition.left, type, 'first', index, filter, context);
  const right = isUnary(operation)
    ? undefined
    : typed(condition.right, rightType(condition), 'second', index, filter, context);
  return compareTyped({ type, operation, left, right, ignoreCase }, context.regex);
}

/** The type of the value that is compared with: a list is asked for its length or for something in it. */
function rightType({ operator }: FilterCondition): ValueType {
  if (operator.rightType) return operator.rightType;
  if (operator.type !== 'array') return operator.type;
  return operator.operation.startsWith('length') ? 'number' : 'any';
}

function typed(
  value: unknown,
  type: ValueType,
  which: 'first' | 'second',
  index: number,
  filter: FilterValue,
  { timezone, itemIndex, parameter }: FilterContext,
): unknown {
  const strict = (filter.typeValidation ?? 'strict') === 'strict';
  if (type === 'boolean' && !strict) return looseBoolean(value, filter.version ?? 3);
  if (type === 'number' && Number.isNaN(value)) return value;
  const conversion = convertValue(value, type, { strict, timezone });
  if (conversion.ok) return conversion.value;
  const shown = toText(value).slice(0, MAX_SHOWN);
  throw new NodeFault(`Condition ${index + 1}: the ${which} value, "${shown}", is not ${NAMES[type]}`, {
    code: 'condition.type',
    itemIndex,
    parameter: `${parameter}.conditions[${index}].${which === 'first' ? 'left' : 'right'}`,
    description: strict
      ? 'Compare values of the same type, choose an operator of the type of your data, or allow values to be converted.'
      : 'It can not be converted to the type that the operator compares. Choose another operator or change the value.',
    retryable: false,
  });
}

/** Every value is true or false when types are not checked; since version 2 words and 0 and 1 are read first. */
function looseBoolean(value: unknown, version: number): unknown {
  if (value === null || value === undefined) return value;
  const conversion = version >= 2 ? convertValue(value, 'boolean') : ({ ok: false } as const);
  return conversion.ok ? conversion.value : Boolean(value);
}

/** Characters of a person's value that an error repeats; enough to recognise it. */
const MAX_SHOWN = 80;

const NAMES: Readonly<Record<ValueType, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  dateTime: 'a date',
  array: 'a list',
  object: 'an object',
  any: 'a value',
};
