import type { EdgeKind, PortRef, WorkflowNode } from '../document.js';
import type { FaultList } from './fault.js';
import type { NodeTypeLookup, PortInfo } from './node-types.js';
import type { ShapedParts } from './shape.js';

/** Checks that edges join ports that are there, of their own kind. Cycles are fine: loops are made of them. */
export function checkEdges({ nodes, edges }: ShapedParts, nodeTypes: NodeTypeLookup, list: FaultList): void {
  const byId = new Map(nodes.map(({ node }) => [node.id, node]));
  for (const { edge, index } of edges) {
    for (const side of ['from', 'to'] as const) {
      const node = byId.get(edge[side].node);
      const field = `edges[${index}].${side}`;
      if (!node) list.error('edge.dangling', field, `There is no node with the id "${edge[side].node}".`);
      else checkPort(node, side, edge.kind, edge[side], field, nodeTypes, list);
    }
  }
}

function checkPort(
  node: WorkflowNode,
  side: 'from' | 'to',
  kind: EdgeKind,
  { port = 0 }: PortRef,
  field: string,
  nodeTypes: NodeTypeLookup,
  list: FaultList,
): void {
  const type = nodeTypes.find(node.type, node.version);
  if (!type) return; // said once, about the node
  const ports = side === 'from' ? type.outputs(node.parameters) : type.inputs(node.parameters);
  const word = side === 'from' ? 'output' : 'input';
  const count = countOf(ports, kind) + (side === 'from' && kind === 'main' && node.onError === 'errorOutput' ? 1 : 0);
  if (count === 0) {
    const others = [...new Set(ports.map((each) => each.kind))].join(', ') || 'none';
    list.error('edge.kind', field, `The node has no ${word} of the kind "${kind}" (it has: ${others}).`, node.name);
  } else if (port >= count) {
    list.error('edge.port', field, `The node has ${count} "${kind}" ${word}s; there is no number ${port}.`, node.name);
  }
}

function countOf(ports: readonly PortInfo[], kind: EdgeKind): number {
  return ports.filter((port) => port.kind === kind).length;
}
