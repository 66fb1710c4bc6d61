import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import {
  deleteField,
  type FieldPathOptions,
  fieldNames,
  fieldSteps,
  getField,
  isSafeFieldPath,
  setField,
} from '../field-path/field-path.js';

/** Which fields of the input item go on. */
export type Include = 'all' | 'none' | 'selected' | 'except';

/**
 * A copy of an item's fields that may be changed by `putField` alone: all of them, none, those named, or all but those.
 * Only the outermost object is new; items are shared by whatever runs later, and deep copies of each would be most of
 * this node's work.
 */
export function copyFields(json: JsonObject, include: Include, names: string, path: FieldPathOptions): JsonObject {
  if (include === 'none') return {};
  if (include === 'selected') {
    const copy: JsonObject = {};
    for (const name of fieldNames(names)) {
      const value = getField(json, name, path);
      if (value !== undefined) putField(copy, name, value, path);
    }
    return copy;
  }
  const copy = { ...json };
  if (include === 'except') {
    for (const name of fieldNames(names)) {
      detach(copy, name, path);
      deleteField(copy, name, path);
    }
  }
  return copy;
}

/** Writes a field of a copy, without changing objects inside it that belong to the item it was copied from. */
export function putField(copy: JsonObject, name: string, value: JsonValue, path: FieldPathOptions): void {
  detach(copy, name, path);
  setField(copy, name, value, path);
}

/** Gives the copy objects and lists of its own along a path. */
function detach(copy: JsonObject, name: string, path: FieldPathOptions): void {
  if (path.dotNotation === false || !/[.[]/.test(name) || Object.hasOwn(copy, name)) return;
  if (!isSafeFieldPath(name, path)) return; // the write that follows says so
  let target: JsonObject = copy;
  for (const step of fieldSteps(name).slice(0, -1)) {
    const next = Object.hasOwn(target, step) ? target[step] : undefined;
    if (typeof next !== 'object' || next === null) return;
    const own: JsonValue = Array.isArray(next) ? [...next] : { ...next };
    target[step] = own;
    target = own as JsonObject;
  }
}
