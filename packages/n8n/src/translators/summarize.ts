import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, listAt, nameList, negated, objectAt, present } from './parameter-reading.js';

export const summarize = defineTranslator({
  type: 'n8n-nodes-base.summarize',
  translate: ({ parameters = {} }, version) => {
    const requireField = version < 1.1 && objectAt(parameters.options).continueIfFieldNotFound !== true;
    return { type: 'summarize', version: 1, parameters: summarizeParameters(parameters, { requireField }) };
  },
});

/** Also those of the operation of Item Lists, whose versions differ by `compat`. */
export function summarizeParameters(p: JsonObject, compat: JsonObject): JsonObject {
  const options = objectAt(p.options);
  return {
    fields: listAt(p.fieldsToSummarize, 'values').map((value) => ({
      aggregation: value.aggregation ?? 'count',
      field: value.field ?? '',
      includeEmpty: value.includeEmpty ?? false,
      separator: value.separateBy === 'other' ? (value.customSeparator ?? '') : (value.separateBy ?? ','),
    })),
    splitBy: nameList(p.fieldsToSplitBy),
    options: present({
      dotNotation: negated(options.disableDotNotation),
      output: chosen(options.outputFormat, { separateItems: 'items', singleItem: 'one' }, 'items'),
      skipEmptyGroups: options.skipEmptySplitFields,
    }),
    compat,
  };
}
