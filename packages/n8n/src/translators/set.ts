import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { listAt, objectAt, present } from './parameter-reading.js';

const native = (parameters: JsonObject) => ({ type: 'editFields', version: 1, parameters: present(parameters) });

/** Versions 1 and 2 keep fields apart by type, and convert nothing but, in version 2, numbers in text. */
export const setV1 = defineTranslator({
  type: 'n8n-nodes-base.set',
  versions: (version) => version < 3,
  translate: ({ parameters: p = {} }, version) =>
    native({
      mode: 'fields',
      fields: ['boolean', 'number', 'string'].flatMap((type) =>
        listAt(p.values, type).map((field) => ({
          name: String(field.name ?? DEFAULT_NAME),
          type,
          value: field.value ?? EMPTY_VALUES[type] ?? null,
        })),
      ),
      include: p.keepOnlySet === true ? 'none' : 'all',
      keepBinary: p.keepOnlySet !== true,
      conversion: version < 2 ? 'none' : 'numbers',
      dotNotation: objectAt(p.options).dotNotation,
    }),
});

export const setV3 = defineTranslator({
  type: 'n8n-nodes-base.set',
  versions: (version) => version >= 3 && version < 4,
  translate: ({ parameters: p = {} }, version) => {
    const options = objectAt(p.options);
    const include = includeOf(p, version);
    return native({
      mode: p.mode === 'raw' ? 'json' : 'fields',
      fields: p.mode === 'raw' ? undefined : version < 3.3 ? typedFields(p.fields) : assignments(p.assignments),
      json: p.mode === 'raw' ? (p.jsonOutput ?? DEFAULT_JSON) : undefined,
      include,
      includeFields: include === 'except' ? p.excludeFields : include === 'selected' ? p.includeFields : undefined,
      keepBinary: version < 3.4 ? (options.includeBinary ?? false) : include !== 'none' && options.stripBinary !== true,
      dotNotation: options.dotNotation,
      conversion: options.ignoreConversionErrors === true ? 'lenient' : undefined,
      copies: p.duplicateItem === true ? p.duplicateCount : undefined,
    });
  },
});

const DEFAULT_NAME = 'propertyName';
const EMPTY_VALUES: Readonly<Record<string, JsonValue>> = { boolean: false, number: 0, string: '' };
/** What the field shows before a person writes in it. */
const DEFAULT_JSON = '{\n  "my_field_1": "value",\n  "my_field_2": 1\n}\n';

function includeOf(p: JsonObject, version: number): string {
  if (version >= 3.3 && p.includeOtherFields !== true) return 'none';
  return typeof p.include === 'string' ? p.include : 'all';
}

/** `{assignments: [{id, name, value, type}]}`, or an expression that gives it. */
function assignments(given: JsonValue | undefined): JsonValue {
  return listAt(given, 'assignments').map((field) => ({
    ...(typeof field.id === 'string' ? { id: field.id } : {}),
    name: field.name ?? '',
    value: field.value ?? null,
    type: field.type ?? 'string',
  }));
}

/** `{values: [{name, type: 'numberValue', numberValue: 1}]}`. */
function typedFields(given: JsonValue | undefined): JsonValue {
  return listAt(given, 'values').map((field) => {
    const key = typeof field.type === 'string' ? field.type : 'stringValue';
    const type = key.replace(/Value$/, '');
    return { name: field.name ?? '', type, value: field[key] ?? EMPTY_FIELDS[type] ?? null };
  });
}

const EMPTY_FIELDS: Readonly<Record<string, JsonValue>> = {
  string: '',
  number: '',
  boolean: 'true',
  array: '[]',
  object: '={}',
};
