import { DateTime } from 'luxon';
import { ExpressionFault } from '../fault.js';

/** Days from Excel's day 0 to 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

/** @param unit what the number counts: milliseconds, seconds or microseconds since 1970, or Excel's days */
export function numberToDateTime(value: number, unit: string = 'ms'): DateTime {
  const ms =
    unit === 'ms'
      ? value
      : unit === 's'
        ? value * 1000
        : unit === 'us'
          ? value / 1000
          : unit === 'excel'
            ? (value - EXCEL_EPOCH_DAYS) * DAY_MS
            : undefined;
  if (ms === undefined) throw new ExpressionFault(`toDateTime() knows the units ms, s, us and excel, not '${unit}'.`);
  return DateTime.fromMillis(ms);
}
