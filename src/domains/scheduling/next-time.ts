import type { CronRule, ScheduleRule } from '@orchestrator/nodes';
import { Cron } from 'croner';
import { isCounted, nextCounted } from './counted-times.js';

/**
 * The first time of a rule behind a moment. Where clocks go forward, a fixed time of the day that is skipped comes at
 * the end of the gap; where they go back, one that comes twice counts once. Rules with a wildcard or a step ("every 20
 * minutes") go on through both, as time passes.
 * @param after epoch milliseconds; the time given is later
 * @param zone IANA name
 * @param anchor epoch milliseconds of what an interval counts from, and of the first time of "every so many days"
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

function nextOfCron(rule: CronRule, after: number, zone: string, anchor: number): number | undefined {
  const cron = cronOf(rule.expression, zone);
  const nextOf = (ms: number) => cron.nextRun(new Date(ms))?.getTime();
  return isCounted(rule) ? nextCounted(rule, after, zone, anchor, nextOf) : nextOf(after);
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
