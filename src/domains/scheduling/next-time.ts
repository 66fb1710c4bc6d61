import { Cron } from 'croner';

/** When a trigger starts runs. Times of the day are meant in the schedule's time zone. */
export type ScheduleRule =
  /** Five fields, or six with the seconds first. */
  | { kind: 'cron'; expression: string }
  /** Milliseconds from one time to the next, whatever the clocks do. */
  | { kind: 'interval'; ms: number };

/**
 * The first time of a rule behind a moment. Where clocks go forward, a fixed time of the day that is skipped comes at
 * the end of the gap; where they go back, one that comes twice counts once. Rules with a wildcard or a step ("every 20
 * minutes") go on through both, as time passes.
 * @param after epoch milliseconds; the time given is later
 * @param zone IANA name
 * @param anchor epoch milliseconds that an interval counts from: its last time, or when it went live
 * @returns epoch milliseconds; `undefined` when the rule has no further time (30 February)
 * @throws when the rule can't be read
 */
export function nextTime(rule: ScheduleRule, after: number, zone: string, anchor: number): number | undefined {
  if (rule.kind === 'cron') return cronOf(rule.expression, zone).nextRun(new Date(after))?.getTime();
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

function cronOf(expression: string, zone: string): Cron {
  return new Cron(expression, {
    timezone: zone,
    paused: true,
    mode: '5-or-6-parts',
    fixedTimeRule: 'no-wildcard',
    sloppyRanges: true, // `5/15`, as n8n takes it
  });
}
