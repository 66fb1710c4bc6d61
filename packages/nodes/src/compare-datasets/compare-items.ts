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

/**
 * Compares two items; neither is changed. Items that are the same but for skipped fields have nothing in `different`;
 * where others differ too, skipped fields are shown apart.
 */
export function compareItems(a: JsonObject, b: JsonObject, options: CompareOptions): Comparison {
  const { fields, skip, fuzzy, missingIsEmpty, dotNotation } = options;
  const equal = (one: JsonValue | undefined, two: JsonValue | undefined) =>
    fuzzy ? looksTheSame(one, two, missingIsEmpty) : isSame(one, two);
  const comparison: Comparison = { keys: {}, same: {}, different: {}, skipped: {} };
  for (const { field1 } of fields) setField(comparison.keys, field1, getField(a, field1, options) ?? null, FLAT);
  for (const name of namesOf(a, b)) {
    const [one, two] = [own(a, name), own(b, name)];
    if (equal(one, two)) comparison.same[name] = one ?? null;
    else comparison.different[name] = { inputA: one ?? null, inputB: two ?? null };
  }
  if (skip.length === 0) return comparison;
  const [left, right] = [without(a, skip, dotNotation), without(b, skip, dotNotation)];
  if (namesOf(left, right).every((name) => equal(own(left, name), own(right, name)))) {
    return { ...comparison, different: {} };
  }
  const different = structuredClone(comparison.different);
  for (const field of skip) setApart(different, comparison.skipped, field, dotNotation);
  return { ...comparison, different };
}

const FLAT = { dotNotation: false };

function namesOf(a: JsonObject, b: JsonObject): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => name !== '__proto__');
}

function without(json: JsonObject, fields: readonly string[], dotNotation: boolean): JsonObject {
  const copy = structuredClone(json);
  for (const field of fields) deleteField(copy, field, { dotNotation });
  return copy;
}

/** Moves a field from what differs to what was skipped, below its top level's name and the input's. */
function setApart(different: JsonObject, skipped: JsonObject, field: string, dotNotation: boolean): void {
  if (Object.hasOwn(different, field) || !dotNotation) {
    const values = own(different, field);
    if (values === undefined) return;
    setField(skipped, field, values, FLAT);
    delete different[field];
    return;
  }
  const dot = field.indexOf('.');
  if (dot < 0) return;
  for (const side of ['inputA', 'inputB']) {
    const path = `${field.slice(0, dot)}.${side}${field.slice(dot)}`;
    const value = getField(different, path);
    if (value === undefined) continue;
    setField(skipped, path, value);
    deleteField(different, path);
  }
}

function own(json: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}
