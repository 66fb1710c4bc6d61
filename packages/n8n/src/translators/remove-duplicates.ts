import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, isExpression, nameList, negated, objectAt, present } from './parameter-reading.js';

const OPERATIONS: Readonly<Record<string, string>> = {
  removeDuplicateInputItems: 'withinInput',
  removeItemsSeenInPreviousExecutions: 'seenBefore',
  clearDeduplicationHistory: 'forget',
};
const KEEP_WHEN = {
  removeItemsWithAlreadySeenKeyValues: 'new',
  removeItemsUpToStoredIncrementalKey: 'higher',
  removeItemsUpToStoredDate: 'later',
};

export const removeDuplicates = defineTranslator({
  type: 'n8n-nodes-base.removeDuplicates',
  translate({ parameters: p = {} }, version) {
    const compat = version >= 2 ? { errorItem: true } : version > 1 ? {} : { nullIsAValue: true };
    const parameters = removeDuplicatesParameters(p, compat);
    if (version < 2) return { type: 'removeDuplicates', version: 1, parameters };
    if (isExpression(p.operation)) {
      return { type: 'removeDuplicates', version: 1, parameters, unsupported: 'An expression chooses the operation' };
    }
    const options = objectAt(p.options);
    const keepWhen = chosen(p.logic, KEEP_WHEN, 'new');
    const value = { new: p.dedupeValue, higher: p.incrementalDedupeValue, later: p.dateDedupeValue }[keepWhen];
    return {
      type: 'removeDuplicates',
      version: 1,
      parameters: present({
        ...parameters,
        operation: chosen(p.operation, OPERATIONS, 'withinInput'),
        keepWhen,
        value,
        options: present({ ...objectAt(parameters.options), scope: options.scope, historySize: options.historySize }),
      }),
    };
  },
});

/** Those of comparing within the input; also for Item Lists, whose versions differ by `compat`. */
export function removeDuplicatesParameters(p: JsonObject, compat: JsonObject): JsonObject {
  const options = objectAt(p.options);
  const compare = chosen(p.compare, { allFields: 'all', allFieldsExcept: 'except', selectedFields: 'selected' }, 'all');
  return {
    compare,
    fields: nameList(compare === 'except' ? p.fieldsToExclude : p.fieldsToCompare),
    options: present({
      dotNotation: negated(options.disableDotNotation),
      removeOtherFields: options.removeOtherFields,
    }),
    compat,
  };
}
