import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { canonicalText } from '../field-path/canonical-text.js';
import { type FieldPathOptions, getField } from '../field-path/field-path.js';

export interface SortField {
  field: string;
  order: 'ascending' | 'descending';
}

/**
 * The indexes of the objects in order of the given fields, the first that differs deciding. Text is compared without
 * regard to case; texts that differ by case alone count as different, so that the second field is not asked (as in n8n,
 * whose order people rely on).
 */
export function orderByFields(
  objects: readonly JsonObject[],
  fields: readonly SortField[],
  path: FieldPathOptions,
): number[] {
  // Paths are followed once for each object, not once for each comparison.
  const rows = objects.map((json, index) => ({
    index,
    values: fields.map(({ field }) => getField(json, field, path)),
  }));
  const directions = fields.map(({ order }) => (order === 'descending' ? -1 : 1));
  rows.sort((a, b) => {
    for (const [position, direction] of directions.entries()) {
      const left = a.values[position];
      const right = b.values[position];
      if (!isEqual(left, right)) return isLess(left, right) ? -direction : direction;
    }
    return 0;
  });
  return rows.map(({ index }) => index);
}

function isEqual(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right;
  return canonicalText(left) === canonicalText(right);
}

function isLess(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  return (comparable(left) as never) < (comparable(right) as never);
}

function comparable(value: JsonValue | undefined): unknown {
  if (typeof value === 'string') return value.toLowerCase();
  return typeof value === 'object' && value !== null ? String(JSON.stringify(value)) : value;
}
