import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { listAt } from './parameter-reading.js';

/** Version 1 passes everything on; since 1.1 inputs are named, one by one or by an example. */
export const executeWorkflowTrigger = defineTranslator({
  type: 'n8n-nodes-base.executeWorkflowTrigger',
  translate: ({ parameters: p = {} }, version) => {
    const source = version < 1.1 ? 'passthrough' : (p.inputSource ?? 'workflowInputs');
    if (source === 'passthrough') {
      return { type: 'subworkflowTrigger', version: 1, parameters: { accepts: 'anything' } };
    }
    const fields = source === 'jsonExample' ? fieldsOfExample(p.jsonExample) : namedFields(p.workflowInputs);
    return {
      type: 'subworkflowTrigger',
      version: 1,
      parameters: { accepts: 'fields', fields },
      ...(fields.length === 0 ? { warnings: ['It names no inputs, so it passes nothing on: name some.'] } : {}),
    };
  },
});

function namedFields(given: JsonValue | undefined): JsonObject[] {
  return listAt(given, 'values')
    .filter(({ name }) => typeof name === 'string' && name !== '')
    .map(({ name, type }) => ({ name, type: type ?? 'string' }));
}

/** An example that can't be read names nothing. */
function fieldsOfExample(given: JsonValue | undefined): JsonObject[] {
  let example: unknown = given;
  try {
    if (typeof given === 'string') example = JSON.parse(given);
  } catch {
    return [];
  }
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return [];
  return Object.entries(example).map(([name, value]) => ({ name, type: typeOf(value) }));
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null || !['string', 'number', 'boolean', 'object'].includes(typeof value) ? 'any' : typeof value;
}
