import type { NodeShape } from '@orchestrator/engine';
import { kindOf, type NodeDefinition, portsOf, withDefaults } from '@orchestrator/node-sdk';
import type { WorkflowNode } from '@orchestrator/workflow';

/** What the engine has to know of a node, from its type's declaration and its parameters. */
export function shapeOf(definition: NodeDefinition, node: WorkflowNode): NodeShape {
  const raw = withDefaults(definition.parameters, node.parameters);
  const { effect = 'external' } = definition;
  return {
    kind: kindOf(definition),
    ...portsOf(definition, node.parameters),
    effect: typeof effect === 'function' ? effect(raw) : effect,
    requiredInputs: definition.requiredInputs?.(raw),
  };
}
