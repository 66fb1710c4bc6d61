import { defineNode, eachItem, param, type Say } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { deleteField, getField, setField } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { counted, lengthOf } from '../subtitle/counted.js';
import { PatternRenamer } from './pattern-renamer.js';
import { de } from './rename-keys.de.js';
import { docs } from './rename-keys.docs.js';

export const renameKeys = defineNode({
  type: 'renameKeys',
  version: 1,
  label: 'Rename keys',
  summary: 'Gives fields other names, one by one or by a pattern.',
  keywords: ['field', 'property', 'map', 'regex', 'column'],
  actions: [{ label: 'Rename fields' }, { label: 'Rename fields by a pattern' }],
  docs,
  translations: { de },
  group: 'data',
  icon: 'pen-line',
  subtitle: renameLine,
  effect: 'pure',
  parameters: {
    keys: param.list({
      label: 'Fields to rename',
      itemLabel: 'field',
      opened: true,
      sortable: true,
      fields: {
        from: param.string({ label: 'Field', placeholder: 'customer.name' }),
        to: param.string({ label: 'New name', placeholder: 'customerName' }),
      },
    }),
    patterns: param.list({
      label: 'Patterns',
      itemLabel: 'pattern',
      description: 'Regular expressions that are replaced in the names of fields.',
      fields: {
        pattern: param.string({ label: 'Pattern', placeholder: '^old_' }),
        replacement: param.string({ label: 'Replacement', placeholder: 'new_' }),
        ignoreCase: param.boolean({ label: 'Capital letters are the same' }),
        depth: param.number({
          label: 'Depth',
          description: 'How far into objects to go: 0 for the item alone, -1 for all the way.',
          default: -1,
          integer: true,
        }),
      },
    }),
  },
  async run(ctx) {
    const renamer = new PatternRenamer(ctx.regex);
    const made = new MadeFields();
    return eachItem(ctx, async (item, index) => {
      const { keys, patterns } = await ctx.parameters(index);
      let json = keys.length > 0 ? structuredClone(item.json) : item.json;
      for (const { from, to } of keys) {
        if (from === '' || to === '' || from === to) continue;
        const value = getField(item.json, from);
        if (value === undefined) continue;
        made.addCopy(value);
        setField(json, to, structuredClone(value));
        deleteField(json, from);
      }
      for (const each of patterns) if (each.pattern !== '') json = await renamer.rename(json, each, each.depth);
      return { ...item, json, pairedItem: { item: index } };
    });
  },
});

function renameLine(raw: JsonObject, say: Say): string {
  const fields = lengthOf(raw.keys);
  const patterns = lengthOf(raw.patterns);
  const parts = [
    fields > 0 ? counted(say, fields, '1 field', '{count} fields') : '',
    patterns > 0 ? counted(say, patterns, '1 pattern', '{count} patterns') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
