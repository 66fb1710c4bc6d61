import { defineNode, param } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { filterHolds } from '../conditions/evaluate-filter.js';

export const filter = defineNode({
  type: 'filter',
  version: 1,
  label: 'Filter',
  summary: 'Keeps the items that meet conditions and drops the rest.',
  keywords: ['condition', 'where', 'keep', 'remove', 'drop'],
  group: 'data',
  icon: 'file:icon.svg',
  parameters: {
    conditions: param.filter({ label: 'Conditions', description: 'Items that meet them are kept.' }),
  },
  effect: 'pure',
  async run(ctx) {
    const kept: Item[] = [];
    const discarded: Item[] = [];
    for (const [itemIndex, item] of ctx.items.entries()) {
      let holds = false;
      try {
        const conditions = await ctx.parameter('conditions', itemIndex);
        holds = await filterHolds(conditions, { regex: ctx.regex, timezone: ctx.timezone, itemIndex });
      } catch (error) {
        if (!ctx.continueOnFail) throw error;
      }
      (holds ? kept : discarded).push({ ...item, pairedItem: { item: itemIndex } });
    }
    // What was dropped is on record behind the node's only output; no edge leads there.
    return [kept, discarded];
  },
});
