import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator, type Translation } from '../translator.js';
import { aggregateParameters } from './aggregate.js';
import { limitParameters } from './limit.js';
import { removeDuplicatesParameters } from './remove-duplicates.js';
import { sortParameters } from './sort.js';
import { splitOutParameters } from './split-out.js';
import { summarizeParameters } from './summarize.js';

/** From this version on, a field that no item has is no error. */
const FORGIVING = 2.1;
/** From this version on, what is neither list nor object is split out as it is. */
const SPLITS_ANYTHING = 3;
/** From this version on, values of different types are compared without complaint. */
const MIXES_TYPES = 3.1;

/** One node with an operation, which n8n later made into a node for each operation. */
export const itemLists = defineTranslator({
  type: 'n8n-nodes-base.itemLists',
  translate({ parameters: p = {} }, version) {
    const operation = p.operation ?? 'splitOutItems';
    const requireField = version < FORGIVING;
    const node = (type: string, parameters: JsonObject): Translation => ({ type, version: 1, parameters });
    switch (operation) {
      case 'splitOutItems':
        return node('splitOut', splitOutParameters(p, { requireField, requireList: version < SPLITS_ANYTHING }));
      case 'aggregateItems':
      case 'concatenateItems':
        return node('aggregate', aggregateParameters(p, { requireField }));
      case 'removeDuplicates':
        return node(
          'removeDuplicates',
          removeDuplicatesParameters(p, version < MIXES_TYPES ? { nullIsAValue: true } : { mixedTypes: true }),
        );
      case 'sort':
        return node('sort', sortParameters(p));
      case 'limit':
        return node('limit', limitParameters(p));
      case 'summarize':
        return node('summarize', summarizeParameters(p, { requireField }));
      default:
        return {
          ...node('placeholder', p),
          unsupported: `Item Lists has no operation "${String(operation)}" that is known here`,
        };
    }
  },
});
