import {
  type DeclaredPort,
  kindOf,
  type NodeDefinition,
  type Parameter,
  type ParameterSet,
  portsOf,
} from '@orchestrator/node-sdk';
import type { JsonObject } from '@orchestrator/workflow';

/** The declaration of a node type, as the API shows it: everything that an editor needs to draw and fill it in. */
export interface NodeView {
  type: string;
  version: number;
  label: string;
  summary: string;
  keywords: readonly string[];
  group: string;
  icon: string;
  kind: 'action' | 'trigger' | 'supplier';
  trigger?: string;
  inputs: DeclaredPort[];
  outputs: DeclaredPort[];
  /** Ports depend on the parameters: ask for them with `POST /nodes/describe`. */
  dynamicPorts: boolean;
  effect?: string;
  parameters: JsonObject;
  credentials: JsonObject[];
  /** Parameters whose choices are looked up. */
  loaders: string[];
}

export function nodeView(definition: NodeDefinition): NodeView {
  return {
    type: definition.type,
    version: definition.version,
    label: definition.label,
    summary: definition.summary,
    keywords: definition.keywords ?? [],
    group: definition.group,
    icon: definition.icon,
    kind: kindOf(definition),
    trigger: definition.trigger?.kind,
    ...portsOf(definition, {}),
    dynamicPorts: typeof definition.inputs === 'function' || typeof definition.outputs === 'function',
    effect: typeof definition.effect === 'string' ? definition.effect : undefined,
    parameters: parametersView(definition.parameters),
    credentials: (definition.credentials ?? []) as unknown as JsonObject[],
    loaders: Object.keys(definition.loaders ?? {}),
  };
}

/** Declarations of parameters as plain data, in order. */
export function parametersView(set: ParameterSet): JsonObject {
  return Object.fromEntries(Object.entries(set).map(([name, parameter]) => [name, parameterView(parameter)]));
}

function parameterView(parameter: Parameter): JsonObject {
  const plain = JSON.parse(JSON.stringify(parameter)) as JsonObject;
  if ('fields' in parameter) plain.fields = parametersView(parameter.fields);
  return plain;
}
