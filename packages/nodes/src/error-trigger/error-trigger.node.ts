import { defineNode } from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';
import { de } from './error-trigger.de.js';
import { docs } from './error-trigger.docs.js';

export const errorTrigger = defineNode({
  type: 'errorTrigger',
  version: 1,
  label: 'Error trigger',
  summary: 'Starts when a run of a workflow fails that names this one as its error workflow.',
  keywords: ['failure', 'alert', 'exception', 'catch', 'monitor'],
  actions: [{ label: 'Start when another workflow fails' }],
  docs,
  translations: { de },
  group: 'trigger',
  icon: 'triangle-alert',
  subtitle: (_, say) => say('of another workflow'),
  kind: 'trigger',
  trigger: { kind: 'error' },
  effect: 'pure',
  inputs: [],
  parameters: {},
  /** A run by hand has no failure to tell of, so it gets an example to build the workflow with. */
  async run(ctx) {
    const given = ctx.items.some((item) => Object.keys(item.json).length > 0);
    return [given ? ctx.items : [{ json: EXAMPLE }]];
  },
});

const EXAMPLE: JsonObject = {
  execution: {
    id: '231',
    url: 'https://orchestrator.example/executions/231',
    retryOf: '34',
    error: { message: 'An example of an error', stack: 'Where it happened' },
    lastNodeExecuted: 'The node that failed',
    mode: 'manual',
  },
  workflow: { id: '1', name: 'The workflow that failed' },
};
