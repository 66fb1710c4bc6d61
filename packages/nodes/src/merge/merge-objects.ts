import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import type { MadeFields } from '../field-path/made-fields.js';
import type { SourcedItem } from '../matching/sourced-item.js';

/** What becomes of fields that several items have. */
export interface ClashRule {
  prefer: 'auto' | 'input' | 'suffix' | 'suffixAndLast';
  /** The input whose values win, from 1. */
  input: number;
  nested: 'deep' | 'shallow';
  /** Values that are missing, null or empty text leave what is there. */
  skipEmpty: boolean;
  /** Counts what is made, where lists multiply. */
  made?: MadeFields;
}

type NestedRule = Pick<ClashRule, 'nested' | 'skipEmpty' | 'made'>;

/** One item of several; a later one's values win. Lineage names the sources in the order of `lineage`. */
export function mergeItems(
  items: readonly SourcedItem[],
  rule: ClashRule,
  lineage: readonly SourcedItem[] = items,
): Item {
  const out: Item = {
    json: mergeObjects(
      items.map((item) => item.json),
      rule,
    ),
    pairedItem: lineage.map((item) => item.pairedItem),
  };
  if (items.some((item) => item.binary)) out.binary = Object.assign({}, ...items.map((item) => item.binary));
  return out;
}

/** One object of several; later values win. Nothing given is changed. */
function mergeObjects(objects: readonly JsonObject[], rule: NestedRule): JsonObject {
  const target: JsonObject = {};
  for (const object of objects) mergeInto(target, object, rule);
  return target;
}

/** The item with a number behind every field's name. */
export function withSuffix<I extends Item>(item: I, input: number): I {
  return {
    ...item,
    json: Object.fromEntries(Object.entries(item.json).map(([name, value]) => [`${name}_${input}`, value])),
  };
}

function mergeInto(target: JsonObject, source: JsonObject, rule: NestedRule): void {
  const entries = Object.entries(source);
  rule.made?.add(entries.length + 1);
  for (const [name, value] of entries) {
    if (name === '__proto__' || value === undefined) continue;
    const before = Object.hasOwn(target, name) ? target[name] : undefined;
    if (rule.skipEmpty && before !== undefined && (value === null || value === '')) continue;
    target[name] = rule.nested === 'deep' ? mergeDeep(before, value, rule) : value;
  }
}

/** Objects are merged field by field, lists place by place, everything else is replaced. */
function mergeDeep(before: JsonValue | undefined, value: JsonValue, rule: NestedRule): JsonValue {
  if (Array.isArray(before) && Array.isArray(value)) {
    rule.made?.add(before.length + value.length);
    const list = [...before];
    for (const [index, each] of value.entries()) {
      if (rule.skipEmpty && index < before.length && (each === null || each === '')) continue;
      list[index] = mergeDeep(before[index], each, rule);
    }
    return list;
  }
  if (Array.isArray(before) && isObject(value)) return mergeIntoList(before, value, rule);
  if (!isObject(before) || !isObject(value)) return value;
  rule.made?.addItem(before);
  const merged: JsonObject = { ...before };
  mergeInto(merged, value, rule);
  return merged;
}

/** An object that meets a list changes the places that its names count; its other names have none there. */
function mergeIntoList(before: readonly JsonValue[], value: JsonObject, rule: NestedRule) {
  rule.made?.add(before.length);
  const list = [...before];
  for (const [name, each] of Object.entries(value)) {
    const place = /^\d+$/.test(name) ? Number(name) : Number.POSITIVE_INFINITY;
    if (place <= list.length && each !== undefined) list[place] = mergeDeep(list[place], each, rule);
  }
  return list;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
