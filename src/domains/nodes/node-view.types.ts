import { kindOf, type NodeDefinition, type Parameter, type ParameterSet, portsOf } from '@orchestrator/node-sdk';
import { portLooks } from './describe-node.js';
import type { NodeView } from './dto/node-view.js';
import type { ParameterView } from './dto/parameter-view.js';

/** The declaration of a node type, as the API shows it. */
export function nodeView(definition: NodeDefinition): NodeView {
  const { inputs, outputs } = portsOf(definition, {});
  return {
    type: definition.type,
    version: definition.version,
    label: definition.label,
    summary: definition.summary,
    keywords: definition.keywords ?? [],
    actions: definition.actions ?? [],
    docs: definition.docs,
    group: definition.group,
    icon: definition.icon,
    kind: kindOf(definition),
    trigger: definition.trigger?.kind,
    inputs: inputs.map(portLooks),
    outputs: outputs.map(portLooks),
    dynamicPorts: typeof definition.inputs === 'function' || typeof definition.outputs === 'function',
    subtitled: definition.subtitle !== undefined,
    effect: typeof definition.effect === 'function' ? undefined : (definition.effect ?? 'external'),
    parameters: parametersView(definition.parameters),
    credentials: (definition.credentials ?? []) as NodeView['credentials'],
  };
}

/** Declarations of parameters as plain data, in order. */
export function parametersView(set: ParameterSet): Record<string, ParameterView> {
  return Object.fromEntries(Object.entries(set).map(([name, parameter]) => [name, parameterView(parameter)]));
}

function parameterView(parameter: Parameter): ParameterView {
  const plain = JSON.parse(JSON.stringify(parameter)) as ParameterView;
  if ('fields' in parameter) plain.fields = parametersView(parameter.fields);
  return plain;
}
