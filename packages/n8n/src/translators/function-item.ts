import { defineTranslator } from '../translator.js';

/** What the node does that nobody wrote code into: a variable is added to each item. n8n stores no code then. */
const UNTOUCHED = 'item.myVariable = 1;\nreturn item;';

/** n8n's Function Item node: it runs once for each item, and `item` is the item's JSON. */
export const functionItem = defineTranslator({
  type: 'n8n-nodes-base.functionItem',
  translate: ({ parameters = {} }) => ({
    type: 'code',
    version: 1,
    parameters: {
      mode: 'each',
      language: 'javascript',
      code: typeof parameters.functionCode === 'string' ? parameters.functionCode : UNTOUCHED,
      dialect: 'functionItem',
    },
  }),
});
