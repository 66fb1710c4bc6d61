import { defineNode, NodeFault, param } from '@orchestrator/node-sdk';
import { fieldNames, hasField } from '../field-path/field-path.js';
import { type Aggregation, LABELS } from './aggregations.js';
import { groupsOf, nestedSummary, rowsOf } from './groups.js';

export const summarize = defineNode({
  type: 'summarize',
  version: 1,
  label: 'Summarize',
  summary: 'Count, add up, average or gather fields of items, in groups if you like, as a pivot table does',
  keywords: ['pivot', 'group by', 'sum', 'count', 'average', 'statistics', 'item lists'],
  group: 'data',
  icon: 'file:icon.svg',
  effect: 'pure',
  subtitle: (raw) => (raw.splitBy ? `by ${raw.splitBy}` : ''),
  parameters: {
    fields: param.list({
      label: 'Fields to summarize',
      itemLabel: 'Field',
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
        dotNotation: param.boolean({ label: 'Dots lead into objects', default: true }),
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
    const groups = groupsOf(ctx.items, fieldNames(splitBy), path, options.skipEmptyGroups ?? false);
    if (options.output === 'one') {
      const pairedItem = ctx.items.map((_, item) => ({ item }));
      return [[{ json: nestedSummary(groups, fields, path), pairedItem }]];
    }
    return [rowsOf(groups, fields, path)];
  },
});
