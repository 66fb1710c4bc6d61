import { DateTime } from 'luxon';

/** The types that people give to fields and conditions. */
export type ValueType = 'string' | 'number' | 'boolean' | 'dateTime' | 'array' | 'object' | 'any';

/** A value of the wanted type, or word that there is none. `null` and `undefined` belong to every type. */
export type Conversion = { ok: true; value: unknown } | { ok: false };

export interface ConversionOptions {
  /** Take a value only when it is of the type already. Dates are parsed all the same, for JSON has none. */
  strict?: boolean;
  /** IANA zone of a date that names none. */
  timezone?: string;
}

const NONE: Conversion = { ok: false };
const some = (value: unknown): Conversion => ({ ok: true, value });

/** Brings a value to a type as n8n does (recorded: the `set-to-*` and `if-*` cases of the conformance files). */
export function convertValue(value: unknown, type: ValueType, options: ConversionOptions = {}): Conversion {
  if (value === null || value === undefined || type === 'any') return some(value);
  const { strict = false } = options;
  switch (type) {
    case 'string':
      return strict && typeof value !== 'string' ? NONE : some(toText(value));
    case 'number':
      return strict && typeof value !== 'number' ? NONE : toNumber(value);
    case 'boolean':
      return strict && typeof value !== 'boolean' ? NONE : toBoolean(value);
    case 'dateTime':
      return toDateTime(value, options.timezone);
    case 'array':
      return strict && !Array.isArray(value) ? NONE : toArray(value);
    case 'object':
      return strict && !isPlainObject(value) ? NONE : toObject(value);
  }
}

/** Text of any value: objects and lists as JSON, dates in ISO form. */
export function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (DateTime.isDateTime(value)) return value.toISO() ?? '';
  if (typeof value === 'object' && value !== null) return JSON.stringify(value) ?? '';
  return value === undefined ? '' : String(value);
}

function toNumber(value: unknown): Conversion {
  if (DateTime.isDateTime(value)) return some(value.toMillis());
  const number = asNumber(value);
  return Number.isNaN(number) ? NONE : some(number);
}

function toBoolean(value: unknown): Conversion {
  if (typeof value === 'boolean') return some(value);
  if (typeof value === 'string') {
    const word = value.toLowerCase();
    if (word === 'true' || word === 'false') return some(word === 'true');
    if (word.trim() === '') return NONE;
  }
  const number = asNumber(value);
  return number === 0 || number === 1 ? some(number === 1) : NONE;
}

/** `Number()` of plain data; a list with one entry counts as that entry, as the language has it. */
function asNumber(value: unknown): number {
  if (typeof value !== 'object' || value === null) return Number(value);
  if (!Array.isArray(value) || value.length > 1) return Number.NaN;
  return value.length === 0 ? 0 : asNumber(value[0]);
}

/** Says in which zone a text's time is meant: an offset, Z or GMT at its end. */
const HAS_ZONE = /(?:z|gmt|utc|[+-]\d{2}:?\d{2})(?:\s*\([^)]*\))?$/i;

/** Characters of a date as text: several formats are tried, each of which goes through all of them. */
const MAX_DATE = 200;

function toDateTime(value: unknown, timezone = 'utc'): Conversion {
  if (DateTime.isDateTime(value)) return value.isValid ? some(value) : NONE;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? NONE : some(DateTime.fromJSDate(value));
  const text = String(value).trim();
  if (text.length > MAX_DATE) return NONE;
  const zone = { zone: timezone, setZone: true };
  for (const parse of [DateTime.fromISO, DateTime.fromHTTP, DateTime.fromRFC2822, DateTime.fromSQL]) {
    const date = parse(text, zone);
    if (date.isValid) return some(date);
  }
  return fromLooseText(text, timezone);
}

/** What the language's own date parser takes, such as `March 8, 2026`; without a zone it is meant in `timezone`. */
function fromLooseText(text: string, timezone: string): Conversion {
  const millis = Date.parse(text);
  if (Number.isNaN(millis)) return NONE;
  const parsed = DateTime.fromMillis(millis);
  const date = HAS_ZONE.test(text) ? parsed.setZone(timezone) : parsed.setZone(timezone, { keepLocalTime: true });
  return date.isValid ? some(date) : NONE;
}

function toArray(value: unknown): Conversion {
  if (Array.isArray(value)) return some(value);
  const text = toText(value);
  // Lists written with single quotes are common in hand-made data.
  const parsed = parseJson(text) ?? parseJson(text.replaceAll("'", '"'));
  return Array.isArray(parsed) ? some(parsed) : NONE;
}

function toObject(value: unknown): Conversion {
  if (isPlainObject(value)) return some(value);
  if (typeof value !== 'string') return NONE;
  const parsed = parseJson(value);
  return isPlainObject(parsed) ? some(parsed) : NONE;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
