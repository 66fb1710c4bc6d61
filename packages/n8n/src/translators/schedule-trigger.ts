import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { listAt, present } from './parameter-reading.js';

/** Imported schedules keep n8n's way with times that passed while nothing ran: they are left out. */
const native = (rules: JsonObject[]) => ({
  type: 'scheduleTrigger',
  version: 1,
  parameters: { rules, missed: 'skip' },
});

export const scheduleTrigger = defineTranslator({
  type: 'n8n-nodes-base.scheduleTrigger',
  versions: (version) => version >= 1 && version < 2,
  translate: ({ parameters: p = {} }) => {
    const intervals = listAt(p.rule, 'interval');
    return native((intervals.length > 0 ? intervals : [{}]).map(ruleOf));
  },
});

/** n8n's default where a rule says no number: every 30 seconds, every 5 minutes, else every one. */
const COUNTS: Readonly<Record<string, { key: string; count: number }>> = {
  seconds: { key: 'secondsInterval', count: 30 },
  minutes: { key: 'minutesInterval', count: 5 },
  hours: { key: 'hoursInterval', count: 1 },
  days: { key: 'daysInterval', count: 1 },
  weeks: { key: 'weeksInterval', count: 1 },
  months: { key: 'monthsInterval', count: 1 },
};

function ruleOf(rule: JsonObject): JsonObject {
  const field = typeof rule.field === 'string' ? rule.field : 'days';
  if (field === 'cronExpression') return { every: 'cron', expression: rule.expression ?? '' };
  const every = Object.hasOwn(COUNTS, field) ? field : 'days';
  const { key, count } = COUNTS[every] as { key: string; count: number };
  return present({
    every,
    count: number(rule[key]) ?? count,
    weekdays: every === 'weeks' ? (rule.triggerAtDay ?? [0]) : undefined,
    day: every === 'months' ? number(rule.triggerAtDayOfMonth) : undefined,
    hour: number(rule.triggerAtHour),
    minute: number(rule.triggerAtMinute),
  });
}

/** Old files hold `{}` or text where a number is meant. */
function number(given: JsonValue | undefined): number | undefined {
  const value = typeof given === 'string' && given !== '' ? Number(given) : given;
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** n8n's older Cron node: `{item: [{mode, hour, minute, dayOfMonth, weekday, value, unit, cronExpression}]}`. */
export const cron = defineTranslator({
  type: 'n8n-nodes-base.cron',
  translate: ({ parameters: p = {} }) => {
    const items = listAt(p.triggerTimes, 'item');
    return native(items.map(cronRuleOf));
  },
});

const DEFAULT_HOUR = 14;

function cronRuleOf(time: JsonObject): JsonObject {
  const minute = number(time.minute) ?? 0;
  const hour = number(time.hour) ?? DEFAULT_HOUR;
  switch (time.mode ?? 'everyDay') {
    case 'everyMinute':
      return { every: 'minutes', count: 1 };
    case 'everyHour':
      return { every: 'hours', count: 1, minute };
    case 'everyX':
      return { every: time.unit === 'minutes' ? 'minutes' : 'hours', count: number(time.value) ?? 2 };
    case 'everyWeek':
      return { every: 'weeks', count: 1, weekdays: [number(time.weekday) ?? 1], hour, minute };
    case 'everyMonth':
      return { every: 'months', count: 1, day: number(time.dayOfMonth) ?? 1, hour, minute };
    case 'custom':
      return { every: 'cron', expression: time.cronExpression ?? '* * * * * *' };
    default:
      return { every: 'days', count: 1, hour, minute };
  }
}

/** n8n's older Interval node. */
export const interval = defineTranslator({
  type: 'n8n-nodes-base.interval',
  translate: ({ parameters: p = {} }) => native([{ every: p.unit ?? 'seconds', count: number(p.interval) ?? 1 }]),
});
