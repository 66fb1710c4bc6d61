import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { listAt, objectAt } from './parameter-reading.js';

/** The value of a fixed collection with one name: `{ name: {...} }`. */
export function inner(value: JsonValue | undefined, name: string): JsonObject {
  return objectAt(objectAt(value)[name]);
}

/** Names and values of a fixed collection of fields. An expression in the list's place stands as it is. */
export function fieldList(value: JsonValue | undefined, key: string): JsonObject[] {
  return listAt(value, key).map((field) => ({ name: field.name ?? '', value: field.value ?? '' }));
}
