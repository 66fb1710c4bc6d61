import { defineTranslator } from '../translator.js';

export const manualTrigger = defineTranslator({
  type: 'n8n-nodes-base.manualTrigger',
  translate: () => ({ type: 'manualTrigger', version: 1, parameters: {} }),
});

/** The node that every workflow of n8n's first years began with. */
export const start = defineTranslator({
  type: 'n8n-nodes-base.start',
  translate: () => ({ type: 'manualTrigger', version: 1, parameters: {} }),
});
