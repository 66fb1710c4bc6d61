import type { JsonValue } from '@orchestrator/workflow';

/** The types of values that JSON has. */
export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object';

/** The type of a value; nothing for null, which belongs to every type. */
export function typeOfValue(value: JsonValue | undefined): JsonType | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value)) return 'array';
  return typeof value as JsonType;
}

/** A date as services write it: a day, or a moment with its time. */
export const looksLikeDate = (value: JsonValue | undefined): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/**
 * What is meant by a text that is typed: a number only where it is written as numbers are (`007` is none), true and
 * false, or JSON of a list or an object, which stays the text that it is.
 */
export function literalOf(text: string): { type: JsonType; value: JsonValue } {
  if (text !== '' && String(Number(text)) === text && Number.isFinite(Number(text))) {
    return { type: 'number', value: Number(text) };
  }
  if (text === 'true' || text === 'false') return { type: 'boolean', value: text === 'true' };
  if (/^\s*[[{]/.test(text)) {
    try {
      return { type: Array.isArray(JSON.parse(text)) ? 'array' : 'object', value: text };
    } catch {
      // It is none yet.
    }
  }
  return { type: 'string', value: text };
}
