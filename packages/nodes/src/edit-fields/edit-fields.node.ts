import { defineNode, eachItem, NodeFault, param, whenReady } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { MadeFields } from '../field-path/made-fields.js';
import { counted, lengthOf } from '../subtitle/counted.js';
import { toJsonValue } from '../value-types/json-value.js';
import { assignFields } from './assign-fields.js';
import { copyFields, putField } from './copy-fields.js';
import { de } from './edit-fields.de.js';
import { docs } from './edit-fields.docs.js';
import { jsonObjectFrom, jsonSource } from './json-template.js';

/** Copies of one item that a test run may ask for; enough to try a workflow with. */
const MAX_COPIES = 10_000;
/** Characters of JSON that take about as much memory as a field, once they are read. */
const CHARACTERS_A_FIELD = 16;

export const editFields = defineNode({
  type: 'editFields',
  version: 1,
  label: 'Edit fields',
  summary: 'Sets, changes, keeps or drops fields of each item.',
  keywords: ['set', 'map', 'rename', 'transform', 'assign', 'json', 'value'],
  actions: [
    { label: 'Set or change fields', parameters: { mode: 'fields', include: 'all' } },
    { label: 'Keep only some fields', parameters: { mode: 'fields', include: 'selected' } },
    { label: 'Write an item as JSON', parameters: { mode: 'json' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'pencil',
  parameters: {
    mode: param.options({
      label: 'Mode',
      literal: true,
      choices: [
        { value: 'fields', label: 'Field by field' },
        { value: 'json', label: 'JSON', description: 'Write the item as JSON, with expressions in it.' },
      ],
    }),
    fields: param.assignments({ label: 'Fields to set', show: { mode: ['fields'] } }),
    json: { ...param.json({ label: 'JSON', literal: true, show: { mode: ['json'] } }), default: '{}' },
    include: param.options({
      label: "Input item's other fields",
      default: 'none',
      choices: [
        { value: 'none', label: 'Drop' },
        { value: 'all', label: 'Keep all' },
        { value: 'selected', label: 'Keep those named' },
        { value: 'except', label: 'Keep all but those named' },
      ],
    }),
    includeFields: param.string({
      label: 'Names of fields',
      description: 'Separated by commas.',
      placeholder: 'name, address.city',
      show: { include: ['selected', 'except'] },
    }),
    keepBinary: param.boolean({ label: 'Keep files', description: "Keep the input item's files.", default: true }),
    dotNotation: param.boolean({
      label: 'Dots reach into objects',
      description: 'A name such as a.b means the field b of the object a.',
      default: true,
    }),
    conversion: param.options({
      label: 'When a value is not of its type',
      choices: [
        { value: 'strict', label: 'Convert it, or stop with an error' },
        { value: 'lenient', label: 'Convert it, or keep it as it is' },
        { value: 'numbers', label: 'Keep it as it is, but read numbers in text' },
        { value: 'none', label: 'Keep it as it is' },
      ],
      show: { mode: ['fields'] },
    }),
    copies: param.number({
      label: 'Copies in test runs',
      description: 'How many more times to give each item when you run by hand.',
      integer: true,
      min: 0,
      max: MAX_COPIES,
      literal: true,
    }),
  },
  effect: 'pure',
  subtitle: (raw, say) =>
    raw.mode === 'json'
      ? 'JSON'
      : lengthOf(raw.fields) === 0
        ? ''
        : counted(say, lengthOf(raw.fields), '1 field', '{count} fields'),
  run(ctx) {
    const source = ctx.raw.mode === 'json' ? jsonSource(ctx.raw.json ?? '{}') : undefined;
    const { mode: execution } = ctx.execution;
    const made = new MadeFields();
    return eachItem(ctx, (item, index) =>
      whenReady(ctx.parameters(index), (p) => {
        const path = { dotNotation: p.dotNotation };
        const out: Item = {
          json: copyFields(item.json, p.include, p.includeFields, path),
          pairedItem: { item: index },
        };
        if (p.keepBinary && item.binary) out.binary = item.binary;
        const copies = execution === 'manual' ? Math.min(p.copies, MAX_COPIES) : 0;
        const copied = () => {
          if (copies === 0) return out;
          made.addItem(out.json, copies);
          return Array.from({ length: copies + 1 }, () => ({ ...out }));
        };
        if (source) {
          made.add(String(ctx.raw.json ?? '').length / CHARACTERS_A_FIELD);
          return jsonObjectFrom(source, (value) => ctx.evaluate(value, index).catch(ofJson), index).then((given) => {
            for (const [name, value] of Object.entries(given)) putField(out.json, name, toJsonValue(value), path);
            return copied();
          });
        }
        const { conversion: mode, fields } = p;
        for (const { type, value } of fields) made.add(sizeOf(type, value));
        assignFields(out, item, fields, { mode, path, timezone: ctx.timezone, itemIndex: index, parameter: 'fields' });
        return copied();
      }),
    );
  },
});

/** A fault of an expression in the JSON. */
function ofJson(error: unknown): never {
  throw error instanceof NodeFault ? error.at({ parameter: 'json' }) : error;
}

/** How many fields a field that is set may become: lists and objects may come as text. */
function sizeOf(type: string, value: unknown): number {
  return type !== 'string' && typeof value === 'string' ? 1 + value.length / CHARACTERS_A_FIELD : 1;
}
