import { looked, payOrder } from '../builtins/pay.js';
import { jsonOfText } from '../builtins/value-size.js';
import type { MethodHost } from './extension.js';

/** Values between two looks at the clock: made-up numbers all fall into one place of a set. */
const VALUES_BETWEEN_LOOKS = 128;
/** Nanoseconds for a value inside of another whose text is made, and for comparing two names of fields. */
const VALUE = 300;
const ORDERED = 200;

/**
 * The first of each set of deeply equal values, in order. Each value is made into a text that equal values share, so
 * that the cost is that of the values' text and not of comparing each with each.
 * @param keyOf what of a value is compared
 */
export function distinct(values: readonly unknown[], keyOf: (value: unknown) => unknown, host: MethodHost): unknown[] {
  const plain = new Set<unknown>();
  const deep = new Set<string>();
  let count = 0;
  return values.filter((value) => {
    if (++count % VALUES_BETWEEN_LOOKS === 0) host.lookAtClock();
    const key = keyOf(value);
    const isDeep = typeof key === 'object' && key !== null;
    const seen: Set<unknown> = isDeep ? deep : plain;
    const identity = isDeep ? canonical(key, host) : looked(key, host);
    if (isDeep) host.spend((identity as string).length * 2);
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** A text that two values share when they are deeply equal: fields by name, whatever their order. */
function canonical(value: unknown, host: MethodHost): string {
  host.spend(VALUE);
  if (typeof value === 'string') return jsonOfText(value, host);
  if (typeof value !== 'object' || value === null) return `${typeof value}:${String(value)}`;
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, host)).join()}]`;
  // Dates of every kind (luxon's too) are what they write, and not their own fields.
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    host.spend(DATE);
    return `date:${value.toJSON()}`;
  }
  const names = Object.keys(value);
  host.spend(names.length * (VALUE + Math.log2(names.length + 1) * ORDERED));
  names.sort((a, b) => {
    payOrder(a, b, host);
    return a < b ? -1 : 1;
  });
  const fields = value as Record<string, unknown>;
  return `{${names.map((name) => `${jsonOfText(name, host)}:${canonical(fields[name], host)}`).join()}}`;
}
/** Nanoseconds for the text of a date. */
const DATE = 10_000;
