import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, nameList, negated, objectAt, present } from './parameter-reading.js';

export const splitOut = defineTranslator({
  type: 'n8n-nodes-base.splitOut',
  translate: ({ parameters = {} }) => ({ type: 'splitOut', version: 1, parameters: splitOutParameters(parameters) }),
});

/** Also those of the operation of Item Lists, whose versions differ by `compat`. */
export function splitOutParameters(p: JsonObject, compat: JsonObject = {}): JsonObject {
  const options = objectAt(p.options);
  return {
    fields: nameList(p.fieldToSplitOut),
    include: chosen(
      p.include,
      { noOtherFields: 'none', allOtherFields: 'all', selectedOtherFields: 'selected' },
      'none',
    ),
    includeFields: nameList(p.fieldsToInclude),
    options: present({
      destination: options.destinationFieldName,
      dotNotation: negated(options.disableDotNotation),
      includeBinary: options.includeBinary,
    }),
    compat,
  };
}
