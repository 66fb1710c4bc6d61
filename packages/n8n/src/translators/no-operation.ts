import { defineTranslator } from '../translator.js';

export const noOperation = defineTranslator({
  type: 'n8n-nodes-base.noOp',
  translate: () => ({ type: 'noOperation', version: 1, parameters: {} }),
});
