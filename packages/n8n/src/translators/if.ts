import { defineTranslator } from '../translator.js';
import { filterValue } from './filter-value.js';
import { legacyFilter } from './legacy-conditions.js';
import { objectAt } from './parameter-reading.js';

export const ifV1 = defineTranslator({
  type: 'n8n-nodes-base.if',
  versions: (version) => version < 2,
  translate: ({ parameters: p = {} }) => ({
    type: 'if',
    version: 1,
    parameters: { conditions: legacyFilter(p.conditions, p.combineOperation === 'any') },
  }),
});

export const ifV2 = defineTranslator({
  type: 'n8n-nodes-base.if',
  versions: (version) => version >= 2 && version < 3,
  translate: ({ parameters: p = {} }) => ({
    type: 'if',
    version: 1,
    parameters: {
      conditions: filterValue(p.conditions, { ...p, ...objectAt(p.options) }),
    },
  }),
});
