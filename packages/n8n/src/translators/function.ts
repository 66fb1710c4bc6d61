import { defineTranslator } from '../translator.js';

/** n8n's Function node, the forerunner of Code: it runs once for all items. */
export const functionNode = defineTranslator({
  type: 'n8n-nodes-base.function',
  translate: ({ parameters = {} }) => ({
    type: 'code',
    version: 1,
    parameters: {
      mode: 'all',
      language: 'javascript',
      code: typeof parameters.functionCode === 'string' ? parameters.functionCode : '',
      dialect: 'function',
    },
  }),
});
