import type { JsonObject } from '@orchestrator/workflow';

/** Parameters of a node as they stand, expressions unevaluated. */
export function parametersObject(parameters: JsonObject): Record<string, unknown> {
  return parameters;
}
