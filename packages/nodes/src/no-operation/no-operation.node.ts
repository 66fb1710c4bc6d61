import { defineNode } from '@orchestrator/node-sdk';
import { de } from './no-operation.de.js';
import { docs } from './no-operation.docs.js';

export const noOperation = defineNode({
  type: 'noOperation',
  version: 1,
  label: 'No operation',
  summary: 'Passes its items on unchanged; a place to join or end branches.',
  keywords: ['nothing', 'pass', 'noop', 'join'],
  actions: [{ label: 'Do nothing' }, { label: 'Join branches in one place' }],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'arrow-right',
  subtitle: () => '',
  parameters: {},
  effect: 'pure',
  run: async (ctx) => [ctx.items],
});
