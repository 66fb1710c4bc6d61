import type { WorkflowNode } from '../document.js';
import type { NodeTypeInfo, NodeTypeLookup } from './node-types.js';
import type { ShapedParts } from './shape.js';

/** A main edge, by the nodes that it joins. */
export interface FlowEdge {
  from: FlowNode;
  output: number;
  to: FlowNode;
  input: number;
}

/** A node with the main edges around it. */
export interface FlowNode {
  readonly node: WorkflowNode;
  /** `undefined`: the type is not known. */
  readonly type: NodeTypeInfo | undefined;
  readonly out: FlowEdge[];
  readonly in: FlowEdge[];
  /** It supplies another node, and does not run by itself. */
  supplies: boolean;
}

/** The nodes of a document with the main edges between them. */
export function flowGraph({ nodes, edges }: ShapedParts, nodeTypes: NodeTypeLookup): FlowNode[] {
  const byId = new Map<string, FlowNode>();
  for (const { node } of nodes) {
    byId.set(node.id, { node, type: nodeTypes.find(node.type, node.version), out: [], in: [], supplies: false });
  }
  for (const { edge } of edges) {
    const from = byId.get(edge.from.node);
    const to = byId.get(edge.to.node);
    if (!from || !to) continue;
    if (edge.kind !== 'main') from.supplies = true;
    else {
      const joined = { from, output: edge.from.port ?? 0, to, input: edge.to.port ?? 0 };
      from.out.push(joined);
      to.in.push(joined);
    }
  }
  return [...byId.values()];
}

/**
 * What main edges lead to from some nodes, those themselves left out unless they are led back to.
 * @param past a node that is reached, but not gone past
 */
export function reachedFrom(starts: Iterable<FlowEdge>, past?: FlowNode): Set<FlowNode> {
  const reached = new Set<FlowNode>();
  const open = [...starts];
  for (let edge = open.pop(); edge; edge = open.pop()) {
    if (reached.has(edge.to)) continue;
    reached.add(edge.to);
    if (edge.to !== past) open.push(...edge.to.out);
  }
  return reached;
}

/** The nodes from which main edges lead to a node; itself only when it lies on a cycle. */
export function nodesBefore(node: FlowNode): Set<FlowNode> {
  const before = new Set<FlowNode>();
  const open = [...node.in];
  for (let edge = open.pop(); edge; edge = open.pop()) {
    if (before.has(edge.from)) continue;
    before.add(edge.from);
    open.push(...edge.from.in);
  }
  return before;
}

/** Runs begin there: a trigger, or a node of which nothing is known and to which nothing leads. */
export function isStart({ node, type, in: led }: FlowNode): boolean {
  if (node.disabled) return false;
  return type === undefined || type.isOpen ? led.length === 0 : type.starts;
}
