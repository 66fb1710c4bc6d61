import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** When a schedule starts runs. Times of the day are meant in the workflow's time zone. */
export type ScheduleRule =
  | CronRule
  /** Milliseconds from one time to the next, whatever the clocks do. */
  | { kind: 'interval'; ms: number };

/**
 * Times by the clock. Of those that the expression gives, a rule may take only some, counted from the first; at most one
 * of these is set.
 */
export interface CronRule {
  kind: 'cron';
  /** Five fields, or six with the seconds first. */
  expression: string;
  /** So many hours from one to the next, at the minute of the expression. */
  everyHours?: number;
  everyDays?: number;
  everyWeeks?: number;
  everyMonths?: number;
  /** Only this day of the month, 29 to 31, or the last one of a month that is shorter. */
  monthDay?: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** No month is shorter. */
const SHORTEST_MONTH = 28;
/** A hundred years. */
const MOST_HOURS = 876_600;

/** Rules of one trigger: more are a mistake, and each is a row that a scheduler looks after. */
const MAX_RULES = 100;

/**
 * The rules of a schedule trigger, from its parameters as they stand in the document; a pure function without a clock.
 * Seconds, minutes and hours that divide the larger unit step through it: every 6 hours is 0, 6, 12 and 18 o'clock. All
 * else counts from one time to the next, as in n8n: it is as long from the last time of a day (13 hours), a month (3 days)
 * or a year (5 months) to the first of the next as between any others.
 */
export function scheduleRules(parameters: JsonObject): ScheduleRule[] {
  const rules = Array.isArray(parameters.rules) ? parameters.rules : [{}];
  return rules.slice(0, MAX_RULES).flatMap((rule) => ruleOf(objectAt(rule)) ?? []);
}

function ruleOf(rule: JsonObject): ScheduleRule | undefined {
  const minute = within(rule.minute, 0, 59, 0);
  const hour = within(rule.hour, 0, 23, 0);
  switch (rule.every ?? 'days') {
    case 'seconds':
      return stepOrInterval(rule.count, 60, SECOND, (step) => `${step} * * * * *`);
    case 'minutes':
      return stepOrInterval(rule.count, 60, MINUTE, (step) => `${step} * * * *`);
    case 'hours':
      return hourly(minute, within(rule.count, 1, MOST_HOURS, 1));
    case 'days':
      return every('everyDays', within(rule.count, 1, 366, 1), cron(`${minute} ${hour} * * *`));
    case 'weeks': {
      const weekly = cron(`${minute} ${hour} * * ${weekdays(rule.weekdays)}`);
      return every('everyWeeks', within(rule.count, 1, 52, 1), weekly);
    }
    case 'months':
      return every('everyMonths', within(rule.count, 1, 12, 1), monthly(minute, hour, within(rule.day, 1, 31, 1)));
    case 'cron': {
      const expression = typeof rule.expression === 'string' ? rule.expression.trim() : '';
      return expression === '' ? undefined : cron(expression);
    }
    default:
      return undefined;
  }
}

const cron = (expression: string): CronRule => ({ kind: 'cron', expression });
const stepOf = (count: number) => (count === 1 ? '*' : `*/${count}`);

function every(unit: 'everyDays' | 'everyWeeks' | 'everyMonths', count: number, rule: CronRule): CronRule {
  return count > 1 ? { ...rule, [unit]: count } : rule;
}

function hourly(minute: number, count: number): CronRule {
  if (count < 24 && 24 % count === 0) return cron(`${minute} ${stepOf(count)} * * *`);
  return { ...cron(`${minute} * * * *`), everyHours: count };
}

function monthly(minute: number, hour: number, day: number): CronRule {
  if (day <= SHORTEST_MONTH) return cron(`${minute} ${hour} ${day} * *`);
  return { ...cron(`${minute} ${hour} ${SHORTEST_MONTH}-31 * *`), monthDay: day };
}

/** A step where it divides the larger unit, else an interval of its own. */
function stepOrInterval(
  given: JsonValue | undefined,
  unit: number,
  ms: number,
  expression: (step: string) => string,
): ScheduleRule {
  const count = within(given, 1, Number.MAX_SAFE_INTEGER / MINUTE, 1);
  return unit % count === 0 && count < unit ? cron(expression(stepOf(count))) : { kind: 'interval', ms: count * ms };
}

/** `1,3` for Monday and Wednesday; Sunday is 0. As in n8n, it is Sunday where nothing is said, and any day with none chosen. */
function weekdays(given: JsonValue | undefined): string {
  if (Array.isArray(given) && given.length === 0) return '*';
  const days = (Array.isArray(given) ? given : [])
    .map(Number)
    .filter((day) => Number.isInteger(day) && day >= 0 && day <= 6);
  return days.length > 0 ? [...new Set(days)].sort().join(',') : '0';
}

/** A whole number within bounds; the fallback for what is none. */
function within(given: JsonValue | undefined, min: number, max: number, fallback: number): number {
  const number = typeof given === 'number' || (typeof given === 'string' && given !== '') ? Number(given) : Number.NaN;
  return Number.isFinite(number) ? Math.min(max, Math.max(min, Math.trunc(number))) : fallback;
}

function objectAt(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
