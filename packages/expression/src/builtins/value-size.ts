import { DateTime, Duration, Interval } from 'luxon';
import { ExpressionFault } from '../fault.js';
import { DEFAULT_LIMITS, MAX_VALUE_DEPTH } from '../limits.js';
import type { Payer } from './pay.js';

/**
 * Stops counting here: more than the budget. A small value can be the same part many times over (`a => [a, a]` forty
 * times on itself), whose text would never end, so counting has to end with the budget.
 */
const ENOUGH = DEFAULT_LIMITS.bytes + 1;

/** What counting looks at the clock of. */
interface Clocked {
  /** @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
}
/** Values that are counted between two looks at the clock: some tens of microseconds. */
const VALUES_BETWEEN_LOOKS = 4_096;
let counted = 0;

/** How large a value is, without making its text. */
export interface ValueSize {
  /** About the bytes of its text or JSON; some more than the budget has where it is larger. */
  bytes: number;
  /** Values in it, itself included: lists, objects, and what they hold. A date counts as several, as its text takes. */
  values: number;
  /** How deep all of them are, added up: what an indented text of them has in blanks. */
  depths: number;
}
/** Counting ends a little above this. */
interface Enough {
  bytes?: number;
  values?: number;
}

/** A date's text takes as long as that of some twenty numbers, and one of luxon's as that of fifty. */
const DATE_VALUES = 20;
const LUXON_VALUES = 50;

/**
 * Counts a value. Counts what is shared each time it is met, as its text would. Looks at the clock meanwhile.
 * @throws ExpressionFault when it is nested deeper than {@link MAX_VALUE_DEPTH} or holds itself
 */
export function measure(value: unknown, host: Clocked, enough: Enough = {}): ValueSize {
  const { bytes = ENOUGH, values = Number.POSITIVE_INFINITY } = enough;
  const size = { bytes: 0, values: 0, depths: 0, enough: { bytes, values } };
  add(value, size, host, 0);
  return size;
}

/** The bytes of {@link measure}. */
export function sizeOf(value: unknown, host: Clocked): number {
  return measure(value, host).bytes;
}

interface Counted extends ValueSize {
  readonly enough: Required<Enough>;
}

function isEnough({ bytes, values, enough }: Counted): boolean {
  return bytes > enough.bytes || values > enough.values;
}

function add(value: unknown, size: Counted, host: Clocked, depth: number): void {
  size.values++;
  size.depths += depth;
  if (++counted % VALUES_BETWEEN_LOOKS === 0) host.lookAtClock();
  if (typeof value === 'string') size.bytes += value.length + 2;
  else if (typeof value !== 'object') size.bytes += 8;
  else if (value === null) size.bytes += 4;
  else {
    if (depth > MAX_VALUE_DEPTH)
      throw new ExpressionFault('This value is nested too deeply, or holds itself.', 'expression.too-deep');
    size.bytes += 2;
    addParts(value, size, host, depth + 1);
  }
}

function addParts(value: object, size: Counted, host: Clocked, depth: number): void {
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length && !isEnough(size); i++) {
      size.bytes++;
      add(value[i], size, host, depth);
    }
  } else if (value instanceof Date) size.values += DATE_VALUES;
  else if (value instanceof DateTime || value instanceof Duration || value instanceof Interval)
    size.values += LUXON_VALUES;
  else if (value instanceof Set || value instanceof Map) {
    for (const each of value) {
      if (isEnough(size)) break;
      size.bytes += 8;
      add(each, size, host, depth);
    }
  } else {
    for (const key of Object.keys(value)) {
      size.bytes += key.length + 4;
      add((value as Record<string, unknown>)[key], size, host, depth);
      if (isEnough(size)) break;
    }
  }
}

/** Nanoseconds of a value's JSON text: for each value in it, and for each byte. */
export const JSON_VALUE = 150;
export const JSON_BYTE = 6;
/** For each level of each value, where the text is indented. */
const INDENTED = 60;
/** For a character of a text that holds halves of characters, which are written as escapes one by one. */
const ILL_FORMED_EACH = 130;
/** Bytes of JSON that a byte of a text may become: `\u0000`. */
const ESCAPED = 6;

/** JSON text of a value, charged before it is made. */
export function jsonText(value: unknown, host: Clocked & Payer, space?: string | number): string {
  if (typeof value === 'string') return jsonOfText(value, host);
  const { bytes, values, depths } = measure(value, host);
  const blanks = Math.min(typeof space === 'number' ? space : (space?.length ?? 0), 10);
  host.charge(bytes * 2 + depths * blanks * 2);
  host.spend(values * JSON_VALUE + bytes * JSON_BYTE + depths * (blanks === 0 ? 0 : INDENTED));
  return JSON.stringify(value, null, space);
}

/** JSON of a text. */
export function jsonOfText(text: string, host: Payer): string {
  host.charge(text.length * ESCAPED);
  host.spend(text.length * JSON_BYTE);
  if (!text.isWellFormed()) host.spend(text.length * ILL_FORMED_EACH);
  return JSON.stringify(text);
}
