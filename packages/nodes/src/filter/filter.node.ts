import { defineNode, param } from '@orchestrator/node-sdk';
import { judgeItems } from '../conditions/judge-items.js';
import { conditionLine } from '../subtitle/condition-line.js';
import { de } from './filter.de.js';
import { docs } from './filter.docs.js';

export const filter = defineNode({
  type: 'filter',
  version: 1,
  label: 'Filter',
  summary: 'Keeps the items that meet conditions and drops the rest.',
  keywords: ['condition', 'where', 'keep', 'remove', 'drop'],
  actions: [{ label: 'Keep items that match' }, { label: 'Drop items that do not match' }],
  docs,
  translations: { de },
  group: 'data',
  icon: 'funnel',
  subtitle: (raw, say) => conditionLine(raw.conditions, say),
  parameters: {
    conditions: param.filter({ label: 'Conditions', description: 'Items that meet them are kept.' }),
  },
  effect: 'pure',
  // What was dropped is on record behind the node's only output; no edge leads there.
  run: judgeItems,
});
