import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTime, nextTimes } from './next-time.js';

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
