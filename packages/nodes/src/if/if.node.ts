import { defineNode, param } from '@orchestrator/node-sdk';
import { judgeItems } from '../conditions/judge-items.js';

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
  run: judgeItems,
});
