import { NodeFault } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { DateTime, type DateTimeUnit, type DurationUnit, Info } from 'luxon';
import { formatMoment, luxonTokens } from './moment-tokens.js';
import { type ParseDateOptions, parseDate } from './parse-date.js';

/** What the parameters of the node say; those of other operations hold their defaults. */
export interface DateParameters {
  date: unknown;
  startDate: unknown;
  endDate: unknown;
  includeTime: boolean;
  duration: number;
  unit: string;
  format: string;
  mode: 'down' | 'up';
  to: string;
  part: string;
  units: string[];
  options: {
    timezone?: string;
    inWorkflowZone?: boolean;
    fromFormat?: string;
    isoDuration?: boolean;
  };
  compat: { moment?: boolean; readZone?: string; naiveUtc?: boolean };
}
interface Surroundings {
  /** IANA zone of the workflow. */
  timezone: string;
  /** Epoch milliseconds. */
  now: number;
  itemIndex: number;
}
interface Operation {
  label: string;
  /** Output field when a person names none. */
  defaultField: string;
  /** `undefined` sets no field. */
  compute(p: DateParameters, at: Surroundings): JsonValue | undefined;
}

/** Each operation, by its value in the node's parameters. */
export const OPERATIONS = {
  now: {
    label: 'current date and time',
    defaultField: 'currentDate',
    compute(p, at) {
      const now = DateTime.fromMillis(at.now, { zone: checkedZone(p.options.timezone || at.timezone, at.itemIndex) });
      return (p.includeTime ? now : now.startOf('day')).toISO();
    },
  },
  add: { label: 'add', defaultField: 'newDate', compute: (p, at) => moved(p, at, 1) },
  subtract: { label: 'subtract', defaultField: 'newDate', compute: (p, at) => moved(p, at, -1) },
  format: { label: 'format', defaultField: 'formattedDate', compute: formatted },
  round: {
    label: 'round',
    defaultField: 'roundedDate',
    compute(p, at) {
      const unit = p.to as DateTimeUnit;
      const start = parseDate(p.date, inZone(p, at)).startOf(unit);
      return (p.mode === 'up' ? start.plus({ [unit]: 1 }) : start).toISO();
    },
  },
  extract: {
    label: 'part',
    defaultField: 'datePart',
    compute(p, at) {
      const date = parseDate(p.date, inZone(p, at));
      return p.part === 'week' ? date.weekNumber : date.get(p.part as 'year');
    },
  },
  between: {
    label: 'time between',
    defaultField: 'timeDifference',
    compute(p, at) {
      const read = inZone(p, at);
      const difference = parseDate(p.endDate, read).diff(parseDate(p.startDate, read), p.units as DurationUnit[]);
      return p.options.isoDuration ? (difference.toISO() ?? '') : (difference.toObject() as JsonObject);
    },
  },
} satisfies Record<string, Operation>;

/** What a date is read and worked with in: the zone of the workflow; UTC where the first version reads one that names none. */
function inZone(p: DateParameters, { timezone, itemIndex }: Surroundings): ParseDateOptions {
  const naiveZone = p.compat.moment || p.compat.naiveUtc ? 'UTC' : timezone;
  return { zone: p.compat.moment ? 'UTC' : timezone, naiveZone, itemIndex };
}

function moved(p: DateParameters, at: Surroundings, direction: 1 | -1): JsonValue {
  const { itemIndex } = at;
  const date = parseDate(p.date, { ...inZone(p, at), fromFormat: fromFormat(p) });
  const result = date.plus({ [p.unit]: direction * p.duration });
  if (result.isValid) return result.toISO();
  throw new NodeFault('The result is beyond the dates that can be told', {
    description: `Adding ${direction * p.duration} ${p.unit} leaves the range of dates.`,
    itemIndex,
  });
}

function formatted(p: DateParameters, { timezone, itemIndex }: Surroundings): JsonValue | undefined {
  // No date gives no text rather than a fault: lists of people's dates have gaps.
  if (p.date === null || p.date === undefined) return p.date;
  const wanted = p.options.timezone ? checkedZone(p.options.timezone, itemIndex) : undefined;
  if (p.compat.moment) {
    const naiveZone = p.compat.readZone ? checkedZone(p.compat.readZone, itemIndex) : timezone;
    const read = { zone: wanted ?? naiveZone, naiveZone, itemIndex, fromFormat: fromFormat(p) };
    return formatMoment(parseDate(p.date, read), p.format);
  }
  const zone = wanted ?? (p.options.inWorkflowZone ? timezone : undefined);
  const read = p.compat.naiveUtc ? {} : { naiveZone: timezone, keepZone: true };
  return parseDate(p.date, { ...read, zone, itemIndex, fromFormat: fromFormat(p) }).toFormat(p.format);
}

function fromFormat(p: DateParameters): string | undefined {
  const format = p.options.fromFormat || undefined;
  return format && p.compat.moment ? luxonTokens(format) : format;
}

function checkedZone(zone: string, itemIndex: number): string {
  if (Info.normalizeZone(zone).isValid) return zone;
  throw new NodeFault(`"${zone}" is not a time zone`, {
    description: 'Use a name such as Europe/Berlin or America/New_York.',
    itemIndex,
    retryable: false,
  });
}
