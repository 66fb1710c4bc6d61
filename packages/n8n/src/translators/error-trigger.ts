import { defineTranslator } from '../translator.js';

export const errorTrigger = defineTranslator({
  type: 'n8n-nodes-base.errorTrigger',
  translate: () => ({ type: 'errorTrigger', version: 1, parameters: {} }),
});
