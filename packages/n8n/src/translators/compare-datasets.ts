import { defineTranslator } from '../translator.js';
import { listAt, objectAt, present } from './parameter-reading.js';

export const compareDatasets = defineTranslator({
  type: 'n8n-nodes-base.compareDatasets',
  translate: ({ parameters: p = {} }, version) => {
    const options = objectAt(p.options);
    return {
      type: 'compareDatasets',
      version: 1,
      parameters: present({
        fields: listAt(p.mergeByFields, 'values').map(({ field1, field2 }) => ({
          field1: field1 ?? '',
          field2: field2 ?? '',
        })),
        resolve: p.resolve ?? (version < 2 ? 'preferInput2' : 'includeBoth'),
        prefer: p.preferWhenMix,
        except: p.exceptWhenMix,
        skipFields: options.skipFields,
        multipleMatches: options.multipleMatches,
        fuzzy: p.fuzzyCompare ?? options.fuzzyCompare,
        missingIsEmpty: version < 2.1 ? false : undefined,
        dotNotation: options.disableDotNotation === true ? false : undefined,
      }),
    };
  },
});
