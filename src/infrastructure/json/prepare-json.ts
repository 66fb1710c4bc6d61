import { FORBIDDEN_KEY, type JsonRefusal, malformedJson } from './json-bounds.js';
import type { JsonCuts } from './json-cuts.js';
import { scanJson } from './scan-json.js';

/** What becomes of fields that reach prototypes: they are left out, or the whole text is refused. */
export type PrototypeKeys = 'drop' | 'refuse';

/** A JSON text that is known to be sound and within its bounds, ready to be put together. */
export interface PreparedJson {
  bytes: Uint8Array<ArrayBuffer>;
  cuts: JsonCuts;
}

/** A text of nothing but blanks. */
export interface EmptyJson {
  isEmpty: true;
}

/**
 * Checks a JSON text and finds where to cut it. It is parsed once for that, so this is work for a thread.
 * @returns the refusal of a text that is not JSON, over its bounds, or has keys that are refused
 */
export function prepareJson(
  bytes: Buffer<ArrayBuffer>,
  keys: PrototypeKeys,
): PreparedJson | EmptyJson | { refusal: JsonRefusal } {
  const { isEmpty, refusal, cuts, hasProto, hasConstructor } = scanJson(bytes);
  if (refusal) return { refusal };
  if (isEmpty) return { isEmpty };
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return { refusal: malformedJson(error) };
  }
  if (keys === 'refuse') {
    const isForbidden = hasProto || (hasConstructor && reachesPrototype(value));
    return isForbidden ? { refusal: FORBIDDEN_KEY } : { bytes, cuts };
  }
  if (!hasProto) return { bytes, cuts };
  const without = Buffer.from(JSON.stringify(value, (key, member) => (key === '__proto__' ? undefined : member)));
  return { bytes: without, cuts: scanJson(without).cuts };
}

/** Whether an object in it has a field `constructor` with an object that has a field `prototype`. */
function reachesPrototype(root: unknown): boolean {
  const open = [root];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (Object.hasOwn(value, 'constructor')) {
      const { constructor: given } = value as { constructor: unknown };
      if (typeof given === 'object' && given !== null && Object.hasOwn(given, 'prototype')) return true;
    }
    for (const member of Object.values(value)) if (typeof member === 'object' && member !== null) open.push(member);
  }
  return false;
}
