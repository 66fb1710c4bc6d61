import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { structured } from './structured.ts';

/** A value as the object that it should be; whatever else it is counts as none. */
export function objectOf(given: JsonValue | undefined): JsonObject {
  const value = structured(given);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
