import { ExpressionFault } from '../fault.js';
import { parsingTime } from './parse-json.js';
import { JSON_BYTE, JSON_VALUE, measure } from './value-size.js';

const UNHURRIED = { lookAtClock: () => {} };
/** Nanoseconds that counting takes for a value, beside making its text. */
const COUNTED = 60;
const NANOSECONDS = 1e6;

/**
 * About how many bytes a value's JSON takes, without making it. Counting ends a little above `enough`, so that it costs
 * no more than that, however large the value is. What is nested too deeply counts as larger than anything.
 */
export function jsonBytes(value: unknown, enough: number): number {
  return counted(() => measure(value, UNHURRIED, { bytes: enough }).bytes);
}

/**
 * Milliseconds that making a value's JSON takes at worst, counting included. Ends a little above `enough`.
 * What is nested too deeply counts as taking longer than anything.
 */
export function jsonMilliseconds(value: unknown, enough: number): number {
  const time = enough * NANOSECONDS;
  const limits = { bytes: time / JSON_BYTE, values: time / (JSON_VALUE + COUNTED) };
  return counted(() => {
    const { bytes, values } = measure(value, UNHURRIED, limits);
    return (bytes * JSON_BYTE + values * (JSON_VALUE + COUNTED)) / NANOSECONDS;
  });
}

/** Milliseconds that parsing a JSON text takes at worst. */
export function parsingMilliseconds(text: string): number {
  return parsingTime(text).nanoseconds / NANOSECONDS;
}

function counted(count: () => number): number {
  try {
    return count();
  } catch (fault) {
    if (fault instanceof ExpressionFault) return Number.POSITIVE_INFINITY;
    throw fault;
  }
}
