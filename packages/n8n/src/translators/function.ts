import { defineTranslator } from '../translator.js';

/** What the node does that nobody wrote code into: a variable is added to the first item. n8n stores no code then. */
const UNTOUCHED = 'items[0].json.myVariable = 1;\nreturn items;';

/** n8n's Function node, the forerunner of Code: it runs once for all items. */
export const functionNode = defineTranslator({
  type: 'n8n-nodes-base.function',
  translate: ({ parameters = {} }) => ({
    type: 'code',
    version: 1,
    parameters: {
      mode: 'all',
      language: 'javascript',
      code: typeof parameters.functionCode === 'string' ? parameters.functionCode : UNTOUCHED,
      dialect: 'function',
    },
  }),
});
