import { defineNode, eachItem, param, type Say } from '@orchestrator/node-sdk';
import type { Item, JsonObject, JsonValue } from '@orchestrator/workflow';
import { setField } from '../field-path/field-path.js';
import { inLine } from '../subtitle/in-line.js';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './date-time.de.js';
import { docs } from './date-time.docs.js';
import { OPERATIONS } from './operations.js';

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond'] as const;
const choicesOf = <const V extends string>(values: readonly V[]) =>
  values.map((value) => ({ value, label: `${value[0]?.toUpperCase()}${value.slice(1)}` }));
const on = (...operations: string[]) => ({ operation: operations });

export const dateTime = defineNode({
  type: 'dateTime',
  version: 1,
  label: 'Date & time',
  summary: 'Reads, formats, adds to, rounds and compares dates.',
  keywords: ['date', 'time', 'timestamp', 'calendar', 'now', 'format date', 'timezone', 'difference'],
  actions: [
    { label: 'Get the current date and time', parameters: { operation: 'now' } },
    { label: 'Add time to a date', parameters: { operation: 'add' } },
    { label: 'Subtract time from a date', parameters: { operation: 'subtract' } },
    { label: 'Format a date', parameters: { operation: 'format' } },
    { label: 'Round a date', parameters: { operation: 'round' } },
    { label: 'Get a part of a date', parameters: { operation: 'extract' } },
    { label: 'Get the time between two dates', parameters: { operation: 'between' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'calendar',
  effect: 'pure',
  subtitle: dateLine,
  parameters: {
    operation: param.options({
      label: 'Operation',
      choices: [
        { value: 'now', label: 'Current date and time' },
        { value: 'add', label: 'Add to a date' },
        { value: 'subtract', label: 'Subtract from a date' },
        { value: 'format', label: 'Format a date' },
        { value: 'round', label: 'Round a date' },
        { value: 'extract', label: 'Part of a date' },
        { value: 'between', label: 'Time between two dates' },
      ],
    }),
    date: param.any<unknown>({
      label: 'Date',
      control: 'dateTime',
      required: true,
      show: on('add', 'subtract', 'format', 'round', 'extract'),
    }),
    startDate: param.any<unknown>({ label: 'From', control: 'dateTime', required: true, show: on('between') }),
    endDate: param.any<unknown>({ label: 'To', control: 'dateTime', required: true, show: on('between') }),
    includeTime: param.boolean({ label: 'With the time', default: true, show: on('now') }),
    duration: param.number({ label: 'How much', default: 0, show: on('add', 'subtract') }),
    unit: param.options({
      label: 'Unit',
      default: 'days',
      choices: choicesOf([
        'years',
        'quarters',
        'months',
        'weeks',
        'days',
        'hours',
        'minutes',
        'seconds',
        'milliseconds',
      ]),
      show: on('add', 'subtract'),
    }),
    format: param.string({
      label: 'Format',
      default: 'MM/dd/yyyy',
      placeholder: 'yyyy-MM-dd HH:mm',
      description: "Luxon's tokens: yyyy year, MM month, dd day, HH hour, mm minute, ss second, EEEE weekday.",
      show: on('format'),
    }),
    mode: param.options({
      label: 'Round',
      choices: [
        { value: 'down', label: 'Down' },
        { value: 'up', label: 'Up' },
      ],
      show: on('round'),
    }),
    to: param.options({
      label: 'To the nearest',
      default: 'month',
      choices: choicesOf(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']),
      show: on('round'),
    }),
    part: param.options({
      label: 'Part',
      default: 'month',
      choices: choicesOf(['year', 'month', 'week', 'day', 'hour', 'minute', 'second']),
      show: on('extract'),
    }),
    units: param.multiOptions({ label: 'Units', default: ['day'], choices: choicesOf(UNITS), show: on('between') }),
    outputField: param.string({ label: 'Output field', default: '', description: 'Left empty: a name that fits.' }),
    options: param.collection({
      label: 'Options',
      fields: {
        includeInputFields: param.boolean({ label: 'Keep the fields of the item' }),
        timezone: param.string({ label: 'Time zone', format: 'timezone' }),
        inWorkflowZone: param.boolean({ label: "In the workflow's time zone" }),
        fromFormat: param.string({ label: 'Format of the date that is read', placeholder: 'dd.MM.yyyy' }),
        isoDuration: param.boolean({ label: 'Difference as an ISO 8601 duration', description: 'Such as P1DT2H.' }),
      },
    }),
    compat: param.collection({
      label: 'Behaviour of older versions',
      legacy: true,
      fields: {
        moment: param.boolean({
          label: 'As the first version did',
          description: "Formats in Moment's tokens (YYYY-MM-DD), calculations in UTC, dots in the output field nest.",
        }),
        readZone: param.string({ label: 'Time zone of dates that name none', format: 'timezone' }),
        naiveUtc: param.boolean({ label: 'Read dates that name no zone in UTC' }),
      },
    }),
  },
  async run(ctx) {
    return eachItem(ctx, async (item, index) => {
      const p = await ctx.parameters(index);
      const { defaultField, compute } = OPERATIONS[p.operation];
      const value: JsonValue | undefined = compute(p, { timezone: ctx.timezone, now: ctx.now(), itemIndex: index });
      const kept: Item = p.options.includeInputFields ? { ...item, json: structuredClone(item.json) } : { json: {} };
      if (value !== undefined) {
        setField(kept.json, p.outputField || defaultField, value, { dotNotation: p.compat.moment ?? false });
      }
      return { ...kept, pairedItem: { item: index } };
    });
  },
});

function dateLine(raw: JsonObject, say: Say): string {
  const operation = String(raw.operation);
  if (operation === 'format') return say('format {format}', { format: shownValue(raw.format) });
  if (operation === 'extract') return said(shownValue(raw.part), say);
  const sign = operation === 'add' ? '+' : operation === 'subtract' ? '−' : undefined;
  if (sign) return `${sign} ${shownValue(raw.duration)} ${said(shownValue(raw.unit), say)}`;
  if (operation === 'now') return say('now');
  if (operation === 'round') return say('round');
  return operation === 'between' ? say('time between two dates') : '';
}

/** A unit as its choice is called, in the middle of a line. */
function said(unit: string, say: Say): string {
  return inLine(say, `${unit.slice(0, 1).toUpperCase()}${unit.slice(1)}`);
}
