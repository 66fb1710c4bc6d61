import { defineNode, param } from '@orchestrator/node-sdk';
import { judgeItems } from '../conditions/judge-items.js';
import { conditionLine } from '../subtitle/condition-line.js';
import { de } from './if.de.js';
import { docs } from './if.docs.js';

export const ifNode = defineNode({
  type: 'if',
  version: 1,
  label: 'If',
  summary: 'Sends each item to one of two branches by conditions.',
  keywords: ['condition', 'branch', 'split', 'true', 'false', 'router'],
  actions: [{ label: 'Split items into two branches' }, { label: 'Check a condition' }],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'split',
  subtitle: (raw, say) => conditionLine(raw.conditions, say),
  outputs: [{ name: 'true' }, { name: 'false' }],
  parameters: {
    conditions: param.filter({ label: 'Conditions', description: 'Items that meet them go to the first output.' }),
  },
  effect: 'pure',
  run: judgeItems,
});
