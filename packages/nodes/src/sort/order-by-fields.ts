import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { canonicalText } from '../field-path/canonical-text.js';
import { type FieldPathOptions, getField } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { sortInSteps } from './sort-in-steps.js';

export interface SortField {
  field: string;
  order: 'ascending' | 'descending';
}

/** A key takes about as much memory as so many fields. */
const FIELDS_A_KEY = 4;

/** A value as it is compared, worked out once and not for each comparison. */
interface Key {
  value: JsonValue | undefined;
  /** What objects and lists (and null) are equal by. */
  canonical?: string;
  order: unknown;
}

/**
 * The indexes of the objects in order of the given fields, the first that differs deciding; one object a step. Text is
 * compared without regard to case; texts that differ by case alone count as different, so that the second field is not
 * asked (as in n8n, whose order people rely on).
 */
export function* orderByFields(
  objects: readonly JsonObject[],
  fields: readonly SortField[],
  path: FieldPathOptions,
): Generator<void, number[]> {
  const rows: { index: number; keys: Key[] }[] = [];
  const made = new MadeFields();
  for (const [index, json] of objects.entries()) {
    made.add(fields.length * FIELDS_A_KEY);
    rows.push({ index, keys: fields.map(({ field }) => keyOf(getField(json, field, path))) });
    yield;
  }
  const directions = fields.map(({ order }) => (order === 'descending' ? -1 : 1));
  const sorted = yield* sortInSteps(rows, (a, b) => {
    for (let at = 0; at < directions.length; at++) {
      const [left, right] = [a.keys[at] as Key, b.keys[at] as Key];
      const direction = directions[at] as number;
      if (!isEqual(left, right)) return (left.order as never) < (right.order as never) ? -direction : direction;
    }
    return 0;
  });
  return sorted.map(({ index }) => index);
}

function keyOf(value: JsonValue | undefined): Key {
  if (typeof value === 'string') return { value, order: value.toLowerCase() };
  if (typeof value !== 'object') return { value, order: value };
  return { value, canonical: canonicalText(value), order: value === null ? null : String(JSON.stringify(value)) };
}

function isEqual(left: Key, right: Key): boolean {
  if (left.canonical === undefined || right.canonical === undefined) return left.value === right.value;
  return left.canonical === right.canonical;
}
