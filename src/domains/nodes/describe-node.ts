import { type DeclaredPort, type NodeDefinition, nodeIn, portsOf, sayIn, withDefaults } from '@orchestrator/node-sdk';
import type { NodeRegistry } from '@orchestrator/runtime';
import type { JsonObject } from '@orchestrator/workflow';
import type { NodeToDescribe } from './dto/describe-body.js';
import type { NodeLooks, PortLooks } from './dto/node-looks.js';

/** Ports that can be told apart on a canvas; no real node has near as many, and an answer stays small. */
const MAX_PORTS = 128;
/** A card shows some 30 characters of it; the rest is for the tooltip. */
const MAX_SUBTITLE = 120;
const MAX_PORT_NAME = 120;

const PLACEHOLDER = 'placeholder';

const MAIN: PortLooks = { kind: 'main', max: 0, required: false };
const ERROR_OUTPUT: PortLooks = { ...MAIN, name: 'error', error: true };

/**
 * How a node is drawn: its ports, the line under its name, what it does to the world. Never throws: parameters are as
 * somebody sent them, and where a type makes nothing of them it is described as it comes without any.
 * @param language of its subtitle and the names of its ports, such as `de`
 */
export function describeNode(registry: NodeRegistry, node: NodeToDescribe, language = 'en'): NodeLooks {
  const definition = registry.node(node.type, node.version);
  const { inputs, outputs } = definition
    ? ports(nodeIn(definition, language), node)
    : { inputs: [MAIN], outputs: [MAIN] };
  if (node.onError === 'errorOutput') outputs.push(ERROR_OUTPUT);
  if (!definition) return { inputs, outputs, subtitle: '', unknown: true };
  return {
    inputs,
    outputs,
    subtitle: subtitle(definition, node, language),
    trigger: definition.trigger?.kind,
    // What was there before may have done anything: the placeholder does not speak for it.
    effect: node.type === PLACEHOLDER ? undefined : effect(definition, node),
    example: example(definition, node),
  };
}

function ports(definition: NodeDefinition, { parameters }: NodeToDescribe): Pick<NodeLooks, 'inputs' | 'outputs'> {
  const withParameters = (raw: JsonObject) => {
    const { inputs, outputs } = portsOf(definition, raw);
    return { inputs: inputs.slice(0, MAX_PORTS).map(portLooks), outputs: outputs.slice(0, MAX_PORTS).map(portLooks) };
  };
  return attempt(() => withParameters(parameters)) ?? attempt(() => withParameters({})) ?? { inputs: [], outputs: [] };
}

/** A port with what its declaration leaves to be understood. */
export function portLooks({ kind, name, max, required }: DeclaredPort): PortLooks {
  return {
    kind,
    name: name?.slice(0, MAX_PORT_NAME),
    max: max ?? (kind === 'main' ? 0 : 1),
    required: required === true,
  };
}

function subtitle(definition: NodeDefinition, node: NodeToDescribe, language: string): string {
  const say = sayIn(definition.translations, language);
  const text = attempt(() => definition.subtitle?.(withDefaults(definition.parameters, node.parameters), say));
  if (typeof text !== 'string') return '';
  const line = text
    .slice(0, 4 * MAX_SUBTITLE)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > MAX_SUBTITLE ? `${line.slice(0, MAX_SUBTITLE - 1)}…` : line;
}

function effect({ effect: declared = 'external', parameters }: NodeDefinition, node: NodeToDescribe) {
  if (typeof declared !== 'function') return declared;
  return attempt(() => declared(withDefaults(parameters, node.parameters))) ?? 'external';
}

function example({ example: made, parameters }: NodeDefinition, node: NodeToDescribe): JsonObject | undefined {
  return attempt(() => made?.(withDefaults(parameters, node.parameters)));
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
