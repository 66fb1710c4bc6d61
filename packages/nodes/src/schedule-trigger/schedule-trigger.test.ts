import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { scheduleRules } from './schedule-rules.js';
import { scheduleTrigger } from './schedule-trigger.node.js';

const cron = (expression: string) => ({ kind: 'cron', expression });

describe('rules', () => {
  test.each<[JsonObject, object]>([
    [{}, cron('0 0 * * *')],
    [{ every: 'seconds', count: 30 }, cron('*/30 * * * * *')],
    [
      { every: 'seconds', count: 90 },
      { kind: 'interval', ms: 90_000 },
    ],
    [{ every: 'minutes', count: 1 }, cron('* * * * *')],
    [{ every: 'minutes', count: 5 }, cron('*/5 * * * *')],
    [{ every: 'hours', count: 2, minute: 30 }, cron('30 */2 * * *')],
    [
      { every: 'hours', count: 36, minute: 20 },
      { ...cron('20 * * * *'), everyHours: 36 },
    ],
    [
      { every: 'hours', count: 13 },
      { ...cron('0 * * * *'), everyHours: 13 },
    ],
    [
      { every: 'hours', count: 24 },
      { ...cron('0 * * * *'), everyHours: 24 },
    ],
    [
      { every: 'days', count: 2, hour: 9 },
      { ...cron('0 9 * * *'), everyDays: 2 },
    ],
    [{ every: 'weeks', weekdays: [5, 1, 1], hour: 7, minute: 15 }, cron('15 7 * * 1,5')],
    [
      { every: 'weeks', count: 2 },
      { ...cron('0 0 * * 0'), everyWeeks: 2 },
    ],
    [{ every: 'weeks', weekdays: [], hour: 7 }, cron('0 7 * * *')],
    [{ every: 'weeks', weekdays: ['x'], hour: 7 }, cron('0 7 * * 0')],
    [{ every: 'months', day: 28 }, cron('0 0 28 * *')],
    [
      { every: 'months', count: 3, day: 15 },
      { ...cron('0 0 15 * *'), everyMonths: 3 },
    ],
    [
      { every: 'months', day: 31, hour: 8 },
      { ...cron('0 8 28-31 * *'), monthDay: 31 },
    ],
    [{ every: 'cron', expression: ' 30 8 * * 1-5 ' }, cron('30 8 * * 1-5')],
    [{ every: 'days', hour: 99, minute: -1 }, cron('0 23 * * *')],
  ])('%j is %j', (rule, expected) => {
    expect(scheduleRules({ rules: [rule] })).toEqual([expected]);
  });
  test('several, without those that never start anything', () => {
    expect(scheduleRules({ rules: [{ every: 'cron', expression: '' }, { every: 'never' }, null, {}] })).toHaveLength(2);
  });
  test('a schedule without any is a fault', () => {
    expect(scheduleTrigger.validate?.({ rules: [] })).toHaveLength(1);
    expect(scheduleTrigger.validate?.({})).toEqual([]);
  });
});

test('the item tells the time in the zone of the workflow', async () => {
  const now = Date.UTC(2026, 2, 1, 5, 4, 3);
  const result = await runNode(scheduleTrigger, { now, timezone: 'America/New_York' });
  expect(jsonOf(result)).toEqual([
    {
      timestamp: '2026-03-01T00:04:03.000-05:00',
      'Readable date': 'March 1st 2026, 12:04:03 am',
      'Readable time': '12:04:03 am',
      'Day of week': 'Sunday',
      Year: '2026',
      Month: 'March',
      'Day of month': '01',
      Hour: '00',
      Minute: '04',
      Second: '03',
      Timezone: 'America/New_York (UTC-05:00)',
    },
  ]);
});
