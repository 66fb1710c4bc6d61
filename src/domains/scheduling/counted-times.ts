import type { CronRule } from '@orchestrator/nodes';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** No two places of the earth are further apart by the clock, and no change of clocks moves a time by more. */
const ZONES_APART_MS = 1.5 * DAY_MS;
/** A change of clocks by half an hour puts the minute of a rule off by so much (Lord Howe). */
const HALF_HOUR_MS = HOUR_MS / 2;

/** Tells the next time of an expression behind a moment. Both in epoch milliseconds. */
type NextOf = (after: number) => number | undefined;

/** Days, weeks or months by the calendar of a zone, by their number. */
interface Period {
  /** Of a day, which has the number that it is of the days since 1970. */
  numberOf(day: number): number;
  /** The first day of a period. */
  firstDay(number: number): number;
}

const DAYS: Period = { numberOf: (day) => day, firstDay: (number) => number };
/** Weeks begin on Monday. Day 0, in 1970, was a Thursday. */
const WEEKS: Period = { numberOf: (day) => Math.floor((day + 3) / 7), firstDay: (number) => number * 7 - 3 };
const MONTHS: Period = {
  numberOf: (day) => new Date(day * DAY_MS).getUTCFullYear() * 12 + new Date(day * DAY_MS).getUTCMonth(),
  firstDay: (number) => Date.UTC(Math.floor(number / 12), number % 12, 1) / DAY_MS,
};

/** Whether a rule takes only some of the times of its expression. */
export function isCounted({ everyHours, everyDays, everyWeeks, everyMonths, monthDay }: CronRule): boolean {
  return (everyHours ?? everyDays ?? everyWeeks ?? everyMonths ?? monthDay) !== undefined;
}

/**
 * The first time behind a moment of a rule that takes only some of its expression's times.
 * @param anchor epoch milliseconds of the first time, from which the rule counts
 * @param nextOf of the rule's expression
 * @returns epoch milliseconds; `undefined` when there is none
 */
export function nextCounted(
  rule: CronRule,
  after: number,
  zone: string,
  anchor: number,
  nextOf: NextOf,
): number | undefined {
  const { everyHours, everyDays, everyWeeks, everyMonths, monthDay } = rule;
  if (everyHours !== undefined) return nextOfHours(everyHours * HOUR_MS, after, anchor, nextOf);
  const [period, count] = everyDays ? [DAYS, everyDays] : everyWeeks ? [WEEKS, everyWeeks] : [MONTHS, everyMonths ?? 1];
  const day = dayIn(zone);
  const first = period.numberOf(day(anchor));
  const passed = Math.ceil((period.numberOf(day(after)) - first) / count);
  // The period that `after` is in may be over for the rule; the one behind it has a time, unless the rule has none at all.
  for (let turn = Math.max(passed, 0); turn <= Math.max(passed, 0) + 1; turn++) {
    const wanted = first + turn * count;
    const start = Math.max(after, period.firstDay(wanted) * DAY_MS - ZONES_APART_MS);
    for (let next = nextOf(start); next !== undefined; next = nextOf(next)) {
      const number = period.numberOf(day(next));
      if (number > wanted) break;
      if (number === wanted && (monthDay === undefined || isDayOfMonth(day(next), monthDay))) return next;
    }
  }
  return undefined;
}

/** Hours pass whatever the clocks do; the minute is the rule's by the clock. */
function nextOfHours(ms: number, after: number, anchor: number, nextOf: NextOf): number | undefined {
  for (let turn = Math.max(Math.floor((after - anchor) / ms), 0); ; turn++) {
    const next = nextOf(anchor + turn * ms - HALF_HOUR_MS - 1);
    if (next === undefined || next > after) return next;
  }
}

/** Whether it is the wanted day of its month, or the last one of a month that has no such day. */
function isDayOfMonth(day: number, wanted: number): boolean {
  const number = MONTHS.numberOf(day);
  const length = MONTHS.firstDay(number + 1) - MONTHS.firstDay(number);
  return day - MONTHS.firstDay(number) + 1 === Math.min(wanted, length);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Tells the day in a zone of a moment, as its number of the days since 1970. */
function dayIn(zone: string): (ms: number) => number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  const written = format;
  return (ms) => Date.parse(written.format(ms)) / DAY_MS;
}
