import { defineNode, param } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { DateTime } from 'luxon';
import { scheduleLine } from './schedule-line.js';
import { scheduleRules } from './schedule-rules.js';
import { de } from './schedule-trigger.de.js';
import { docs } from './schedule-trigger.docs.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const scheduleTrigger = defineNode({
  type: 'scheduleTrigger',
  version: 1,
  label: 'Schedule',
  summary: 'Starts the workflow at set times, or again and again.',
  keywords: ['cron', 'timer', 'interval', 'time', 'daily', 'hourly', 'every', 'clock'],
  actions: [
    { label: 'Start every day', parameters: { rules: [{ every: 'days', count: 1, hour: 8, minute: 0 }] } },
    { label: 'Start every hour', parameters: { rules: [{ every: 'hours', count: 1 }] } },
    { label: 'Start every few minutes', parameters: { rules: [{ every: 'minutes', count: 15 }] } },
    {
      label: 'Start on days of the week',
      parameters: { rules: [{ every: 'weeks', count: 1, weekdays: [1], hour: 8, minute: 0 }] },
    },
    { label: 'Start by a cron expression', parameters: { rules: [{ every: 'cron', expression: '30 8 * * 1-5' }] } },
  ],
  docs,
  translations: { de },
  group: 'trigger',
  icon: 'clock',
  kind: 'trigger',
  trigger: { kind: 'schedule' },
  effect: 'pure',
  subtitle: (raw, say) => scheduleLine(raw.rules, say),
  inputs: [],
  parameters: {
    rules: param.list({
      label: 'Rules',
      itemLabel: 'rule',
      literal: true,
      default: [{ every: 'days', count: 1 }],
      fields: {
        every: param.options({
          label: 'Every',
          literal: true,
          default: 'days',
          choices: [
            { value: 'seconds', label: 'Seconds' },
            { value: 'minutes', label: 'Minutes' },
            { value: 'hours', label: 'Hours' },
            { value: 'days', label: 'Days' },
            { value: 'weeks', label: 'Weeks' },
            { value: 'months', label: 'Months' },
            { value: 'cron', label: 'Cron expression' },
          ],
        }),
        count: param.number({
          label: 'How many',
          description: 'Every 2 hours is 2. Counted from the first time on.',
          literal: true,
          integer: true,
          min: 1,
          default: 1,
          hide: { every: ['cron'] },
        }),
        weekdays: param.multiOptions({
          label: 'On',
          description: 'None chosen: every day.',
          literal: true,
          choices: WEEKDAYS.map((label, value) => ({ value, label })),
          default: [0],
          show: { every: ['weeks'] },
        }),
        day: param.number({
          label: 'Day of the month',
          description: 'In shorter months, 29 to 31 are the last day.',
          literal: true,
          integer: true,
          min: 1,
          max: 31,
          default: 1,
          show: { every: ['months'] },
        }),
        hour: param.number({
          label: 'Hour',
          literal: true,
          integer: true,
          min: 0,
          max: 23,
          show: { every: ['days', 'weeks', 'months'] },
        }),
        minute: param.number({
          label: 'Minute',
          literal: true,
          integer: true,
          min: 0,
          max: 59,
          show: { every: ['hours', 'days', 'weeks', 'months'] },
        }),
        expression: param.string({
          label: 'Cron expression',
          description: 'Minute, hour, day, month and day of the week, with the seconds in front if you like.',
          placeholder: '30 8 * * 1-5',
          literal: true,
          show: { every: ['cron'] },
        }),
      },
    }),
    missed: param.options({
      label: 'Times that passed while nothing ran',
      literal: true,
      choices: [
        { value: 'runOnce', label: 'Are made up for by one run' },
        { value: 'skip', label: 'Are left out' },
      ],
    }),
  },
  validate(raw) {
    if (scheduleRules(raw).length > 0) return [];
    return [{ path: 'rules', message: 'The schedule has no rule that ever starts the workflow.' }];
  },
  async run(ctx) {
    const given = ctx.items[0];
    // A scheduler that was late says which time it is about; else it is now.
    if (given && Object.keys(given.json).length > 0) return [ctx.items];
    return [[{ json: timestampItem(ctx.now(), ctx.timezone) }]];
  },
});

/** The item of a scheduled run: the time, in the form and the parts that n8n's has. */
function timestampItem(millis: number, zone: string): JsonObject {
  const now = DateTime.fromMillis(millis).setZone(zone).setLocale('en-US');
  const day = now.toFormat('d');
  return {
    timestamp: now.toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ"),
    'Readable date': `${now.toFormat('MMMM')} ${day}${ordinalEnd(now.day)} ${now.toFormat('yyyy, h:mm:ss')} ${now.toFormat('a').toLowerCase()}`,
    'Readable time': `${now.toFormat('h:mm:ss')} ${now.toFormat('a').toLowerCase()}`,
    'Day of week': now.toFormat('EEEE'),
    Year: now.toFormat('yyyy'),
    Month: now.toFormat('MMMM'),
    'Day of month': now.toFormat('dd'),
    Hour: now.toFormat('HH'),
    Minute: now.toFormat('mm'),
    Second: now.toFormat('ss'),
    Timezone: `${zone} (UTC${now.toFormat('ZZ')})`,
  };
}

function ordinalEnd(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
