export * from './document.js';
export type { BinaryRef, Item, ItemError, PairedItem } from './item.js';
export type { JsonObject, JsonValue } from './json.js';
export { isExpression } from './expression-mark.js';
