import { defineNode, NodeFault, param } from '@orchestrator/node-sdk';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './stop-and-error.de.js';
import { docs } from './stop-and-error.docs.js';

export const stopAndError = defineNode({
  type: 'stopAndError',
  version: 1,
  label: 'Stop and error',
  summary: 'Stops the run with an error of your own.',
  keywords: ['throw', 'fail', 'abort', 'exception', 'raise'],
  actions: [{ label: 'Stop with an error' }],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'octagon-x',
  effect: 'pure',
  outputs: [],
  subtitle: (raw, say) => (raw.kind === 'object' ? say('with an object') : shownValue(raw.message)),
  parameters: {
    kind: param.options({
      label: 'Error',
      literal: true,
      choices: [
        { value: 'message', label: 'A message' },
        { value: 'object', label: 'An object', description: 'With more to tell than a message.' },
      ],
    }),
    message: param.string({
      label: 'Message',
      placeholder: 'The order has no address',
      required: true,
      show: { kind: ['message'] },
    }),
    object: param.json({
      label: 'Object',
      description: 'Its "message", "description" or "error" is shown; the whole is kept with the error.',
      show: { kind: ['object'] },
    }),
  },
  async run(ctx) {
    const { kind, message, object } = await ctx.parameters(0);
    if (kind === 'message') throw new NodeFault(message || 'The workflow was stopped', STOPPED);
    const details = objectIn(object);
    throw new NodeFault(messageOf(details), { ...STOPPED, details });
  },
});

/** What stopped on purpose is not tried again by itself. */
const STOPPED = { code: 'workflow.stopped', retryable: false };

function objectIn(given: JsonValue): JsonObject {
  let value: unknown = given;
  if (typeof given === 'string') {
    try {
      value = JSON.parse(given);
    } catch (error) {
      throw new NodeFault('The error object is not valid JSON', {
        code: 'json.syntax',
        description: (error as Error).message,
        retryable: false,
      });
    }
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : { error: value as JsonValue };
}

function messageOf(details: JsonObject): string {
  const said = details.message ?? details.description ?? details.error;
  return typeof said === 'string' && said !== '' ? said : `Error: ${JSON.stringify(details)}`;
}
