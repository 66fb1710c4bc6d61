import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import type { NodePatch } from '../document/nodes.ts';
import type { CurlNode } from './curl-node.ts';
import { curlNode } from './curl-node.ts';
import { readCurl } from './curl-request.ts';

/** What a command makes of a node. What it says nothing of stays: paging, and options of its own. */
export function patchOf(
  node: Pick<WorkflowNode, 'parameters' | 'credentials'>,
  parameters: JsonObject,
  credential?: { type: string; id: string; name: string },
): NodePatch {
  const { pagination, options } = node.parameters;
  const merged = { ...(isObject(options) ? options : {}), ...(isObject(parameters.options) ? parameters.options : {}) };
  return {
    parameters: {
      ...parameters,
      ...(pagination === undefined ? {} : { pagination }),
      ...(Object.keys(merged).length > 0 ? { options: merged } : {}),
    },
    credentials: credential && { [credential.type]: { id: credential.id, name: credential.name } },
  };
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a command becomes at once, without a question: nothing where a person has to see something first, which is a fault,
 * a note or a secret.
 */
export function plainCurl(text: string): CurlNode | undefined {
  const read = readCurl(text);
  if ('fault' in read || read.request.notes.length > 0) return undefined;
  const node = curlNode(read.request);
  return node.secret ? undefined : node;
}
