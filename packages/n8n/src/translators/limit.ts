import type { JsonObject } from '@orchestrator/workflow';
import { defineTranslator } from '../translator.js';
import { chosen } from './parameter-reading.js';

export const limit = defineTranslator({
  type: 'n8n-nodes-base.limit',
  translate: ({ parameters = {} }) => ({ type: 'limit', version: 1, parameters: limitParameters(parameters) }),
});

/** Also those of the operation of Item Lists. */
export function limitParameters(p: JsonObject): JsonObject {
  return { maxItems: p.maxItems ?? 1, keep: chosen(p.keep, { firstItems: 'first', lastItems: 'last' }, 'first') };
}
