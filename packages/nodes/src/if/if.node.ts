import { defineNode, param } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { filterHolds } from '../conditions/evaluate-filter.js';

export const ifNode = defineNode({
  type: 'if',
  version: 1,
  label: 'If',
  summary: 'Sends each item to one of two branches by conditions.',
  keywords: ['condition', 'branch', 'split', 'true', 'false', 'router'],
  group: 'flow',
  icon: 'file:icon.svg',
  outputs: [{ name: 'true' }, { name: 'false' }],
  parameters: {
    conditions: param.filter({ label: 'Conditions', description: 'Items that meet them go to the first output.' }),
  },
  effect: 'pure',
  async run(ctx) {
    const yes: Item[] = [];
    const no: Item[] = [];
    for (const [itemIndex, item] of ctx.items.entries()) {
      let holds = false;
      try {
        const conditions = await ctx.parameter('conditions', itemIndex);
        holds = await filterHolds(conditions, { regex: ctx.regex, timezone: ctx.timezone, itemIndex });
      } catch (error) {
        // An item that can't be judged has not met the conditions.
        if (!ctx.continueOnFail) throw error;
      }
      (holds ? yes : no).push({ ...item, pairedItem: { item: itemIndex } });
    }
    return [yes, no];
  },
});
