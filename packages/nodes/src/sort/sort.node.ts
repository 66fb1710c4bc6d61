import { defineNode, NodeFault, param, type Say } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { hasField } from '../field-path/field-path.js';
import { counted, named } from '../subtitle/counted.js';
import { orderByCode } from './order-by-code.js';
import { orderByFields } from './order-by-fields.js';
import { de } from './sort.de.js';
import { docs } from './sort.docs.js';

export const sort = defineNode({
  type: 'sort',
  version: 1,
  label: 'Sort',
  summary: 'Puts items in order, by fields or by your own code, or shuffles them.',
  keywords: ['order', 'arrange', 'shuffle', 'random', 'item lists'],
  actions: [
    { label: 'Sort items by fields', parameters: { by: 'fields' } },
    { label: 'Shuffle items', parameters: { by: 'random' } },
    { label: 'Sort items by code', parameters: { by: 'code' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'arrow-up-down',
  effect: 'pure',
  subtitle: sortLine,
  parameters: {
    by: param.options({
      label: 'Sort',
      choices: [
        { value: 'fields', label: 'By fields' },
        { value: 'random', label: 'Randomly' },
        { value: 'code', label: 'By code' },
      ],
    }),
    fields: param.list({
      label: 'Fields',
      itemLabel: 'field',
      opened: true,
      sortable: true,
      description: 'The second counts where the first is equal, and so on.',
      show: { by: ['fields'] },
      fields: {
        field: param.string({ label: 'Field', required: true, placeholder: 'customer.name' }),
        order: param.options({
          label: 'Order',
          choices: [
            { value: 'ascending', label: 'Ascending' },
            { value: 'descending', label: 'Descending' },
          ],
        }),
      },
    }),
    code: param.code({
      label: 'Code',
      language: 'javascript',
      description: 'Compares items a and b: return less than 0 when a comes first, more than 0 when b does, else 0.',
      default: 'return a.json.name < b.json.name ? -1 : 1;',
      show: { by: ['code'] },
    }),
    options: param.collection({
      label: 'Options',
      show: { by: ['fields'] },
      fields: { dotNotation: param.boolean({ label: 'Dots reach into objects', default: true }) },
    }),
  },
  async run(ctx) {
    if (ctx.items.length === 0) return [[]];
    const { by, fields, code, options } = await ctx.parameters(0);
    let order: readonly number[];
    if (by === 'random') order = shuffled(ctx.items.length);
    else if (by === 'code') order = await orderByCode(ctx.code, code, ctx.items.length);
    else {
      if (fields.length === 0) throw new NodeFault('No fields to sort by are named', { description: 'Add a field.' });
      await ctx.inTurns(requireFields(ctx.items, fields, options));
      const objects = ctx.items.map((item) => item.json);
      order = await ctx.inTurns(orderByFields(objects, fields, options));
    }
    return [order.map((index) => ({ ...at(ctx.items, index), pairedItem: { item: index } }))];
  },
});

function at(items: readonly Item[], index: number): Item {
  return items[index] as Item;
}

/** One field a step. */
function* requireFields(
  items: readonly Item[],
  fields: readonly { field: string }[],
  path: { dotNotation?: boolean },
): Generator<void, void> {
  for (const { field } of fields) {
    requireField(items, field, path);
    yield;
  }
}

function requireField(items: readonly Item[], field: string, path: { dotNotation?: boolean }): void {
  if (items.some((item) => hasField(item.json, field, path))) return;
  throw new NodeFault(`No item has a field "${field}" to sort by`, {
    description:
      path.dotNotation === false && field.includes('.')
        ? 'The name holds a dot: turn "Dots reach into objects" on to look inside objects.'
        : 'Check the spelling, or what the node before gives.',
  });
}

/** Indexes below `count` in random order (Fisher and Yates). */
function shuffled(count: number): number[] {
  const order = [...Array(count).keys()];
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order;
}

function sortLine(raw: JsonObject, say: Say): string {
  if (raw.by === 'random') return say('shuffle');
  if (raw.by === 'code') return say('by code');
  const fields = named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields'), 'field');
  return fields === '' ? '' : say('by {fields}', { fields });
}
