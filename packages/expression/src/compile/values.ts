import { DateTime, Duration, Interval } from 'luxon';
import { looked, payEquality } from '../builtins/pay.js';
import { sizeOf } from '../builtins/value-size.js';
import { NeedsIsolate } from '../fault.js';
import { type CallHost, HostFunction, HostObject } from './host-values.js';
import { PatternValue } from './pattern-value.js';

/** Whether a value is a record of data: neither a list nor anything with behaviour of its own. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isLuxon(value: unknown): value is DateTime | Duration | Interval {
  return value instanceof DateTime || value instanceof Duration || value instanceof Interval;
}

/** A value as an operator takes it, by JavaScript's rules for objects of each kind. */
export function toPrimitive(
  value: unknown,
  host: CallHost,
  hint: 'number' | 'string' | 'default' = 'default',
): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return hint === 'number' ? value.getTime() : value.toString();
  if (isLuxon(value)) return hint === 'string' ? String(value) : value.valueOf();
  if (value instanceof HostFunction || value instanceof Set || value instanceof Map)
    throw new NeedsIsolate('text of a function');
  return toText(value, host);
}

/** A value as text, by JavaScript's `String(value)`. */
export function toText(value: unknown, host: CallHost): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) {
    if (typeof value === 'symbol') throw new NeedsIsolate('a symbol');
    return String(value);
  }
  if (Array.isArray(value)) {
    host.charge(sizeOf(value, host));
    return joined(value, ',', host);
  }
  if (value instanceof Date || value instanceof PatternValue || isLuxon(value)) return String(value);
  if (value instanceof Set || value instanceof Map) return value instanceof Set ? '[object Set]' : '[object Map]';
  if (value instanceof HostFunction) throw new NeedsIsolate('text of a function');
  // A field called `toString` would be called by JavaScript, and is data here.
  if (!(value instanceof HostObject) && (Object.hasOwn(value, 'toString') || Object.hasOwn(value, 'valueOf'))) {
    throw new TypeError('Cannot convert object to primitive value');
  }
  return '[object Object]';
}

/** Nanoseconds for an entry that becomes text: numbers take longest. */
const JOINED = 200;
const JOINED_BETWEEN_CHARGES = 4_096;

/** The texts of a list's values with a separator between; nothing stands for what is not there. */
export function joined(list: readonly unknown[], separator: string, host: CallHost): string {
  host.charge(list.length * (separator.length + 8));
  host.spend(list.length * (JOINED + separator.length));
  let length = 0;
  const texts = list.map((each) => {
    const text = each === null || each === undefined ? '' : toText(each, host);
    length += text.length;
    if (length > JOINED_BETWEEN_CHARGES) {
      host.charge(length);
      host.spend(length * 2);
      length = 0;
    }
    return text;
  });
  host.charge(length);
  return texts.join(separator);
}

/** A value as a number, by JavaScript's `Number(value)`. */
export function toNumber(value: unknown, host: CallHost): number {
  if (typeof value === 'number') return value;
  const primitive = toPrimitive(value, host, 'number');
  if (typeof primitive === 'bigint' || typeof primitive === 'symbol')
    throw new NeedsIsolate('a number of another kind');
  return typeof primitive === 'string' ? numberOf(primitive, host) : Number(primitive);
}

/** Reads a text as a number, which goes through all of it. */
function numberOf(text: string, host: CallHost): number {
  if (text.length > SHORT_NUMBER) host.spend(text.length * READ_EACH);
  return Number(text);
}
const SHORT_NUMBER = 64;
const READ_EACH = 10;

const isNumeric = (value: unknown) => typeof value === 'number' || typeof value === 'boolean';

/** `==` by JavaScript's rules, with objects taken by ours. */
export function looselyEqual(a: unknown, b: unknown, host: CallHost): boolean {
  const objectA = typeof a === 'object' && a !== null;
  const objectB = typeof b === 'object' && b !== null;
  payEquality(a, b, host);
  if (typeof a === 'string' ? isNumeric(b) : typeof b === 'string' && isNumeric(a))
    return toNumber(a, host) === toNumber(b, host);
  // biome-ignore lint/suspicious/noDoubleEquals: this is what `==` of an expression means
  if (objectA === objectB) return a == b;
  if (a === null || a === undefined || b === null || b === undefined) return false;
  // biome-ignore lint/suspicious/noDoubleEquals: as above
  return toPrimitive(a, host) == toPrimitive(b, host);
}

/** Nanoseconds for an entry that is spread, and for one that is made on the way: a character, a pair of a map. */
const ITERATED = 10;
const CHARACTER = 100;

/** The values that spreading or iterating a value gives. @throws TypeError when it is not a list of any kind */
export function iterate(value: unknown, host: CallHost): unknown[] {
  if (Array.isArray(value)) {
    host.charge(value.length * 8);
    host.spend(value.length * ITERATED);
    return value;
  }
  if (typeof value === 'string') {
    host.charge(value.length * 16);
    host.spend(value.length * CHARACTER);
    return [...value];
  }
  if (value instanceof Set || value instanceof Map) {
    host.charge(value.size * 16);
    host.spend(value.size * CHARACTER);
    return [...value];
  }
  throw new TypeError('This value is not a list');
}

/** A value as the name of a field, which is looked up by all of its characters. */
export function toFieldName(value: unknown, host: CallHost): string {
  return looked(toText(value, host), host);
}
