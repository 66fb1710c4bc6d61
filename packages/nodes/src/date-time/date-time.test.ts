import { jsonOf, runNode } from '@orchestrator/node-sdk/test-kit';
import type { JsonObject } from '@orchestrator/workflow';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { dateTime } from './date-time.node.js';

const timezone = 'America/New_York';
const MORNING = '2026-03-08T06:59:30.000Z'; // a minute before clocks go forward in New York
const run = async (parameters: JsonObject, items: JsonObject[] = [{ a: 1 }]) =>
  jsonOf(await runNode(dateTime, { parameters, items, timezone, now: Date.UTC(2026, 0, 1, 3) }))[0];

describe('current date', () => {
  test('in the zone of the workflow', async () => {
    expect(await run({})).toEqual({ currentDate: '2025-12-31T22:00:00.000-05:00' });
  });
  test('in another zone, without the time', async () => {
    const options = { timezone: 'Asia/Tokyo' };
    expect(await run({ includeTime: false, options })).toEqual({ currentDate: '2026-01-01T00:00:00.000+09:00' });
  });
  test('at an offset', async () => {
    expect(await run({ options: { timezone: 'UTC+3' } })).toEqual({ currentDate: '2026-01-01T06:00:00.000+03:00' });
  });
  test('in a zone that does not exist', async () => {
    await expect(run({ options: { timezone: 'Mars/Olympus' } })).rejects.toThrow('not a time zone');
  });
});

test.each([
  [{ operation: 'add', unit: 'days', duration: 1 }, '2026-03-09T01:59:30.000-04:00'],
  [{ operation: 'add', unit: 'hours', duration: 1 }, '2026-03-08T03:59:30.000-04:00'],
  [{ operation: 'subtract', unit: 'quarters', duration: 1 }, '2025-12-08T01:59:30.000-05:00'],
])('%j gives %s', async (parameters, newDate) => {
  expect(await run({ ...parameters, date: MORNING })).toEqual({ newDate });
});

test.each([
  [{ to: 'year' }, '2026-01-01T00:00:00.000-05:00'],
  [{ to: 'week', mode: 'up' }, '2026-03-09T00:00:00.000-04:00'],
  [{ to: 'minute' }, '2026-03-08T01:59:00.000-05:00'],
])('rounding %j gives %s', async (parameters, roundedDate) => {
  expect(await run({ operation: 'round', ...parameters, date: MORNING })).toEqual({ roundedDate });
});

test.each([
  ['week', MORNING, 10],
  ['hour', MORNING, 1],
  ['hour', '2023-04-11T14:30:00', 14],
  ['hour', 'April 11, 2023 2:30 PM', 14],
  ['hour', 'April 11, 2023 2:30 PM GMT', 10],
  ['hour', '2023-04-11T14:30:00+05:00', 5],
])('the %s of %s is %d', async (part, date, datePart) => {
  expect(await run({ operation: 'extract', part, date })).toEqual({ datePart });
});

describe('a date that names no zone', () => {
  const naive = '2026-11-24T23:30:00';
  const imported = { compat: { naiveUtc: true } };
  test.each([
    [{ operation: 'add', unit: 'days', duration: 1 }, '2026-11-25T23:30:00.000-05:00', '2026-11-25T18:30:00.000-05:00'],
    [{ operation: 'round', to: 'day' }, '2026-11-24T00:00:00.000-05:00', '2026-11-24T00:00:00.000-05:00'],
    [{ operation: 'extract', part: 'hour' }, 23, 18],
    [{ operation: 'format', format: 'dd HH ZZ' }, '24 23 -05:00', '24 23 +00:00'],
  ])('%j is read in the zone of the workflow, and in UTC where it was imported', async (parameters, native, n8n) => {
    expect(Object.values((await run({ ...parameters, date: naive })) ?? {})).toEqual([native]);
    expect(Object.values((await run({ ...parameters, ...imported, date: naive })) ?? {})).toEqual([n8n]);
  });
  test('is formatted as it stands, as is one that names its zone; a timestamp in the zone of the workflow', async () => {
    const format = async (date: unknown, options = {}) =>
      Object.values((await run({ operation: 'format', format: 'dd.MM. HH:mm', date, options } as JsonObject)) ?? {})[0];
    expect(await format('2026-11-24')).toBe('24.11. 00:00');
    expect(await format('2026-11-24T23:30:00Z')).toBe('24.11. 23:30');
    expect(await format('2026-11-24T23:30:00-08:00')).toBe('24.11. 23:30');
    expect(await format('2026-11-24T23:30:00+05:30')).toBe('24.11. 23:30');
    expect(await format('24/11/2026 9:15', { fromFormat: 'dd/MM/yyyy H:mm' })).toBe('24.11. 09:15');
    expect(await format(Date.UTC(2026, 10, 24, 12))).toBe('24.11. 07:00');
    expect(await format('2026-11-24T12:00:00Z', { inWorkflowZone: true })).toBe('24.11. 07:00');
    expect(await format('2026-11-24T12:00:00', { timezone: 'Europe/Berlin' })).toBe('24.11. 18:00');
  });
});

describe('time between', () => {
  const dates = { operation: 'between', startDate: '2024-02-29T00:00:00Z', endDate: MORNING };
  test('in several units, the last with a fraction', async () => {
    expect(await run({ ...dates, units: ['day', 'hour', 'minute'] })).toEqual({
      timeDifference: { days: 738, hours: 6, minutes: 59.5 },
    });
  });
  test('as an ISO duration', async () => {
    const options = { isoDuration: true };
    expect(await run({ ...dates, units: ['day', 'hour'], options })).toEqual({
      timeDifference: expect.stringMatching(/^P738DT6\.99/),
    });
  });
});

describe('format', () => {
  test.each([
    ['2026-03-08T06:59:30.000Z', 'yyyy-MM-dd HH:mm', {}, '2026-03-08 06:59'],
    ['2026-03-08T06:59:30.000Z', 'yyyy-MM-dd HH:mm', { inWorkflowZone: true }, '2026-03-08 01:59'],
    ['2026-03-08T10:00:00+02:00', 'HH:mm', {}, '10:00'],
    [1682918315906, 'yyyy/MM/dd', {}, '2023/05/01'],
    ['1682918315.906', 'yyyy/MM/dd', {}, '2023/05/01'],
    [1682918315, 'yyyy/MM/dd', {}, '2023/05/01'],
    ['08.03.2026', 'yyyy-MM-dd', { fromFormat: 'dd.MM.yyyy' }, '2026-03-08'],
  ])('%s as %s %j is %s', async (date, format, options, formattedDate) => {
    expect(await run({ operation: 'format', date, format, options })).toEqual({ formattedDate });
  });
  test('what is empty stays empty', async () => {
    expect(await run({ operation: 'format', date: null })).toEqual({ formattedDate: null });
    expect(await run({ operation: 'format' })).toEqual({});
  });
  test('a date-time of an expression keeps its zone', async () => {
    const result = await runNode(dateTime, {
      parameters: { operation: 'format', date: '=now', format: 'HH:mm' },
      expression: () => DateTime.fromISO(MORNING, { zone: timezone }),
    });
    expect(jsonOf(result)).toEqual([{ formattedDate: '01:59' }]);
  });
  test('beside the fields of the item', async () => {
    const parameters = {
      operation: 'format',
      date: MORNING,
      outputField: 'out.x',
      options: { includeInputFields: true },
    };
    expect(await run(parameters)).toEqual({ a: 1, 'out.x': '03/08/2026' });
  });
});

describe('what is no date', () => {
  test.each(['no date', '', {}, '2026-13-45'])('%j', async (date) => {
    await expect(run({ operation: 'format', date })).rejects.toThrow("can't be read as a date");
  });
  test('can stand on the item, the others going on', async () => {
    const result = await runNode(dateTime, {
      parameters: { operation: 'format', date: '=d' },
      items: [{ d: 'no' }, { d: MORNING }],
      expression: (_, { items, itemIndex }) => items[itemIndex]?.json.d,
      continueOnFail: true,
    });
    expect(jsonOf(result)).toEqual([{ error: expect.any(String) }, { formattedDate: '03/08/2026' }]);
  });
});

test.each([
  ['uuu'.repeat(40).replaceAll('uuu', 'uduM'), '1'.repeat(150)],
  ["yyyy-MM-dd 'x' MM", '2026-01-01 x 01'],
])('reading by the format %s is refused, at once', async (fromFormat, date) => {
  await expect(run({ operation: 'format', date, options: { fromFormat } })).rejects.toThrow('twice');
});

describe('as the first version did', () => {
  const first = { compat: { moment: true }, outputField: 'data' };
  test.each([
    ['YYYY/MM/DD', '2026/03/08'],
    ['dddd, MMMM Do YYYY', 'Sunday, March 8th 2026'],
    ['[at] h:mm a Z', 'at 1:59 am -05:00'],
    ['X', '1772953170'],
    ['DDDo, wo, d dd ddd', '67th, 11th, 0 Su Sun'],
    ['ss.SSS kk LT', '30.000 01 1:59 AM'],
  ])("Moment's %s is %s", async (format, data) => {
    expect(await run({ ...first, operation: 'format', date: MORNING, format })).toEqual({ data });
  });
  test('reads Moment tokens, in a zone of its own', async () => {
    const parameters = {
      operation: 'format',
      date: '14/02/2020 10:00',
      format: 'YYYY-MM-DD HH:mm',
      outputField: 'x.y',
    };
    const options = { fromFormat: 'DD/MM/YYYY HH:mm', timezone: 'UTC' };
    const compat = { moment: true, readZone: 'Europe/Berlin' };
    expect(await run({ ...parameters, options, compat })).toEqual({ x: { y: '2020-02-14 09:00' } });
  });
  test('calculates in UTC', async () => {
    const parameters = { ...first, operation: 'add', date: MORNING, duration: 2, unit: 'days' };
    expect(await run(parameters)).toEqual({ data: '2026-03-10T06:59:30.000Z' });
  });
});
