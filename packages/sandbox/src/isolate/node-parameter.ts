import type { JsonObject, JsonValue } from '@orchestrator/workflow';

/**
 * `getNodeParameter` of n8n's Function nodes, over the parameters of the node as it is here.
 * @throws when there is no such parameter, and no fallback
 */
export function nodeParameterReader(parameters: JsonObject): (...args: unknown[]) => unknown {
  return (path, _itemIndex, ...fallback) => {
    let value: JsonValue | undefined = parameters;
    for (const name of String(path).split('.')) {
      const within: unknown = value;
      value =
        typeof within === 'object' && within !== null && Object.hasOwn(within, name)
          ? (within as JsonObject)[name]
          : undefined;
    }
    if (value !== undefined) return value;
    if (fallback.length > 0) return fallback[0];
    throw new Error(`This node has no parameter "${String(path)}".`);
  };
}
