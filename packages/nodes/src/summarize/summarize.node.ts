import { defineNode, NodeFault, param, type Say } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { fieldNames, hasField } from '../field-path/field-path.js';
import { counted, named } from '../subtitle/counted.js';
import { inLine } from '../subtitle/in-line.js';
import { shownValue } from '../subtitle/shown-value.js';
import { type Aggregation, LABELS } from './aggregations.js';
import { groupsOf, nestedSummary, rowsOf } from './groups.js';
import { de } from './summarize.de.js';
import { docs } from './summarize.docs.js';

export const summarize = defineNode({
  type: 'summarize',
  version: 1,
  label: 'Summarize',
  summary: 'Counts, adds up, averages or gathers fields of items, in groups if you like, as a pivot table does.',
  keywords: ['pivot', 'group by', 'sum', 'count', 'average', 'statistics', 'item lists'],
  actions: [
    { label: 'Count items', parameters: { fields: [{ aggregation: 'count', field: 'id' }] } },
    { label: 'Add up a field', parameters: { fields: [{ aggregation: 'sum', field: '' }] } },
    { label: 'Average a field', parameters: { fields: [{ aggregation: 'average', field: '' }] } },
    {
      label: 'Group items and count or add up',
      parameters: { fields: [{ aggregation: 'sum', field: '' }], splitBy: '' },
    },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'sigma',
  effect: 'pure',
  subtitle: summaryLine,
  parameters: {
    fields: param.list({
      label: 'Fields to summarize',
      itemLabel: 'field',
      opened: true,
      sortable: true,
      fields: {
        aggregation: param.options({
          label: 'Aggregation',
          default: 'count',
          choices: (Object.keys(LABELS) as Aggregation[]).map((value) => ({ value, label: LABELS[value] })),
        }),
        field: param.string({ label: 'Field', required: true, placeholder: 'cost' }),
        includeEmpty: param.boolean({
          label: 'Count empty values too',
          show: { aggregation: ['append', 'concatenate', 'count', 'countUnique'] },
        }),
        separator: param.string({
          label: 'Separator',
          default: ',',
          description: 'Stands between the values.',
          show: { aggregation: ['concatenate'] },
        }),
      },
    }),
    splitBy: param.string({
      label: 'Group by',
      placeholder: 'country, city',
      description: 'Fields whose values make the groups, separated by commas.',
    }),
    options: param.collection({
      label: 'Options',
      fields: {
        dotNotation: param.boolean({ label: 'Dots reach into objects', default: true }),
        output: param.options({
          label: 'Output',
          choices: [
            { value: 'items', label: 'An item for each group' },
            { value: 'one', label: 'All groups in one item' },
          ],
        }),
        skipEmptyGroups: param.boolean({ label: 'Leave out items without a value to group by' }),
      },
    }),
    compat: param.collection({
      label: 'Behaviour of older versions',
      legacy: true,
      fields: { requireField: param.boolean({ label: 'Fail when a field is in none of the items' }) },
    }),
  },
  async run(ctx) {
    if (ctx.items.length === 0) return [[]];
    const { fields, splitBy, options, compat } = await ctx.parameters(0);
    if (fields.length === 0) throw new NodeFault('No fields to summarize are named', { description: 'Add a field.' });
    const path = { dotNotation: options.dotNotation };
    for (const { field } of fields) {
      if (field === '') throw new NodeFault('The name of a field to summarize is empty');
      if (compat.requireField && !ctx.items.some((item) => hasField(item.json, field, path))) {
        throw new NodeFault(`No item has a field "${field}" to summarize`);
      }
    }
    const skipEmpty = options.skipEmptyGroups ?? false;
    const groups = await ctx.inTurns(groupsOf(ctx.items, fieldNames(splitBy), path, skipEmpty));
    if (options.output === 'one') {
      const pairedItem = ctx.items.map((_, item) => ({ item }));
      return [[{ json: await ctx.inTurns(nestedSummary(groups, fields, path)), pairedItem }]];
    }
    return [await ctx.inTurns(rowsOf(groups, fields, path))];
  },
});

function summaryLine(raw: JsonObject, say: Say): string {
  const fields = Array.isArray(raw.fields) ? raw.fields : [];
  const { aggregation, field } = (fields[0] ?? {}) as { aggregation?: unknown; field?: unknown };
  const name =
    typeof aggregation === 'string' && Object.hasOwn(LABELS, aggregation) ? LABELS[aggregation as Aggregation] : '';
  const what =
    fields.length > 1
      ? counted(say, fields.length, '1 figure', '{count} figures')
      : `${inLine(say, name)} ${shownValue(field)}`.trim();
  const by = named(raw.splitBy, (count) => counted(say, count, '1 field', '{count} fields'));
  return [what, by === '' ? '' : say('by {fields}', { fields: by })].filter((part) => part !== '').join(' ');
}
