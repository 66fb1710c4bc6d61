import type { WorkflowNode } from '../document.js';
import type { Fault, FaultList, FaultPlace } from './fault.js';
import type { NodeTypeInfo, NodeTypeLookup, ParameterFault } from './node-types.js';
import type { ShapedParts } from './shape.js';

/** Checks the type and the parameters of every node, one a step. */
export function* checkNodes({ nodes }: ShapedParts, nodeTypes: NodeTypeLookup, list: FaultList): Generator<void, void> {
  for (const { node } of nodes) {
    if (list.isFull) return;
    const type = nodeTypes.find(node.type, node.version);
    if (!type) reportUnknown(node, nodeTypes, list);
    for (const fault of type?.checkParameters(node.parameters) ?? []) {
      report(fault, `parameters.${fault.path}`, node, list, { parameter: parameterAt(fault.path, type) });
    }
    for (const fault of type?.checkCredentials?.(node) ?? []) report(fault, fault.path, node, list);
    yield;
  }
}

/** A parameter as an error of a run names it. */
export function parameterAt(path: string, type: NodeTypeInfo | undefined): NonNullable<Fault['parameter']> {
  const label = type?.labelOf?.(path);
  return { path, ...(label === undefined ? {} : { label }) };
}

function report(
  { rule, message, severity }: ParameterFault,
  field: string,
  node: WorkflowNode,
  list: FaultList,
  place?: FaultPlace,
): void {
  if (severity === 'warning') list.warning(rule, field, message, node.name, place);
  else list.error(rule, field, message, node.name, place);
}

function reportUnknown(node: WorkflowNode, nodeTypes: NodeTypeLookup, list: FaultList): void {
  const versions = nodeTypes.versions(node.type);
  if (versions.length === 0) {
    list.error('node.unknownType', 'type', `There is no node type "${node.type}" here.`, node.name);
  } else {
    const known = versions.join(', ');
    const message = `"${node.type}" has no version ${node.version}; there is ${known}.`;
    list.error('node.unknownVersion', 'version', message, node.name);
  }
}
