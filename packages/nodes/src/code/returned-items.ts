import { NodeFault } from '@orchestrator/node-sdk';
import type { BinaryRef, Item, JsonObject, JsonValue, PairedItem } from '@orchestrator/workflow';

/** What an item of a script may have beside `json`. */
const ITEM_KEYS = new Set(['json', 'binary', 'pairedItem', 'error', 'index', 'metadata']);

/**
 * The items that a script returned for all input items: a list of items, a list of plain objects, or one of either.
 * `null` stands for none.
 * @throws NodeFault that says what to return instead
 */
export function itemsReturned(value: JsonValue | undefined): Item[] {
  if (value === null) return [];
  if (typeof value !== 'object')
    throw misshapen("The code doesn't return items.", 'Return a list of objects, one for each item.');
  const list = Array.isArray(value) ? value : [value];
  const objects = list.map((each, index) => {
    if (isObject(each)) return each;
    throw misshapen(
      `The code returns ${named(each)} at position ${index}.`,
      'Every member of the list has to be an object.',
    );
  });
  const itemLike = objects.some((each) => 'json' in each || 'binary' in each || 'pairedItem' in each);
  return objects.map((each, index) => (itemLike ? itemOf(each, index) : { json: each }));
}

/**
 * The item that a script returned for one input item; `undefined` when it left that item out.
 * @throws NodeFault that says what to return instead
 */
export function itemReturned(value: JsonValue | undefined, index: number): Item | undefined {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return undefined;
  if (Array.isArray(value)) {
    throw misshapen('The code returns a list.', 'It runs once for each item here: return one object.', index);
  }
  if (!isObject(value)) {
    throw misshapen(`The code returns ${named(value)}.`, 'Return an object, such as { json: { ... } }.', index);
  }
  const itemLike = 'json' in value || 'binary' in value;
  return { ...(itemLike ? itemOf(value, index) : { json: value }), pairedItem: { item: index } };
}

/**
 * The items that a script of n8n's Function node returned, which takes nothing but a list of items.
 * @throws NodeFault that says what to return instead
 */
export function functionItemsReturned(value: JsonValue | undefined): Item[] {
  if (value === undefined) throw misshapen('The code returned nothing.', 'Always return a list of items.');
  if (!Array.isArray(value)) throw misshapen(`The code returns ${named(value)}.`, 'Always return a list of items.');
  return value.map((each, index) => {
    if (isObject(each) && each.json !== undefined) return itemOf(each, index);
    throw misshapen(`The item at position ${index} has no "json".`, 'Return items such as { json: { ... } }.');
  });
}

function itemOf(value: JsonObject, index: number): Item {
  for (const key of Object.keys(value)) {
    if (!ITEM_KEYS.has(key)) {
      throw misshapen(
        `The item at position ${index} has an unknown key "${key}" beside "json".`,
        'Put it inside "json".',
      );
    }
  }
  const { json = {}, binary, pairedItem, error } = value;
  if (!isObject(json))
    throw misshapen(`The "json" of the item at position ${index} is not an object.`, 'Return { json: { ... } }.');
  const item: Item = { json };
  if (binary !== undefined && binary !== null) {
    if (!isObject(binary))
      throw misshapen(`The "binary" of the item at position ${index} is not an object.`, 'Leave it out.');
    item.binary = binary as unknown as Record<string, BinaryRef>;
  }
  const paired = lineageOf(pairedItem);
  if (paired !== undefined) item.pairedItem = paired;
  if (isObject(error)) item.error = { message: typeof error.message === 'string' ? error.message : 'The code failed.' };
  else if (typeof error === 'string') item.error = { message: error };
  return item;
}

/** Lineage as scripts write it: a number, `{item, input?}`, or a list of them. */
function lineageOf(value: JsonValue | undefined): PairedItem | PairedItem[] | undefined {
  if (typeof value === 'number') return { item: value };
  if (Array.isArray(value)) return value.flatMap((each) => lineageOf(each) ?? []);
  if (!isObject(value) || typeof value.item !== 'number') return undefined;
  return typeof value.input === 'number' ? { item: value.item, input: value.input } : { item: value.item };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function named(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
function misshapen(message: string, description: string, itemIndex?: number): NodeFault {
  return new NodeFault(message, { code: 'code.returned', description, itemIndex, retryable: false });
}
