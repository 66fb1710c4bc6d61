import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { ImportFault } from './import-fault.js';

/** Levels of nesting in one file. Real workflows stay under 20; functions that walk a document may recurse this deep. */
const MAX_DEPTH = 100;

/** Keys that could reach the prototype of an object that the value is copied into. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const POISON_KEYS: ReadonlySet<string> = new Set(['__proto__']);

export interface CleanOptions {
  /** Told the path of every member that was left out. */
  dropped: (path: string) => void;
  /** The value is data, not configuration: a field called `constructor` is then somebody's field, and stays. */
  isData?: boolean;
}

/**
 * A deep copy that holds nothing but plain JSON: no prototype keys, no functions, no numbers that JSON lacks.
 * @returns `undefined` for a value that JSON can't hold
 * @throws ImportFault when it is nested too deeply (a cycle is)
 */
function cleanJson(value: unknown, path: string, options: CleanOptions): JsonValue | undefined {
  return copy(value, path, options.isData ? POISON_KEYS : PROTOTYPE_KEYS, options.dropped, 0);
}

/** As {@link cleanJson}, for a value that has to be an object; anything else gives `{}`. */
export function cleanObject(value: unknown, path: string, options: CleanOptions): JsonObject {
  const cleaned = isRecord(value) ? cleanJson(value, path, options) : undefined;
  return isRecord(cleaned) ? (cleaned as JsonObject) : {};
}

/** Whether a value is an object with members: not null, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function copy(
  value: unknown,
  path: string,
  banned: ReadonlySet<string>,
  dropped: (path: string) => void,
  depth: number,
): JsonValue | undefined {
  if (depth > MAX_DEPTH) {
    throw new ImportFault(
      'import.tooDeep',
      `The file is nested more than ${MAX_DEPTH} levels deep at ${shorten(path)}.`,
    );
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) {
    return value.map((each, index) => copy(each, `${path}[${index}]`, banned, dropped, depth + 1) ?? null);
  }
  if (typeof value !== 'object') return undefined;
  const result: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    if (banned.has(key)) {
      dropped(`${path}.${key}`);
      continue;
    }
    const cleaned = copy(member, `${path}.${key}`, banned, dropped, depth + 1);
    if (cleaned !== undefined) result[key] = cleaned;
  }
  return result;
}

function shorten(path: string): string {
  return path.length > 120 ? `${path.slice(0, 120)}…` : path;
}
