import { defineNode } from '@orchestrator/node-sdk';

export const noOperation = defineNode({
  type: 'noOperation',
  version: 1,
  label: 'No operation',
  summary: 'Passes its items on unchanged; a place to join or end branches.',
  keywords: ['nothing', 'pass', 'noop', 'join'],
  group: 'flow',
  icon: 'file:icon.svg',
  parameters: {},
  effect: 'pure',
  run: async (ctx) => [ctx.items],
});
