import { isDeepStrictEqual } from 'node:util';
import type { JsonValue } from '@orchestrator/workflow';

/** A text that two values share exactly when they are equal, whatever the order of their fields. */
export function stableText(value: JsonValue): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** Whether two values are equal, deeply and by type. */
export function isSame(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b);
}

/**
 * Whether two values mean the same to a person although their types differ: 5 and "5", true, "TRUE" and 1, an object and
 * its JSON, and all that is empty.
 *
 * @param missingIsEmpty a field that is not there is empty too, and so is 0 beside nothing
 */
export function looksTheSame(a: unknown, b: unknown, missingIsEmpty = false): boolean {
  if (exists(a) && exists(b) && typeof a === typeof b) return isSame(a, b);
  if (missingIsEmpty && ((!exists(a) && isZero(b)) || (!exists(b) && isZero(a)))) return true;
  if (isEmpty(a, missingIsEmpty) && isEmpty(b, missingIsEmpty)) return true;
  return crossType(a, b) ?? crossType(b, a) ?? isSame(a, b);
}

/** The answer for a pair of types that can be compared; `undefined` for others. */
function crossType(a: unknown, b: unknown): boolean | undefined {
  if (typeof a === 'number' && typeof b === 'string') return String(a) === b;
  if (typeof a === 'object' && a !== null && typeof b === 'string') return isSame(a, parsed(b));
  if (typeof a === 'boolean' && typeof b === 'string') return [String(a), a ? '1' : '0'].includes(b.toLowerCase());
  if (typeof a === 'boolean' && typeof b === 'number') return b === (a ? 1 : 0);
  return undefined;
}

function exists(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isZero(value: unknown): boolean {
  return value === 0 || value === '0';
}

function isEmpty(value: unknown, missingIsEmpty: boolean): boolean {
  return (
    value === null ||
    (missingIsEmpty && value === undefined) ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
