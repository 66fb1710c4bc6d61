import { DateTime, type DateTimeUnit, type DurationLike, type DurationUnit } from 'luxon';
import { pay } from '../builtins/pay.js';
import { datePrice } from '../builtins/prices.js';
import { measure } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { type Extension, type ExtensionTable, nothing } from './extension.js';

type Moment = Date | DateTime;
const dateTime = (value: Moment): DateTime => (value instanceof Date ? DateTime.fromJSDate(value) : value);
/** Gives the result in the form that the method was called on. */
const alike = (self: Moment, result: DateTime): Moment => (self instanceof Date ? result.toJSDate() : result);

/** A date given as an argument: a date of either kind, ISO text, or milliseconds. */
function other(value: unknown, method: string): DateTime {
  if (value instanceof DateTime) return value;
  if (value instanceof Date) return DateTime.fromJSDate(value);
  if (typeof value === 'number') return DateTime.fromMillis(value);
  if (typeof value !== 'string') throw new ExpressionFault(`${method}() needs a date to compare with.`);
  const read = DateTime.fromISO(value, { setZone: true });
  if (read.isValid) return read;
  const loose = DateTime.fromJSDate(new Date(value));
  if (!loose.isValid) throw new TypeError(`${method}(): '${value}' is not a date`);
  return loose;
}

function duration([amount, unit]: readonly any[]): DurationLike {
  if (amount !== null && typeof amount === 'object') return amount as DurationLike;
  if (unit === undefined) return { milliseconds: amount };
  const n = Number(amount);
  if (Number.isNaN(n)) throw new TypeError('Not a number');
  return { [String(unit)]: n };
}

/** luxon throws for a unit it does not know; n8n gives nothing then. */
function quietly<T>(run: () => T): T {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof ExpressionFault) throw fault;
    throw new TypeError((fault as Error).message);
  }
}

function difference(self: Moment, against: DateTime, units: unknown): unknown {
  const wanted = (units ?? 'days') as DurationUnit | DurationUnit[];
  const diff = dateTime(self).diff(against, wanted);
  return Array.isArray(wanted) && wanted.length > 1
    ? diff.toObject()
    : diff.as(Array.isArray(wanted) ? wanted[0]! : wanted);
}

/** Nanoseconds for each value in arguments that are objects or lists. */
const IN_ARGUMENTS = 2_000;

const METHODS: ExtensionTable = {
  beginningOf: (self: Moment, [unit = 'week']) =>
    quietly(() => alike(self, dateTime(self).startOf(unit as DateTimeUnit))),
  endOfMonth: (self: Moment) => alike(self, dateTime(self).endOf('month')),
  extract: (self: Moment, [unit = 'week']) => {
    const at = dateTime(self);
    if (unit === 'week') return at.weekNumber;
    return quietly(() => at.get(String(unit).replace(/s$/, '') as keyof DateTime));
  },
  isBetween: (self: Moment, dates) => {
    if (dates.length !== 2) throw new ExpressionFault('isBetween() needs two dates.');
    const [a, b] = dates.map((each) => other(each, 'isBetween').toMillis()) as [number, number];
    const at = dateTime(self).toMillis();
    return at >= Math.min(a, b) && at <= Math.max(a, b);
  },
  isDst: (self: Moment) => dateTime(self).isInDST,
  isInLast: (self: Moment, [amount = 0, unit = 'minutes'], host) => {
    const now = DateTime.fromMillis(host.now());
    const at = dateTime(self);
    return quietly(() => now.minus(duration([amount, unit])) <= at && at <= now);
  },
  isWeekend: (self: Moment) => dateTime(self).weekday >= 6,
  plus: (self: Moment, args) => quietly(() => alike(self, dateTime(self).plus(duration(args)))),
  minus: (self: Moment, args) => quietly(() => alike(self, dateTime(self).minus(duration(args)))),
  format: (self: Moment, [format, options], host) => {
    if (typeof format !== 'string') throw new TypeError('format() needs a format');
    host.charge(format.length * 64);
    return dateTime(self).toFormat(format, options ?? {});
  },
  toDateTime: (self: Moment) => dateTime(self),
  diffTo: (self: Moment, [against, units]) => quietly(() => difference(self, other(against, 'diffTo'), units)),
  diffToNow: (self: Moment, [units], host) => quietly(() => difference(self, DateTime.fromMillis(host.now()), units)),
  isEmpty: () => false,
  isNotEmpty: () => true,
  toInt: (self: Moment) => self.valueOf(),
  toFloat: (self: Moment) => self.valueOf(),
  toBoolean: nothing,
};

export const DATE_EXTENSIONS: ExtensionTable = Object.fromEntries(
  Object.entries(METHODS).map(([name, run]) => {
    const price = datePrice(name);
    const paid: Extension = (self, args, host) => {
      pay(price, 0, args, host);
      for (const arg of args)
        if (typeof arg === 'object' && arg !== null) host.spend(measure(arg, host).values * IN_ARGUMENTS);
      return run(self, args, host);
    };
    return [name, paid];
  }),
);
