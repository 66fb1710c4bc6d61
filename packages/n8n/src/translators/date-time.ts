import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, objectAt, present } from './parameter-reading.js';

const OPERATIONS = {
  getCurrentDate: 'now',
  addToDate: 'add',
  subtractFromDate: 'subtract',
  formatDate: 'format',
  roundDate: 'round',
  extractDate: 'extract',
  getTimeBetweenDates: 'between',
};

/** The first version: format and calculate, in Moment's tokens, written beside the fields of the item. */
export const dateTimeV1 = defineTranslator({
  type: 'n8n-nodes-base.dateTime',
  versions: (version) => version < 2,
  translate({ parameters: p = {} }) {
    const options = objectAt(p.options);
    const calculates = p.action === 'calculate';
    return {
      type: 'dateTime',
      version: 1,
      parameters: present({
        operation: calculates ? chosen(p.operation, { add: 'add', subtract: 'subtract' }, 'add') : 'format',
        date: p.value ?? '',
        format: p.toFormat ?? 'MM/DD/YYYY',
        duration: p.duration ?? 0,
        unit: p.timeUnit ?? 'days',
        outputField: p.dataPropertyName ?? 'data',
        options: present({ includeInputFields: true, timezone: options.toTimezone, fromFormat: options.fromFormat }),
        compat: present({ moment: true, readZone: options.fromTimezone }),
      }),
    };
  },
});

export const dateTimeV2 = defineTranslator({
  type: 'n8n-nodes-base.dateTime',
  versions: (version) => version >= 2,
  translate({ parameters: p = {} }) {
    const operation = chosen(p.operation, OPERATIONS, 'now');
    const up = p.mode === 'roundUp';
    return {
      type: 'dateTime',
      version: 1,
      parameters: present({
        operation,
        date: operation === 'add' || operation === 'subtract' ? p.magnitude : p.date,
        startDate: p.startDate,
        endDate: p.endDate,
        includeTime: p.includeTime,
        duration: p.duration,
        unit: p.timeUnit,
        format: p.format === 'custom' ? (p.customFormat ?? '') : p.format,
        mode: up ? 'up' : 'down',
        to: (up ? p.to : p.toNearest) ?? 'month',
        part: p.part,
        units: p.units,
        outputField: p.outputFieldName,
        options: optionsOf(objectAt(p.options)),
        compat: { naiveUtc: true },
      }),
    };
  },
});

/** `timezone` is a zone's name for the current date and a switch for formatting. */
function optionsOf({ includeInputFields, timezone, fromFormat, isoString }: JsonObject): JsonObject {
  return present({
    includeInputFields,
    timezone: typeof timezone === 'string' ? timezone : undefined,
    inWorkflowZone: typeof timezone === 'boolean' ? timezone : undefined,
    fromFormat,
    isoDuration: isoString,
  });
}
