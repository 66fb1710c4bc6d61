import type { EdgeKind, PortRef, WorkflowNode } from '../document.js';
import type { FaultList } from './fault.js';
import type { NodeTypeLookup } from './node-types.js';
import type { ShapedParts } from './shape.js';

/** Edges that are checked in one step. */
const EDGES_A_STEP = 1_000;

/** Checks that edges join ports that are there, of their own kind. Cycles are fine: loops are made of them. */
export function* checkEdges(
  { nodes, edges }: ShapedParts,
  nodeTypes: NodeTypeLookup,
  list: FaultList,
): Generator<void, void> {
  const byId = new Map(nodes.map(({ node }) => [node.id, node]));
  const ports = new Ports(nodeTypes);
  for (const { edge, index } of edges) {
    if (list.isFull) return;
    for (const side of ['from', 'to'] as const) {
      const node = byId.get(edge[side].node);
      const field = `edges[${index}].${side}`;
      if (!node) list.error('edge.dangling', field, `There is no node with the id "${edge[side].node}".`);
      else checkPort(node, side, edge.kind, edge[side], field, ports, list);
    }
    if (index % EDGES_A_STEP === 0) yield;
  }
}

function checkPort(
  node: WorkflowNode,
  side: 'from' | 'to',
  kind: EdgeKind,
  { port = 0 }: PortRef,
  field: string,
  ports: Ports,
  list: FaultList,
): void {
  const counts = ports.of(node, side);
  if (!counts) return; // said once, about the node
  const word = side === 'from' ? 'output' : 'input';
  const extra = side === 'from' && kind === 'main' && node.onError === 'errorOutput' ? 1 : 0;
  const count = (counts.get(kind) ?? 0) + extra;
  if (count === 0) {
    const others = [...counts.keys()].join(', ') || 'none';
    list.error('edge.kind', field, `The node has no ${word} of the kind "${kind}" (it has: ${others}).`, node.name);
  } else if (port >= count) {
    list.error('edge.port', field, `The node has ${count} "${kind}" ${word}s; there is no number ${port}.`, node.name);
  }
}

type PortCounts = ReadonlyMap<EdgeKind, number>;

/** How many ports of each kind nodes have, worked out once for all edges of a node. */
class Ports {
  readonly #known = { from: new Map<WorkflowNode, PortCounts>(), to: new Map<WorkflowNode, PortCounts>() };

  constructor(private readonly nodeTypes: NodeTypeLookup) {}

  /** Outputs for `from`, inputs for `to`; `undefined` when the type is not known. */
  of(node: WorkflowNode, side: 'from' | 'to'): PortCounts | undefined {
    const known = this.#known[side].get(node);
    if (known) return known;
    const type = this.nodeTypes.find(node.type, node.version);
    if (!type) return undefined;
    const counts = new Map<EdgeKind, number>();
    for (const { kind } of side === 'from' ? type.outputs(node.parameters) : type.inputs(node.parameters)) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    this.#known[side].set(node, counts);
    return counts;
  }
}
