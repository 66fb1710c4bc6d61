import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { isExpression, objectAt, present } from './parameter-reading.js';

const NOT_REACHED: Readonly<Record<string, string>> = {
  localFile: 'running a workflow from a file of the server',
  url: 'running a workflow from an address',
};

/** Versions 1 to 1.3: what the workflow is named by, and since 1.2 the fields that it is given. */
export const executeWorkflow = defineTranslator({
  type: 'n8n-nodes-base.executeWorkflow',
  versions: (version) => version >= 1 && version < 2,
  translate: ({ parameters: p = {}, onError, continueOnFail }, version) => {
    const source = typeof p.source === 'string' ? p.source : 'database';
    const unsupported = Object.hasOwn(NOT_REACHED, source) ? NOT_REACHED[source] : undefined;
    return {
      type: 'executeSubworkflow',
      version: 1,
      parameters: present({
        ...(source === 'parameter'
          ? { from: 'inPlace', document: p.workflowJson }
          : { from: 'stored', workflow: workflowOf(p.workflowId) }),
        each: p.mode === 'each' ? 'item' : 'all',
        inputs: inputsOf(objectAt(p.workflowInputs)),
        wait: objectAt(p.options).waitForSubWorkflow,
        dialect: version < 1.3 ? 'n8n-1.2' : 'n8n',
      }),
      ...(version < 1.3 && p.mode === 'each' && mayGoOn(onError, continueOnFail) ? { warnings: [LOST_ERRORS] } : {}),
      ...(unsupported ? { unsupported } : {}),
    };
  },
});

const LOST_ERRORS =
  'As in n8n before version 1.3, an error shows for the first item alone; others that fail leave nothing behind. Replace the node to see them all.';

function mayGoOn(onError: string | undefined, continueOnFail: boolean | undefined): boolean {
  return continueOnFail === true || (onError !== undefined && onError !== 'stopWorkflow');
}

function workflowOf(given: JsonValue | undefined): JsonValue {
  if (typeof given === 'string') return { id: given };
  const { value, cachedResultName } = objectAt(given);
  return present({ id: value ?? '', name: isExpression(cachedResultName) ? undefined : cachedResultName });
}

const TYPES: readonly string[] = ['string', 'number', 'boolean', 'array', 'object'];

/** A resource mapper: values by field, their types in its schema. Without a schema the items go over as they are. */
function inputsOf(mapper: JsonObject): JsonValue | undefined {
  const schema = Array.isArray(mapper.schema) ? mapper.schema.map(objectAt) : [];
  if (schema.length === 0) return undefined;
  return Object.entries(objectAt(mapper.value))
    .filter(([name]) => !schema.some((field) => field.id === name && field.removed === true))
    .map(([name, value]) => {
      const type = String(schema.find((field) => field.id === name)?.type ?? 'any');
      const converts =
        mapper.attemptToConvertTypes === true || (type === 'string' && mapper.convertFieldsToString === true);
      return { name, value: value ?? null, type: converts && TYPES.includes(type) ? type : 'any' };
    });
}
