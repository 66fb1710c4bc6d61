import { defineNode } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { fieldNames } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
import { findMatches } from '../matching/find-matches.js';
import { requireFields } from '../matching/require-fields.js';
import type { SourcedItem } from '../matching/sourced-item.js';
import { counted, named } from '../subtitle/counted.js';
import { de } from './compare-datasets.de.js';
import { docs } from './compare-datasets.docs.js';
import { compareDatasetsParameters } from './compare-datasets.parameters.js';
import { compareItems } from './compare-items.js';
import { resolveDifference } from './resolve-difference.js';

export const compareDatasets = defineNode({
  type: 'compareDatasets',
  version: 1,
  label: 'Compare datasets',
  summary: 'Finds what two lists share, where they differ, and what only one of them has.',
  keywords: ['diff', 'difference', 'sync', 'match', 'same', 'changes'],
  actions: [{ label: 'Compare two lists of items' }, { label: 'Find items that are new, changed or gone' }],
  docs,
  translations: { de },
  group: 'data',
  icon: 'git-compare',
  subtitle: (raw, say) => {
    const fields = named(raw.fields, (count) => counted(say, count, '1 field', '{count} fields'), 'field1');
    return fields === '' ? '' : say('by {fields}', { fields });
  },
  inputs: [{ name: 'Input A' }, { name: 'Input B' }],
  outputs: [{ name: 'Only in A' }, { name: 'Same' }, { name: 'Different' }, { name: 'Only in B' }],
  requiredInputs: () => 1,
  parameters: compareDatasetsParameters,
  effect: 'pure',
  async run(ctx) {
    const p = await ctx.parameters(0);
    const how = { ...p, skip: fieldNames(p.skipFields) };
    const [first, second] = [sourced(ctx.input(0) ?? [], 0), sourced(ctx.input(1) ?? [], 1)];
    requireFields(first, second, p);
    const found = await ctx.inTurns(findMatches(first, second, p));
    const same: Item[] = [];
    const different: Item[] = [];
    const made = new MadeFields();
    const compare = function* (): Generator<void, void> {
      for (const { item, matches } of found.matched) {
        for (const match of matches) {
          yield;
          const comparison = compareItems(item.json, match.json, how);
          if (Object.keys(comparison.different).length > 0) {
            made.addItem(item.json);
            made.addItem(match.json);
            different.push(resolveDifference(item, match, comparison, p));
          } else same.push(p.fuzzy && p.resolve === 'preferInput2' ? match : item);
        }
      }
    };
    await ctx.inTurns(compare());
    return [found.unmatched1, same, different, found.unmatched2];
  },
});

function sourced(items: readonly Item[], input: number): SourcedItem[] {
  return items.map((item, index) => ({ ...item, pairedItem: { item: index, input } }));
}
