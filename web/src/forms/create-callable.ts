import type { JsonObject, WorkflowDocument } from '@orchestrator/workflow';
import { api, unwrap } from '../api/client.ts';
import type { CallKind } from './callable.queries.ts';
import { typeOfValue } from './value-type.ts';

/** Fields that a new workflow declares at most; more are no form any more. */
const MOST_FIELDS = 50;

/** The fields of an item, with the types that their values have. */
export const fieldsOf = (item: JsonObject | undefined): JsonObject[] =>
  Object.entries(item ?? {})
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => ({ name, type: typeOfValue(value) ?? 'any' }));

/**
 * Makes a workflow that can be called: with the trigger for it, which declares the fields that it will be given.
 * @returns its id
 */
export async function createCallable(
  kind: CallKind,
  name: string,
  triggerName: string,
  fields: readonly JsonObject[],
): Promise<string> {
  const takes = fields.length > 0 ? { accepts: 'fields', fields: [...fields] } : {};
  const document: WorkflowDocument = {
    formatVersion: 1,
    name,
    nodes: [
      {
        id: 'called',
        name: triggerName,
        type: kind === 'error' ? 'errorTrigger' : 'subworkflowTrigger',
        version: 1,
        position: [0, 0],
        parameters: kind === 'error' ? {} : takes,
      },
    ],
    edges: [],
    settings: {},
  };
  const made = await unwrap(api.POST('/api/v1/workflows', { body: document }));
  return made.id;
}
