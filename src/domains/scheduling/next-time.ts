import type { ScheduleRule } from '@orchestrator/nodes';
import { Cron } from 'croner';

const DAY_MS = 86_400_000;
/** Every 52 weeks on seven days is the longest way to a week that counts; what takes longer never comes. */
const MOST_WEEKDAYS = 53 * 7;

/**
 * The first time of a rule behind a moment. Where clocks go forward, a fixed time of the day that is skipped comes at
 * the end of the gap; where they go back, one that comes twice counts once. Rules with a wildcard or a step ("every 20
 * minutes") go on through both, as time passes.
 * @param after epoch milliseconds; the time given is later
 * @param zone IANA name
 * @param anchor epoch milliseconds that an interval counts from, and whose week is the first of "every so many weeks"
 * @returns epoch milliseconds; `undefined` when the rule has no further time (30 February)
 * @throws when the rule can't be read
 */
export function nextTime(rule: ScheduleRule, after: number, zone: string, anchor: number): number | undefined {
  if (rule.kind === 'cron') return nextOfCron(rule, after, zone, anchor);
  if (!(rule.ms > 0)) throw new RangeError(`An interval has to be longer than nothing, not ${rule.ms} ms`);
  const passed = Math.floor((after - anchor) / rule.ms);
  return anchor + Math.max(passed + 1, 1) * rule.ms;
}

/** The next times of a rule, at most `count`, earliest first. */
export function nextTimes(rule: ScheduleRule, from: number, zone: string, anchor: number, count: number): number[] {
  const times: number[] = [];
  let after = from;
  while (times.length < count) {
    const next = nextTime(rule, after, zone, anchor);
    if (next === undefined) break;
    times.push(next);
    after = next;
  }
  return times;
}

function nextOfCron(
  { expression, everyWeeks = 1 }: Extract<ScheduleRule, { kind: 'cron' }>,
  after: number,
  zone: string,
  anchor: number,
): number | undefined {
  const cron = cronOf(expression, zone);
  let next = cron.nextRun(new Date(after));
  if (everyWeeks === 1) return next?.getTime();
  const firstWeek = weekOf(anchor, zone);
  for (let tries = 0; next && tries < MOST_WEEKDAYS; tries++) {
    if ((weekOf(next.getTime(), zone) - firstWeek) % everyWeeks === 0) return next.getTime();
    next = cron.nextRun(next);
  }
  return undefined;
}

/** Number of the week, which begins on Monday, in a zone's calendar. */
function weekOf(ms: number, zone: string): number {
  const day = Date.parse(new Date(ms).toLocaleDateString('en-CA', { timeZone: zone })) / DAY_MS;
  return Math.floor((day + 3) / 7); // day 0, in 1970, was a Thursday
}

function cronOf(expression: string, zone: string): Cron {
  return new Cron(expression, {
    timezone: zone,
    paused: true,
    mode: '5-or-6-parts',
    fixedTimeRule: 'no-wildcard',
    sloppyRanges: true, // `5/15`, as n8n takes it
  });
}
