import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { canonicalText } from '../field-path/canonical-text.js';
import { type FieldPathOptions, getField } from '../field-path/field-path.js';

export interface SortField {
  field: string;
  order: 'ascending' | 'descending';
}

/**
 * Compares objects by fields, the first that differs deciding. Text is compared without regard to case; texts that
 * differ by case alone count as different, so that the second field is not asked (as in n8n, whose order people rely on).
 */
export function byFields(fields: readonly SortField[], path: FieldPathOptions) {
  return (a: JsonObject, b: JsonObject): number => {
    for (const { field, order } of fields) {
      const left = getField(a, field, path);
      const right = getField(b, field, path);
      if (isEqual(left, right)) continue;
      const direction = order === 'descending' ? -1 : 1;
      return isLess(left, right) ? -direction : direction;
    }
    return 0;
  };
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
