import type { components } from '../../api/schema.d.ts';

export type Rule = components['schemas']['ScheduleView']['rule'];

/** What a rule says, in a form that can be put into words; `cron` where it is out of the ordinary. */
export type RuleMeaning =
  | { kind: 'interval'; ms: number }
  | { kind: 'minutes'; every: number }
  | { kind: 'hourly'; minute: number; every: number }
  | { kind: 'daily'; time: string; everyDays: number }
  | { kind: 'weekly'; days: readonly number[]; time: string; everyWeeks: number }
  | { kind: 'monthly'; days: readonly number[]; time: string; everyMonths: number; orLast: boolean }
  | { kind: 'cron'; expression: string };

/** Reads a rule of the server. */
export function meaningOf(rule: Rule): RuleMeaning {
  if (rule.kind === 'interval') return { kind: 'interval', ms: rule.ms };
  const strange: RuleMeaning = { kind: 'cron', expression: rule.expression };
  const { everyHours = 1, everyDays = 1, everyWeeks = 1, everyMonths = 1, monthDay } = rule;
  const fields = rule.expression.trim().split(/\s+/);
  if (fields.length === 6) {
    if (fields[0] !== '0') return strange;
    fields.shift();
  }
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5 || month !== '*') return strange;
  const anyDay = (day === '*' || day === '?') && (weekday === '*' || weekday === '?');
  if (anyDay && hour === '*') {
    if (minute === '*') return { kind: 'minutes', every: 1 };
    const step = /^(?:\*|0)\/(\d+)$/.exec(minute);
    if (step) return { kind: 'minutes', every: Number(step[1]) };
    return isNumber(minute) ? { kind: 'hourly', minute: Number(minute), every: everyHours } : strange;
  }
  const hours = /^\*\/(\d{1,2})$/.exec(hour);
  if (anyDay && hours && isNumber(minute)) return { kind: 'hourly', minute: Number(minute), every: Number(hours[1]) };
  if (!isNumber(minute) || !isNumber(hour)) return strange;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (anyDay) return { kind: 'daily', time, everyDays };
  if (day === '*' || day === '?') {
    const days = numbers(weekday)?.map((each) => each % 7);
    return days ? { kind: 'weekly', days: [...new Set(days)], time, everyWeeks } : strange;
  }
  const ofMonth = monthDay === undefined ? numbers(day) : [monthDay];
  const days = weekday === '*' || weekday === '?' ? ofMonth : undefined;
  return days ? { kind: 'monthly', days, time, everyMonths, orLast: monthDay !== undefined } : strange;
}

const isNumber = (text: string): boolean => /^\d{1,2}$/.test(text);

/** `1-3,5` as numbers; nothing where it holds anything else. */
function numbers(list: string): number[] | undefined {
  const all: number[] = [];
  for (const part of list.split(',')) {
    const found = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part);
    if (!found) return undefined;
    const from = Number(found[1]);
    const to = Number(found[2] ?? found[1]);
    for (let each = from; each <= to; each++) all.push(each);
  }
  return all;
}
