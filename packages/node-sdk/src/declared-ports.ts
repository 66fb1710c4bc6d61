import type { EdgeKind, JsonObject } from '@orchestrator/workflow';
import type { NodeDefinition, NodePort } from './define-node.js';
import type { ParameterSet } from './parameters.js';

const ONE_MAIN: readonly NodePort[] = [{}];

/** A port with its kind said outright. */
export type DeclaredPort = NodePort & { kind: EdgeKind };

/** What a node type is: a trigger when it says how it starts runs, else an action, unless it says otherwise. */
export function kindOf(definition: NodeDefinition): 'action' | 'trigger' | 'supplier' {
  return definition.kind ?? (definition.trigger ? 'trigger' : 'action');
}

/** The ports of a node with the given raw parameters, as its type declares them; the error output is not among them. */
export function portsOf(
  definition: NodeDefinition,
  parameters: JsonObject,
): { inputs: DeclaredPort[]; outputs: DeclaredPort[] } {
  const raw = withDefaults(definition.parameters, parameters);
  const kind = kindOf(definition);
  const declared = (ports: NodeDefinition['inputs'], otherwise: readonly NodePort[]): DeclaredPort[] =>
    (typeof ports === 'function' ? ports(raw) : (ports ?? otherwise)).map((port) => ({
      ...port,
      kind: port.kind ?? 'main',
    }));
  return {
    inputs: declared(definition.inputs, kind === 'action' ? ONE_MAIN : []),
    outputs: declared(definition.outputs, kind === 'supplier' ? [] : ONE_MAIN),
  };
}

/** Raw parameters with the declared defaults in place of those that are left out, at the top level. */
export function withDefaults(set: ParameterSet, raw: JsonObject): JsonObject {
  const out: JsonObject = { ...raw };
  for (const [name, parameter] of Object.entries(set)) {
    if (out[name] === undefined && parameter.default !== undefined) out[name] = parameter.default;
  }
  return out;
}
