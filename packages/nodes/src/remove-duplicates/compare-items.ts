import { NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { canonicalText } from '../field-path/canonical-text.js';
import { type FieldPathOptions, getField } from '../field-path/field-path.js';

/** Levels of nested objects that are compared field by field; deeper ones are compared whole. */
const MAX_DEPTH = 50;

/** Fields times items: where each of 60,000 items has a field of its own, looking for all in all would take an hour. */
const MAX_COMPARISONS = 20_000_000;
/** Items that are looked at in one step. */
const ITEMS_A_STEP = 100;

/** The fields that items are compared by, in steps. With dot notation, these are the innermost fields (`a.b`, `list.0`). */
export function* keysToCompare(
  items: readonly Item[],
  compare: 'all' | 'except' | 'selected',
  names: readonly string[],
  path: FieldPathOptions,
): Generator<void, string[]> {
  if (compare === 'selected') return [...names];
  const keysOf = (json: JsonObject) => (path.dotNotation === false ? Object.keys(json) : innermost(json, '', 0));
  if (compare === 'except') return keysOf(items[0]?.json ?? {}).filter((key) => !names.includes(key));
  const keys = new Set<string>();
  for (const [index, { json }] of items.entries()) {
    if (index % ITEMS_A_STEP === 0) yield;
    for (const key of keysOf(json)) keys.add(key);
  }
  return [...keys];
}

function innermost(value: JsonObject | JsonValue[], prefix: string, depth: number): string[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const isContainer = typeof each === 'object' && each !== null;
    return isContainer && depth < MAX_DEPTH ? innermost(each, name, depth + 1) : [name];
  });
}

/**
 * The first of all items that are equal in the given fields, in order; found in steps.
 * @throws NodeFault when a field is missing from an item or changes its type between items, unless that is let pass; and
 *   when the items have too many fields
 */
export function* firstsOf(
  items: readonly Item[],
  keys: readonly string[],
  path: FieldPathOptions,
  compat: { mixedTypes?: boolean; nullIsAValue?: boolean },
): Generator<void, { item: Item; index: number }[]> {
  if (keys.length * items.length > MAX_COMPARISONS) {
    throw new NodeFault(`${keys.length} fields in ${items.length} items are too many to compare`, {
      description: 'Name the fields that tell items apart, or work on smaller lists.',
      retryable: false,
    });
  }
  if (!compat.mixedTypes) {
    for (const key of keys) {
      requireOneType(items, key, path, compat.nullIsAValue ?? false);
      yield;
    }
  }
  const seen = new Set<string>();
  const firsts: { item: Item; index: number }[] = [];
  for (const [index, item] of items.entries()) {
    yield;
    const likeness = keys.map((key) => canonicalText(getField(item.json, key, path))).join();
    if (seen.has(likeness)) continue;
    seen.add(likeness);
    firsts.push({ item, index });
  }
  return firsts;
}

function requireOneType(items: readonly Item[], key: string, path: FieldPathOptions, nullIsAValue: boolean): void {
  let type: string | undefined;
  for (const [index, { json }] of items.entries()) {
    const value = getField(json, key, path);
    if (value === null && !nullIsAValue) continue;
    if (value === undefined) {
      throw new NodeFault(`The field "${key}" is missing from some items`, {
        description:
          path.dotNotation === false && key.includes('.')
            ? 'The name holds a dot: turn "Dots reach into objects" on to look inside objects.'
            : `Item ${index} does not have it. Fill it in before, or compare other fields.`,
        itemIndex: index,
      });
    }
    if (type !== undefined && type !== typeof value) {
      throw new NodeFault(`The field "${key}" is not of the same type in all items`, {
        description: `In item ${index} it is a ${typeof value}, before it was a ${type}.`,
        itemIndex: index,
      });
    }
    type = typeof value;
  }
}
