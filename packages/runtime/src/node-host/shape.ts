import type { NodeShape, PortShape } from '@orchestrator/engine';
import type { NodeDefinition, NodePort, ParameterSet } from '@orchestrator/node-sdk';
import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';

const ONE_MAIN: readonly NodePort[] = [{}];

/** What the engine has to know of a node, from its type's declaration and its parameters. */
export function shapeOf(definition: NodeDefinition, node: WorkflowNode): NodeShape {
  const kind = definition.kind ?? (definition.trigger ? 'trigger' : 'action');
  const raw = withDefaults(definition.parameters, node.parameters);
  return {
    kind,
    inputs: ports(definition.inputs ?? (kind === 'action' ? ONE_MAIN : []), raw),
    outputs: ports(definition.outputs ?? (kind === 'supplier' ? [] : ONE_MAIN), raw),
    effect: typeof definition.effect === 'function' ? definition.effect(raw) : (definition.effect ?? 'external'),
    requiredInputs: definition.requiredInputs?.(raw),
  };
}

function ports(
  declared: readonly NodePort[] | ((raw: JsonObject) => readonly NodePort[]),
  raw: JsonObject,
): PortShape[] {
  const list = typeof declared === 'function' ? declared(raw) : declared;
  return list.map(({ kind = 'main', name }) => ({ kind, name }));
}

/** Raw parameters with the declared defaults in place of those that are left out, at the top level. */
export function withDefaults(set: ParameterSet, raw: JsonObject): JsonObject {
  const out: JsonObject = { ...raw };
  for (const [name, parameter] of Object.entries(set)) {
    if (out[name] === undefined && parameter.default !== undefined) out[name] = parameter.default;
  }
  return out;
}
