import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { deleteField, getField, setField } from '../field-path/field-path.js';
import type { MatchField } from '../matching/find-matches.js';
import { isSame, looksTheSame } from '../value-types/same-value.js';

/** How two matching items compare, field by field of the top level. */
export interface Comparison {
  keys: JsonObject;
  same: JsonObject;
  different: JsonObject;
  /** What was not compared, where there was any. */
  skipped: JsonObject;
}

export interface CompareOptions {
  fields: readonly MatchField[];
  /** Fields that are not compared. */
  skip: readonly string[];
  fuzzy: boolean;
  missingIsEmpty: boolean;
  dotNotation: boolean;
}

/** Compares two items; neither is changed. */
export function compareItems(a: JsonObject, b: JsonObject, options: CompareOptions): Comparison {
  const { fields, skip, fuzzy, missingIsEmpty, dotNotation } = options;
  const comparison: Comparison = { keys: {}, same: {}, different: {}, skipped: {} };
  for (const { field1 } of fields) setField(comparison.keys, field1, getField(a, field1, options) ?? null, FLAT);
  const left = skip.length > 0 ? structuredClone(a) : a;
  const right = skip.length > 0 ? structuredClone(b) : b;
  for (const field of skip) {
    leaveOut(left, field, 'inputA', comparison.skipped, dotNotation);
    leaveOut(right, field, 'inputB', comparison.skipped, dotNotation);
  }
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (name === '__proto__') continue;
    const [one, two] = [own(left, name), own(right, name)];
    if (fuzzy ? looksTheSame(one, two, missingIsEmpty) : isSame(one, two)) comparison.same[name] = one ?? null;
    else comparison.different[name] = { inputA: one ?? null, inputB: two ?? null };
  }
  return comparison;
}

const FLAT = { dotNotation: false };

/** Takes a field out and keeps it under its top level's name: `address.city` is `{address: {inputA: {city}}}`. */
function leaveOut(json: JsonObject, field: string, side: string, skipped: JsonObject, dotNotation: boolean): void {
  const value = getField(json, field, { dotNotation });
  if (value === undefined) return;
  deleteField(json, field, { dotNotation });
  const dot = dotNotation && !Object.hasOwn(json, field) ? field.indexOf('.') : -1;
  const path = dot < 0 ? [field, side] : [field.slice(0, dot), side, field.slice(dot + 1)];
  setField(skipped, path.join('.'), value);
}

function own(json: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}
