import { defineTranslator } from '../translator.js';
import { filterValue } from './filter-value.js';
import { legacyFilter } from './legacy-conditions.js';
import { objectAt } from './parameter-reading.js';

export const filterV1 = defineTranslator({
  type: 'n8n-nodes-base.filter',
  versions: (version) => version < 2,
  translate: ({ parameters: p = {} }) => ({
    type: 'filter',
    version: 1,
    parameters: { conditions: legacyFilter(p.conditions, p.combineConditions === 'OR') },
  }),
});

export const filterV2 = defineTranslator({
  type: 'n8n-nodes-base.filter',
  versions: (version) => version >= 2 && version < 3,
  translate: ({ parameters: p = {} }) => ({
    type: 'filter',
    version: 1,
    parameters: { conditions: filterValue(p.conditions, { ...p, ...objectAt(p.options) }) },
  }),
});
