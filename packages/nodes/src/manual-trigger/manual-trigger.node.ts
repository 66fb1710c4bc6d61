import { defineNode } from '@orchestrator/node-sdk';
import { de } from './manual-trigger.de.js';
import { docs } from './manual-trigger.docs.js';

export const manualTrigger = defineNode({
  type: 'manualTrigger',
  version: 1,
  label: 'Manual trigger',
  summary: 'Starts the workflow when you press Run.',
  keywords: ['start', 'run', 'test', 'click', 'button'],
  actions: [{ label: 'Start by hand' }],
  docs,
  translations: { de },
  group: 'trigger',
  icon: 'mouse-pointer-click',
  subtitle: (_, say) => say('by hand'),
  kind: 'trigger',
  inputs: [],
  parameters: {},
  effect: 'pure',
  trigger: { kind: 'manual' },
});
