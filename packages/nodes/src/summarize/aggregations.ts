import type { JsonValue } from '@orchestrator/workflow';

export type Aggregation = 'append' | 'average' | 'concatenate' | 'count' | 'countUnique' | 'max' | 'min' | 'sum';

/** What a person chooses from. */
export const LABELS: Record<Aggregation, string> = {
  append: 'List of values',
  average: 'Average',
  concatenate: 'Values joined to one text',
  count: 'Count',
  countUnique: 'Count of different values',
  max: 'Largest',
  min: 'Smallest',
  sum: 'Sum',
};

/** How the output field is named: `sum_cost`. */
export const PREFIXES: Record<Aggregation, string> = {
  append: 'appended',
  average: 'average',
  concatenate: 'concatenated',
  count: 'count',
  countUnique: 'unique_count',
  max: 'max',
  min: 'min',
  sum: 'sum',
};

/** One field of the summary. */
export interface SummaryField {
  aggregation: Aggregation;
  field: string;
  includeEmpty: boolean;
  separator: string;
}

/** The summary of the values that a field has in the items of one group; `undefined` is a field that is missing. */
export function aggregateValues(
  values: readonly (JsonValue | undefined)[],
  { aggregation, includeEmpty, separator }: SummaryField,
): JsonValue {
  switch (aggregation) {
    case 'append':
      return counted(values, includeEmpty).map((value) => value ?? null);
    case 'concatenate':
      return counted(values, includeEmpty).map(textOf).join(separator);
    case 'count':
      return counted(values, includeEmpty).length;
    case 'countUnique':
      return new Set(counted(values, includeEmpty)).size;
    case 'sum':
      return values.filter(isNumber).reduce((sum, value) => sum + value, 0);
    case 'average': {
      const numbers = values.filter(isNumber);
      return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    }
    default:
      return extreme(values, aggregation);
  }
}

/** Numbers, texts and dates as they compare in JavaScript; `null` when there is nothing to compare. */
function extreme(values: readonly (JsonValue | undefined)[], which: 'max' | 'min'): JsonValue {
  let found: JsonValue | undefined;
  for (const value of values) {
    if (isEmpty(value)) continue;
    if (found === undefined || (which === 'max' ? isMore(value, found) : isMore(found, value))) found = value;
  }
  return found ?? null;
}

function isMore(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return (left as never) > (right as never);
}

function counted(
  values: readonly (JsonValue | undefined)[],
  includeEmpty: boolean,
): readonly (JsonValue | undefined)[] {
  return includeEmpty ? values : values.filter((value) => !isEmpty(value));
}

/** Nothing that a person would count: missing, null or an empty text. */
export function isEmpty(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function isNumber(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && !Number.isNaN(value);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
