import { defineNode, param } from '@orchestrator/node-sdk';
import { judgeItems } from '../conditions/judge-items.js';

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
  // What was dropped is on record behind the node's only output; no edge leads there.
  run: judgeItems,
});
