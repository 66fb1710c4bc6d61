import { NodeFault } from '@orchestrator/node-sdk';
import { DateTime } from 'luxon';

export interface ParseDateOptions {
  /**
   * Zone of the result. Left out: a date-time that knows its zone keeps it, text with an offset ahead of UTC keeps that,
   * and anything else is in UTC, as n8n has it; with `keepZone` a text keeps any zone that it names, and has `naiveZone` else.
   */
  zone?: string;
  keepZone?: boolean;
  /** Zone of texts that name none. Default UTC. */
  naiveZone?: string;
  /** Luxon tokens of the text. */
  fromFormat?: string;
  itemIndex?: number;
}

/** Whole numbers with fewer digits are seconds, with more milliseconds (12 digits are milliseconds since 1973). */
const MILLISECOND_DIGITS = 12;
const UTC = 'Etc/UTC';
/** Characters of a text that may be a date, and of a format to read it by; real ones have a few dozen. */
const MAX_TEXT = 200;

/**
 * Reads what people call a date: a Luxon date-time, ISO 8601, RFC 2822, SQL, what `Date` understands, or a Unix
 * timestamp in seconds (whole or not) or milliseconds, as number or text.
 * @throws NodeFault `date.invalid`
 */
export function parseDate(value: unknown, options: ParseDateOptions = {}): DateTime<true> {
  const given = DateTime.isDateTime(value) ? value : value instanceof Date ? DateTime.fromJSDate(value) : undefined;
  if (given) return valid(options.zone ? given.setZone(options.zone) : given, value, options.itemIndex);
  const parsed = parseText(value, options);
  const zone = options.zone ?? (options.keepZone ? undefined : (offsetAhead(value) ?? UTC));
  return valid(zone === undefined ? parsed : parsed.setZone(zone), value, options.itemIndex);
}

function parseText(value: unknown, { naiveZone = UTC, fromFormat }: ParseDateOptions): DateTime {
  if (typeof value !== 'string' && typeof value !== 'number') return DateTime.invalid('not a date');
  const text = String(value).trim();
  if (text === '' || text.length > MAX_TEXT) return DateTime.invalid('empty or too long');
  if (fromFormat) {
    requireReadable(fromFormat);
    return DateTime.fromFormat(text, fromFormat, { zone: naiveZone, setZone: true });
  }
  const number = Number(text);
  if (!Number.isNaN(number)) return fromTimestamp(number).setZone(naiveZone);
  const zone = { zone: naiveZone, setZone: true };
  for (const read of [DateTime.fromISO, DateTime.fromSQL, DateTime.fromRFC2822]) {
    const parsed = read(text, zone);
    if (parsed.isValid) return parsed;
  }
  return fromFreeText(text, naiveZone);
}

/**
 * Luxon makes a regular expression of a format. One that names a part again and again would take for ever to fail, and
 * no real date names a part twice.
 */
function requireReadable(format: string): void {
  const parts = format.replace(/'[^']*'/g, ' ').match(/([a-zA-Z])\1*/g) ?? [];
  const letters = parts.map((part) => part[0]);
  // A timestamp and a fraction take any number of digits, so beside others they multiply the ways to fail.
  const endless = letters.some((letter) => /[xX]/.test(letter ?? '')) && letters.length > 1;
  const fractions = letters.includes('u') && letters.includes('S');
  if (format.length <= MAX_TEXT && new Set(letters).size === letters.length && !endless && !fractions) return;
  throw new NodeFault('The format of the date that is read names a part twice or is too long', {
    code: 'date.format',
    description: 'Name year, month, day and so on once each; put words in single quotes.',
    retryable: false,
  });
}

/** A Unix timestamp: seconds where it is short or has a fraction, else milliseconds. */
function fromTimestamp(number: number): DateTime {
  const whole = Number.isInteger(number) ? number : Math.round(number * 1000);
  return Math.abs(whole).toString().length < MILLISECOND_DIGITS
    ? DateTime.fromSeconds(whole)
    : DateTime.fromMillis(whole);
}

const NAMES_ZONE = /(?:Z|GMT|UTC|[A-Z]{1,2}[SD]T|[+-]\d{2}:?\d{2})\b/;

/** What only `Date` understands, such as `April 11, 2023 2:30 PM`; without a zone it is read in `zone`. */
function fromFreeText(text: string, zone: string): DateTime {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return DateTime.invalid('unparsable');
  const local = DateTime.fromJSDate(date);
  return NAMES_ZONE.test(text) ? local.setZone(UTC) : local.setZone(zone, { keepLocalTime: true });
}

/** n8n reads `+05:30` as five hours ahead of UTC and keeps them for the output; an offset behind UTC it drops. */
function offsetAhead(value: unknown): string | undefined {
  const hours = typeof value === 'string' ? /\+(\d{2})/.exec(value)?.[1] : undefined;
  return hours === undefined ? undefined : `UTC+${Number(hours)}`;
}

function valid(date: DateTime, value: unknown, itemIndex?: number): DateTime<true> {
  if (date.isValid) return date as DateTime<true>;
  const shown = typeof value === 'string' ? `"${value.slice(0, 60)}"` : JSON.stringify(value);
  throw new NodeFault(`${shown} can't be read as a date`, {
    code: 'date.invalid',
    description: 'Use ISO 8601 (2026-03-08T10:00:00Z) or a Unix timestamp, or say the format of the date.',
    itemIndex,
    retryable: false,
  });
}
