import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, listAt, negated, objectAt, present } from './parameter-reading.js';

export const sort = defineTranslator({
  type: 'n8n-nodes-base.sort',
  translate: ({ parameters = {} }) => ({ type: 'sort', version: 1, parameters: sortParameters(parameters) }),
});

/** Also those of the operation of Item Lists. */
export function sortParameters(p: JsonObject): JsonObject {
  return present({
    by: chosen(p.type, { simple: 'fields', random: 'random', code: 'code' }, 'fields'),
    fields: listAt(p.sortFieldsUi, 'sortField').map(({ fieldName, order }) => ({
      field: fieldName ?? '',
      order: order ?? 'ascending',
    })),
    code: p.code,
    options: present({ dotNotation: negated(objectAt(p.options).disableDotNotation) }),
  });
}
