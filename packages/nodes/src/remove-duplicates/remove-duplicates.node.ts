import { defineNode, NodeFault, param, type Say } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { fieldNames, getField, setField } from '../field-path/field-path.js';
import { counted, named } from '../subtitle/counted.js';
import { firstsOf, keysToCompare } from './compare-items.js';
import { de } from './remove-duplicates.de.js';
import { docs } from './remove-duplicates.docs.js';
import { DEFAULT_HISTORY_SIZE, forgetSeen, keepNew } from './seen-before.js';

const SEEN = { operation: ['seenBefore'] };
const WITHIN = { operation: ['withinInput'] };

export const removeDuplicates = defineNode({
  type: 'removeDuplicates',
  version: 1,
  label: 'Remove duplicates',
  summary: 'Leaves out items that are there twice, or that an earlier execution has seen.',
  keywords: ['unique', 'distinct', 'dedupe', 'deduplicate', 'new items only', 'item lists'],
  actions: [
    { label: 'Remove items that are there twice', parameters: { operation: 'withinInput' } },
    { label: 'Keep only items that earlier runs have not seen', parameters: { operation: 'seenBefore' } },
    { label: 'Forget the items seen so far', parameters: { operation: 'forget' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'copy-x',
  // What was seen is written with the step itself, so running the step again before that commit gives the same.
  effect: (raw) => ((raw.operation ?? 'withinInput') === 'withinInput' ? 'pure' : 'idempotent'),
  outputs: (raw) => (raw.operation === 'seenBefore' ? [{ name: 'kept' }, { name: 'discarded' }] : [{}]),
  subtitle: (raw, say) =>
    raw.operation === 'seenBefore'
      ? say('seen before')
      : raw.operation === 'forget'
        ? say('forget')
        : withinLine(raw, say),
  parameters: {
    operation: param.options({
      label: 'Operation',
      literal: true,
      choices: [
        { value: 'withinInput', label: 'Remove items that are in the input twice' },
        { value: 'seenBefore', label: 'Remove items that earlier executions have seen' },
        { value: 'forget', label: 'Forget what earlier executions have seen' },
      ],
    }),
    compare: param.options({
      label: 'Compare',
      show: WITHIN,
      choices: [
        { value: 'all', label: 'All fields' },
        { value: 'except', label: 'All fields but those named' },
        { value: 'selected', label: 'Only the fields named' },
      ],
    }),
    fields: param.string({
      label: 'Fields',
      placeholder: 'email, customer.id',
      description: 'Separated by commas.',
      show: { ...WITHIN, compare: ['except', 'selected'] },
    }),
    keepWhen: param.options({
      label: 'Keep an item when its value',
      show: SEEN,
      choices: [
        { value: 'new', label: 'Is new' },
        { value: 'higher', label: 'Is higher than any before' },
        { value: 'later', label: 'Is a date later than any before' },
      ],
    }),
    value: param.any<unknown>({
      label: 'Value',
      control: 'text',
      required: true,
      description: 'What tells items apart, such as {{ $json.id }}.',
      show: SEEN,
    }),
    options: param.collection({
      label: 'Options',
      fields: {
        dotNotation: param.boolean({ label: 'Dots reach into objects', default: true }),
        removeOtherFields: param.boolean({ label: 'Remove all fields that are not compared' }),
        scope: param.options({
          label: 'Remember for',
          choices: [
            { value: 'node', label: 'This node alone' },
            { value: 'workflow', label: 'All nodes of this workflow that remember for it' },
          ],
        }),
        historySize: param.number({
          label: 'Values to remember',
          default: DEFAULT_HISTORY_SIZE,
          min: 1,
          integer: true,
          description: 'When there are more, the oldest are forgotten.',
        }),
      },
    }),
    compat: param.collection({
      label: 'Behaviour of older versions',
      legacy: true,
      fields: {
        mixedTypes: param.boolean({ label: 'Let a field be missing, or of different types' }),
        nullIsAValue: param.boolean({ label: 'Take null as a type of its own' }),
        errorItem: param.boolean({ label: 'When going on after an error, give one item with the error' }),
      },
    }),
  },
  async run(ctx) {
    const p = await ctx.parameters(0);
    if (p.operation === 'forget') {
      await forgetSeen(ctx.state, p.options.scope ?? 'node');
      return [ctx.items.map((item, index) => ({ ...item, pairedItem: { item: index } }))];
    }
    if (p.operation === 'seenBefore') {
      const values: unknown[] = [];
      for (const index of ctx.items.keys()) values.push(await ctx.parameter('value', index));
      const kept = await keepNew(ctx.state, values, p.keepWhen, {
        scope: p.options.scope ?? 'node',
        historySize: p.options.historySize ?? DEFAULT_HISTORY_SIZE,
        timezone: ctx.timezone,
      });
      const items = ctx.items.map((item, index) => ({ ...item, pairedItem: { item: index } }));
      return [items.filter((_, index) => kept[index]), items.filter((_, index) => !kept[index])];
    }
    if (ctx.items.length === 0) return [[]];
    try {
      const path = { dotNotation: p.options.dotNotation };
      const names = p.compare === 'all' ? [] : fieldNames(p.fields);
      if (p.compare !== 'all' && names.length === 0) {
        throw new NodeFault('No fields to compare are named', { description: 'Fill in "Fields".' });
      }
      const keys = await ctx.inTurns(keysToCompare(ctx.items, p.compare, names, path));
      const firsts = await ctx.inTurns(firstsOf(ctx.items, keys, path, p.compat));
      const picked = (json: JsonObject): JsonObject => {
        const only: JsonObject = {};
        for (const key of keys) {
          const value = getField(json, key, path);
          if (value !== undefined) setField(only, key, value, path);
        }
        return only;
      };
      return [
        firsts.map(({ item, index }) =>
          p.options.removeOtherFields
            ? { json: picked(item.json), pairedItem: { item: index } }
            : { ...item, pairedItem: { item: index } },
        ),
      ];
    } catch (error) {
      if (!(ctx.continueOnFail && p.compat.errorItem && error instanceof NodeFault)) throw error;
      return [[{ json: { error: error.message }, pairedItem: { item: 0 }, error: { message: error.message } }]];
    }
  },
});

function withinLine(raw: JsonObject, say: Say): string {
  const fields = named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields'));
  if (raw.compare === 'selected' && fields !== '') return say('by {fields}', { fields });
  return raw.compare === 'except' && fields !== '' ? say('all but {fields}', { fields }) : say('by all fields');
}
