import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/** When a schedule starts runs. Times of the day are meant in the workflow's time zone. */
export type ScheduleRule =
  /** Five fields, or six with the seconds first. */
  | { kind: 'cron'; expression: string; everyWeeks?: number }
  /** Milliseconds from one time to the next, whatever the clocks do. */
  | { kind: 'interval'; ms: number };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Rules of one trigger: more are a mistake, and each is a row that a scheduler looks after. */
const MAX_RULES = 100;

/**
 * The rules of a schedule trigger, from its parameters as they stand in the document; a pure function without a clock.
 * Steps in a cron expression count from the start of the larger unit: every 2 days is every odd day of the month, every
 * 6 hours 0, 6, 12 and 18 o'clock. What the larger unit can't be divided by (90 seconds, 13 hours) counts from when it
 * went live, so that it is as long from the last time of a day to the first of the next as between any others.
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
      return stepOrInterval(rule.count, 24, HOUR, (step) => `${minute} ${step} * * *`);
    case 'days':
      return cron(`${minute} ${hour} ${stepOf(within(rule.count, 1, 31, 1))} * *`);
    case 'weeks': {
      const weeks = within(rule.count, 1, 52, 1);
      const weekly = cron(`${minute} ${hour} * * ${weekdays(rule.weekdays)}`);
      return weeks > 1 ? { ...weekly, everyWeeks: weeks } : weekly;
    }
    case 'months':
      return cron(`${minute} ${hour} ${within(rule.day, 1, 31, 1)} ${stepOf(within(rule.count, 1, 12, 1))} *`);
    case 'cron': {
      const expression = typeof rule.expression === 'string' ? rule.expression.trim() : '';
      return expression === '' ? undefined : cron(expression);
    }
    default:
      return undefined;
  }
}

const cron = (expression: string) => ({ kind: 'cron', expression }) as const;
const stepOf = (count: number) => (count === 1 ? '*' : `*/${count}`);

/** A step where it divides the larger unit, else an interval of its own. */
function stepOrInterval(
  given: JsonValue | undefined,
  unit: number,
  ms: number,
  expression: (step: string) => string,
): ScheduleRule {
  const count = within(given, 1, Number.MAX_SAFE_INTEGER / HOUR, 1);
  return unit % count === 0 && count < unit ? cron(expression(stepOf(count))) : { kind: 'interval', ms: count * ms };
}

/** `1,3` for Monday and Wednesday; Sunday is 0. Without a choice it is Sunday, as in n8n. */
function weekdays(given: JsonValue | undefined): string {
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
