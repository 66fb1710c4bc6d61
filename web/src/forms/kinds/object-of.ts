import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** A value as the object that it should be; whatever else it is counts as none. */
export const objectOf = (value: JsonValue | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
