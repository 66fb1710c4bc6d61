import type { StatusChange } from './journal-entry.js';
import { storableJson } from './storable-json.js';

/**
 * A list as PostgreSQL writes one, of values that need no quotes in it: ids, numbers, times, words of our own. The driver
 * would quote and escape each; this runs for every column of every run. A list of nothing but nulls is none: `unnest`
 * fills it up.
 */
export function plainList(values: readonly (string | number | null | undefined)[]): string | null {
  let list = '';
  let isEmpty = true;
  for (const value of values) {
    if (value === null || value === undefined) list += ',NULL';
    else {
      list += `,${value}`;
      isEmpty = false;
    }
  }
  return isEmpty ? null : `{${list.slice(1)}}`;
}

/** A list of JSON values, which the driver quotes. */
function jsonList(values: readonly unknown[]): (string | null)[] | null {
  if (values.every((value) => value === undefined)) return null;
  return values.map((value) => (value === undefined ? null : storableJson(value)));
}

/** Epoch milliseconds as PostgreSQL takes them. Most times of a group are the same few milliseconds. */
export function time(ms: number | undefined): string | null {
  if (ms === undefined) return null;
  if (ms !== lastMs) {
    lastMs = ms;
    lastTime = new Date(ms).toISOString();
  }
  return lastTime;
}
let lastMs = Number.NaN;
let lastTime = '';

/** Columns of a status change, one list each, in the order of `CHANGE_COLUMNS`. */
export function changeColumns(changes: readonly (StatusChange | undefined)[]): unknown[] {
  return [
    plainList(changes.map((change) => change?.status)),
    plainList(changes.map((change) => time(change?.startedAt))),
    plainList(changes.map((change) => time(change?.finishedAt))),
    plainList(changes.map((change) => time(change?.wakeAt))),
    plainList(changes.map((change) => time(change?.leaseUntil))),
    jsonList(changes.map((change) => change?.error)),
    jsonList(changes.map((change) => change?.summary)),
    plainList(changes.map((change) => time(change?.removeAt))),
  ];
}
export const CHANGE_COLUMNS = 'status, started_at, finished_at, wake_at, lease_until, error, summary, remove_at';
export const CHANGE_TYPES =
  'text[], timestamptz[], timestamptz[], timestamptz[], timestamptz[], jsonb[], jsonb[], timestamptz[]';

/** `$from::type[], ...` for the types named. */
export function parameters(types: string, from = 1): string {
  return types
    .split(', ')
    .map((type, i) => `$${from + i}::${type}`)
    .join(', ');
}

/**
 * The chunks of many entries as one value. A list of binary values would travel as text, at twice its size; one value
 * travels as it is, and the database cuts it up. Places are counted from 1, as SQL does.
 */
export function gathered(chunks: readonly Buffer[]): { bytes: Buffer; startsAt: number[]; lengths: number[] } {
  const startsAt: number[] = [];
  let next = 1;
  for (const chunk of chunks) {
    startsAt.push(next);
    next += chunk.length;
  }
  return { bytes: Buffer.concat(chunks, next - 1), startsAt, lengths: chunks.map((chunk) => chunk.length) };
}
