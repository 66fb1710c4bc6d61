import { defineTranslator } from '../translator.js';
import { objectAt, present } from './parameter-reading.js';

export const splitInBatches = defineTranslator({
  type: 'n8n-nodes-base.splitInBatches',
  translate({ parameters: p = {} }, version) {
    return {
      type: 'loopOverItems',
      version: 1,
      parameters: {
        batchSize: p.batchSize ?? (version < 3 ? 10 : 1),
        options: present({ reset: objectAt(p.options).reset }),
        ports: version < 2 ? 'batch' : version < 3 ? 'loopFirst' : 'doneFirst',
      },
    };
  },
});
