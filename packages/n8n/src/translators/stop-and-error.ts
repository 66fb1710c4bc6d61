import { defineTranslator } from '../translator.js';
import { present } from './parameter-reading.js';

export const stopAndError = defineTranslator({
  type: 'n8n-nodes-base.stopAndError',
  translate: ({ parameters: p = {} }) => ({
    type: 'stopAndError',
    version: 1,
    parameters:
      p.errorType === 'errorObject'
        ? { kind: 'object', object: p.errorObject ?? '{}' }
        : present({ kind: 'message', message: p.errorMessage }),
  }),
});
