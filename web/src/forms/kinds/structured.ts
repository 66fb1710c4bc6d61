import type { JsonValue } from '@orchestrator/workflow';

/**
 * What stands in the place of a group or list of fields; JSON text is read as what it says, as the server does it
 * (packages/node-sdk/src/structured-value.ts).
 */
export function structured(given: JsonValue | undefined): JsonValue | undefined {
  if (typeof given !== 'string' || !/^\s*[[{]/.test(given)) return given;
  try {
    return JSON.parse(given) as JsonValue;
  } catch {
    return given;
  }
}

/** The entries of a list of fields. */
export function entriesOf(given: JsonValue | undefined): readonly JsonValue[] {
  const value = structured(given);
  return Array.isArray(value) ? value : [];
}
