import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen, listAt, nameList, negated, objectAt, present } from './parameter-reading.js';

export const aggregate = defineTranslator({
  type: 'n8n-nodes-base.aggregate',
  translate: ({ parameters = {} }) => ({ type: 'aggregate', version: 1, parameters: aggregateParameters(parameters) }),
});

/** Also those of the operation of Item Lists, whose versions differ by `compat`. */
export function aggregateParameters(p: JsonObject, compat: JsonObject = {}): JsonObject {
  const options = objectAt(p.options);
  return {
    mode: chosen(p.aggregate, { aggregateIndividualFields: 'fields', aggregateAllItemData: 'items' }, 'fields'),
    fields: listAt(p.fieldsToAggregate, 'fieldToAggregate').map((field) => ({
      field: field.fieldToAggregate ?? '',
      rename: field.renameField ?? false,
      outputField: field.outputFieldName ?? '',
    })),
    destination: p.destinationFieldName ?? 'data',
    include: chosen(p.include, { allFields: 'all', specifiedFields: 'selected', allFieldsExcept: 'except' }, 'all'),
    includeFields: nameList(p.fieldsToInclude),
    excludeFields: nameList(p.fieldsToExclude),
    options: present({
      dotNotation: negated(options.disableDotNotation),
      mergeLists: options.mergeLists,
      keepMissing: options.keepMissing,
      includeBinaries: options.includeBinaries,
      uniqueBinaries: options.keepOnlyUnique,
    }),
    compat,
  };
}
