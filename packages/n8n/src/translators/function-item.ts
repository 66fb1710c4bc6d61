import { defineTranslator } from '../translator.js';

/** n8n's Function Item node: it runs once for each item, and `item` is the item's JSON. */
export const functionItem = defineTranslator({
  type: 'n8n-nodes-base.functionItem',
  translate: ({ parameters = {} }) => ({
    type: 'code',
    version: 1,
    parameters: {
      mode: 'each',
      language: 'javascript',
      code: typeof parameters.functionCode === 'string' ? parameters.functionCode : '',
      dialect: 'functionItem',
    },
  }),
});
