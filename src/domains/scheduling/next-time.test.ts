import { scheduleRules } from '@orchestrator/nodes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTime, nextTimes } from './next-time.js';
import { anchorOf } from './trigger-rules.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const cron = (expression: string) => ({ kind: 'cron' as const, expression });
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
const upcoming = (expression: string, zone: string, from: string, count: number) =>
  nextTimes(cron(expression), at(from), zone, 0, count).map(iso);

describe('next time of a cron rule', () => {
  it('takes a field for seconds', () => {
    expect(upcoming('*/20 * * * * *', 'UTC', '2026-01-01T00:00:05.300Z', 3)).toEqual([
      '2026-01-01T00:00:20.000Z',
      '2026-01-01T00:00:40.000Z',
      '2026-01-01T00:01:00.000Z',
    ]);
  });

  it('knows rules that never come', () => {
    expect(nextTime(cron('0 0 30 2 *'), at('2026-01-01T00:00:00Z'), 'UTC', 0)).toBeUndefined();
  });

  it('refuses what it can not read', () => {
    expect(() => nextTime(cron('every now and then'), 0, 'UTC', 0)).toThrow();
    expect(() => nextTime(cron('0 0 * * *'), 0, 'Nowhere/Here', 0)).toThrow();
  });

  // Where clocks go forward: a fixed time in the gap comes once, at its end, and the next day at its own time again.
  it.each([
    ['America/New_York', '2026-03-07T12:00:00Z', ['2026-03-08T07:00:00.000Z', '2026-03-09T06:30:00.000Z']],
    ['Europe/Berlin', '2026-03-28T12:00:00Z', ['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z']],
  ])('runs 02:30 in %s once on the day that skips it', (zone, from, expected) => {
    const [first = '', ...rest] = upcoming('30 2 * * *', zone, from, 2);
    expect(Math.floor((at(first) - at(expected[0] as string)) / HOUR)).toBe(0); // in the hour behind the gap
    expect(rest).toEqual(expected.slice(1));
  });

  it('runs 02:15 of Lord Howe, whose clocks move by half an hour, once on the day that skips it', () => {
    const times = upcoming('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T04:00:00Z', 2);
    expect(at(times[0] as string)).toBeGreaterThanOrEqual(at('2026-10-03T15:30:00Z'));
    expect(at(times[0] as string)).toBeLessThanOrEqual(at('2026-10-03T16:00:00Z'));
    expect(times[1]).toBe('2026-10-04T15:15:00.000Z');
  });

  // Where clocks go back: a fixed time comes once.
  it.each([
    [
      'America/New_York',
      '30 1 * * *',
      '2026-11-01T00:00:00Z',
      ['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z'],
    ],
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00:00Z', ['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z']],
    [
      'Australia/Lord_Howe',
      '45 1 * * *',
      '2026-04-04T00:00:00Z',
      ['2026-04-04T14:45:00.000Z', '2026-04-05T15:15:00.000Z'],
    ],
  ])('runs a time of the day that comes twice in %s once', (zone, expression, from, expected) => {
    expect(upcoming(expression, zone, from, 2)).toEqual(expected);
  });

  it('goes on every hour through both hours that have the same name', () => {
    expect(upcoming('0 * * * *', 'Europe/Berlin', '2026-10-24T23:30:00Z', 4)).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
      '2026-10-25T03:00:00.000Z',
    ]);
  });

  const zone = fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC');
  const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-31T00:00:00Z') });

  it('runs a daily rule once for each day of the calendar, all year', () => {
    fc.assert(
      fc.property(zone, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (zone, hour, minute) => {
        const times = nextTimes(cron(`${minute} ${hour} * * *`), at('2026-01-02T00:00:00Z'), zone, 0, 360);
        const days = times.map((time) => new Date(time).toLocaleDateString('en-CA', { timeZone: zone }));
        expect(new Set(days).size).toBe(days.length);
        for (let i = 1; i < times.length; i++) {
          expect(Math.abs((times[i] as number) - (times[i - 1] as number) - DAY)).toBeLessThanOrEqual(HOUR);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is always later, and the same whether asked early or late', () => {
    fc.assert(
      fc.property(
        zone,
        moment,
        fc.constantFrom('30 2 * * *', '*/7 * * * *', '15 */3 * * *', '0 9 * * 1'),
        (z, from, rule) => {
          const next = nextTime(cron(rule), from, z, 0) as number;
          expect(next).toBeGreaterThan(from);
          expect(nextTime(cron(rule), next - 1000, z, 0)).toBe(next);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('every so many weeks', () => {
  const rule = { kind: 'cron' as const, expression: '0 9 * * 1,5', everyWeeks: 2 };

  it('leaves out the weeks between, counted from the first', () => {
    const anchor = at('2026-01-05T09:00:00Z'); // a Monday
    expect(nextTimes(rule, anchor, 'UTC', anchor, 4).map(iso)).toEqual([
      '2026-01-09T09:00:00.000Z',
      '2026-01-19T09:00:00.000Z',
      '2026-01-23T09:00:00.000Z',
      '2026-02-02T09:00:00.000Z',
    ]);
  });

  it('goes by the calendar of the zone', () => {
    const anchor = at('2026-01-05T20:00:00Z'); // Tuesday in Auckland
    expect(iso(nextTime({ ...rule, expression: '30 0 * * 1' }, anchor, 'Pacific/Auckland', anchor))).toBe(
      '2026-01-18T11:30:00.000Z',
    );
  });
});

describe('next time of an interval', () => {
  it('counts thirteen hours from the last time, whatever the hour of the day', () => {
    const rule = { kind: 'interval' as const, ms: 13 * HOUR };
    const first = at('2026-03-28T20:00:00Z');
    expect(nextTimes(rule, first, 'Europe/Berlin', first, 3).map(iso)).toEqual([
      '2026-03-29T09:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      '2026-03-30T11:00:00.000Z',
    ]);
  });

  it('keeps its beat after a pause of any length', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 30 * DAY }),
        fc.integer({ min: 0, max: 400 * DAY }),
        fc.integer({ min: 0, max: 2 ** 41 }),
        (ms, pause, anchor) => {
          const next = nextTime({ kind: 'interval', ms }, anchor + pause, 'UTC', anchor) as number;
          expect(next).toBeGreaterThan(anchor + pause);
          expect(next - (anchor + pause)).toBeLessThanOrEqual(ms);
          expect((next - anchor) % ms).toBe(0);
        },
      ),
    );
  });

  it('refuses an interval of nothing', () => {
    expect(() => nextTime({ kind: 'interval', ms: 0 }, 0, 'UTC', 0)).toThrow(RangeError);
  });
});

describe('what counts from one time to the next', () => {
  const daily = (everyDays: number) => ({ kind: 'cron' as const, expression: '0 9 * * *', everyDays });
  const monthly = (day: string, more: { everyMonths?: number; monthDay?: number }) => ({
    kind: 'cron' as const,
    expression: `0 9 ${day} * *`,
    ...more,
  });
  const dates = (times: readonly number[], zone: string) =>
    times.map((time) => new Date(time).toLocaleString('sv-SE', { timeZone: zone }));

  it('counts days through the end of a month and a change of clocks', () => {
    const anchor = at('2026-03-27T08:00:00Z');
    const times = nextTimes(daily(3), anchor - 1, 'Europe/Berlin', anchor, 3);
    expect(dates(times, 'Europe/Berlin')).toEqual([
      '2026-03-27 09:00:00',
      '2026-03-30 09:00:00',
      '2026-04-02 09:00:00',
    ]);
  });

  it('begins with the first time of all', () => {
    const now = at('2026-05-07T12:00:00Z');
    const rule = daily(10);
    const anchor = anchorOf(rule, now, 'UTC');
    expect(nextTimes(rule, now, 'UTC', anchor, 2).map(iso)).toEqual([
      '2026-05-08T09:00:00.000Z',
      '2026-05-18T09:00:00.000Z',
    ]);
  });

  it('counts months, and takes the last day of those that are too short', () => {
    const anchor = at('2026-08-31T09:00:00Z');
    const rule = monthly('28-31', { everyMonths: 3, monthDay: 31 });
    expect(nextTimes(rule, anchor - 1, 'UTC', anchor, 4).map(iso)).toEqual([
      '2026-08-31T09:00:00.000Z',
      '2026-11-30T09:00:00.000Z',
      '2027-02-28T09:00:00.000Z',
      '2027-05-31T09:00:00.000Z',
    ]);
    expect(nextTimes(monthly('28-31', { monthDay: 30 }), at('2028-01-30T10:00:00Z'), 'UTC', 0, 2).map(iso)).toEqual([
      '2028-02-29T09:00:00.000Z',
      '2028-03-30T09:00:00.000Z',
    ]);
    expect(anchorOf(rule, at('2026-02-01T00:00:00Z'), 'UTC')).toBe(at('2026-02-28T09:00:00Z'));
  });

  it('counts thirteen hours, at the minute of the rule', () => {
    const rule = { kind: 'cron' as const, expression: '0 * * * *', everyHours: 13 };
    const anchor = anchorOf(rule, at('2026-03-28T06:17:00Z'), 'Europe/Berlin');
    expect(nextTimes(rule, anchor - 1, 'Europe/Berlin', anchor, 4).map(iso)).toEqual([
      '2026-03-28T07:00:00.000Z',
      '2026-03-28T20:00:00.000Z',
      '2026-03-29T09:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(nextTimes(rule, anchor + 1, 'Europe/Berlin', anchor, 1).map(iso)).toEqual(['2026-03-28T20:00:00.000Z']);
  });

  const zones = fc.constantFrom(
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Asia/Kathmandu',
  );
  const moments = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2029-12-31T00:00:00Z') });
  const clock = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });

  it('is as many days of the calendar apart as it says, whenever it is asked', () => {
    fc.assert(
      fc.property(zones, moments, clock, fc.integer({ min: 2, max: 40 }), (zone, now, { hour, minute }, everyDays) => {
        const rule = { kind: 'cron' as const, expression: `${minute} ${hour} * * *`, everyDays };
        const anchor = anchorOf(rule, now, zone);
        const times = nextTimes(rule, now, zone, anchor, 12);
        expect(times[0]).toBe(anchor);
        const days = times.map(
          (time) => Date.parse(new Date(time).toLocaleDateString('sv-SE', { timeZone: zone })) / DAY,
        );
        for (let i = 1; i < days.length; i++) {
          expect((days[i] as number) - (days[i - 1] as number)).toBe(everyDays);
          expect(nextTime(rule, (times[i] as number) - 1, zone, anchor)).toBe(times[i]);
          expect(nextTime(rule, times[i - 1] as number, zone, anchor)).toBe(times[i]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is as many months apart as it says, on its day or the last one', () => {
    const counts = fc.record({ every: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) });
    fc.assert(
      fc.property(zones, moments, clock, counts, (zone, now, { hour, minute }, { every, day }) => {
        const [rule] = scheduleRules({ rules: [{ every: 'months', count: every, day, hour, minute }] });
        if (!rule) throw new Error('no rule');
        const anchor = anchorOf(rule, now, zone);
        const times = nextTimes(rule, now, zone, anchor, 14);
        expect(times).toHaveLength(14);
        expect(times[0]).toBe(anchor);
        const parts = dates(times, zone).map(
          (text) => text.slice(0, 10).split('-').map(Number) as [number, number, number],
        );
        for (const [i, [year, month, date]] of parts.entries()) {
          expect(date).toBe(Math.min(day, new Date(Date.UTC(year, month, 0)).getUTCDate()));
          const before = parts[i - 1];
          if (before) expect(year * 12 + month - (before[0] * 12 + before[1])).toBe(every);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is as many hours apart as it says, within half an hour where clocks move by that, at its minute', () => {
    fc.assert(
      fc.property(
        zones,
        moments,
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 2, max: 100 }),
        (zone, now, minute, count) => {
          const [rule] = scheduleRules({ rules: [{ every: 'hours', count, minute }] });
          if (!rule || (rule.kind === 'cron' && rule.everyHours === undefined)) return;
          const anchor = anchorOf(rule, now, zone);
          const times = nextTimes(rule, now, zone, anchor, 30);
          expect(times[0]).toBe(anchor);
          for (let i = 1; i < times.length; i++) {
            expect(Math.abs((times[i] as number) - (times[i - 1] as number) - count * HOUR)).toBeLessThanOrEqual(
              HOUR / 2,
            );
          }
          for (const text of dates(times, zone)) expect(Number(text.slice(14, 16))).toBe(minute);
        },
      ),
      { numRuns: 60 },
    );
  });
});
