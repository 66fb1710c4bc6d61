import { defineNode } from '@orchestrator/node-sdk';

export const manualTrigger = defineNode({
  type: 'manualTrigger',
  version: 1,
  label: 'Manual trigger',
  summary: 'Starts the workflow when you press Run.',
  keywords: ['start', 'run', 'test', 'click', 'button'],
  group: 'trigger',
  icon: 'file:icon.svg',
  kind: 'trigger',
  inputs: [],
  parameters: {},
  effect: 'pure',
  trigger: { kind: 'manual' },
});
