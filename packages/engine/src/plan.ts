import type { WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import type { Effect, NodeCatalog, NodeShape } from './ports.js';

/** A main edge with its ends looked up. */
export interface PlanEdge {
  from: PlanNode;
  output: number;
  to: PlanNode;
  input: number;
}

/** A node of a plan: what the engine has to know to run it, looked up once. */
export interface PlanNode {
  readonly node: WorkflowNode;
  readonly id: string;
  readonly name: string;
  /** `undefined`: the type is not known, and reaching the node stops the run. */
  readonly shape: NodeShape | undefined;
  readonly effect: Effect;
  /** A supplier has no main edges and never runs on its own. */
  readonly supplier: boolean;
  /** Main inputs that something is joined to, or that lie before such a one: what the node waits for. */
  inputCount: number;
  /** Main inputs that the type declares. */
  readonly declaredInputs: number;
  /** Main outputs, the error output included. */
  readonly outputCount: number;
  /** Index of the error output: behind the node's own. */
  readonly errorOutput: number | undefined;
  /** Main edges out of the node: output by output, in the document's order. */
  readonly outgoing: PlanEdge[];
  /** The same in the order in which v1 queues them: last the one that is to run first. */
  queueing: readonly PlanEdge[];
  /** Main edges into the node, by input. */
  readonly incoming: PlanEdge[][];
}

/** One version of a workflow, made ready to run. Never changes; keep one for each version. */
export interface Plan {
  readonly document: WorkflowDocument;
  readonly order: 'v0' | 'v1';
  readonly nodes: readonly PlanNode[];
  readonly byId: ReadonlyMap<string, PlanNode>;
  readonly byName: ReadonlyMap<string, PlanNode>;
  /** Nodes that can start a run, in the document's order; disabled ones are left out. */
  readonly triggers: readonly PlanNode[];
  /** Nodes from which main edges lead to a node, at any distance, itself left out. Worked out when first asked for. */
  ancestors(node: PlanNode): ReadonlySet<PlanNode>;
  /** Nodes that main edges lead to from a node, at any distance, itself left out. */
  descendants(node: PlanNode): ReadonlySet<PlanNode>;
  /** The node lies on a cycle of main edges. */
  inCycle(node: PlanNode): boolean;
}

/**
 * Works out the plan of a document: adjacency, inputs, outputs, effects, cycles. Takes time in proportion to nodes and
 * edges. Edges to nodes that are not there are left out: `validateDocument` of packages/workflow names them.
 */
export function buildPlan(document: WorkflowDocument, catalog: NodeCatalog): Plan {
  const nodes = document.nodes.map((node) => planNode(node, catalog.shape(node)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  for (const edge of document.edges) {
    if (edge.kind !== 'main') continue;
    const from = byId.get(edge.from.node);
    const to = byId.get(edge.to.node);
    if (!from || !to) continue;
    const planned = { from, output: edge.from.port ?? 0, to, input: edge.to.port ?? 0 };
    from.outgoing.push(planned);
    while (to.incoming.length <= planned.input) to.incoming.push([]);
    to.incoming[planned.input]!.push(planned);
  }
  for (const node of nodes) {
    node.outgoing.sort((a, b) => a.output - b.output);
    node.queueing = [...node.outgoing].sort(lowestFirst);
    node.inputCount = node.incoming.length;
  }
  const ancestors = reachable((node) => node.incoming.flat().map((edge) => edge.from));
  const descendants = reachable((node) => node.outgoing.map((edge) => edge.to));
  const inCycle = (node: PlanNode) => node.outgoing.some(({ to }) => to === node || descendants(to).has(node));
  const triggers = nodes.filter((node) => node.shape?.kind === 'trigger' && !node.node.disabled);
  const order = document.settings.executionOrder ?? 'v1';
  return { document: withOwnPins(document), order, nodes, byId, byName, triggers, ancestors, descendants, inCycle };
}

function planNode(node: WorkflowNode, shape: NodeShape | undefined): PlanNode {
  const outputs = shape?.outputs.filter((port) => port.kind === 'main').length ?? 1;
  const withErrorOutput = node.onError === 'errorOutput';
  return {
    node,
    id: node.id,
    name: node.name,
    shape,
    effect: shape?.effect ?? 'pure',
    supplier: shape?.kind === 'supplier',
    inputCount: 0,
    declaredInputs: shape?.inputs.filter((port) => port.kind === 'main').length ?? 1,
    outputCount: outputs + (withErrorOutput ? 1 : 0),
    errorOutput: withErrorOutput ? outputs : undefined,
    outgoing: [],
    queueing: [],
    incoming: [],
  };
}

/** Bottom before top, right before left: each is then put at the front, so the topmost, leftmost one comes first. */
function lowestFirst(a: PlanEdge, b: PlanEdge): number {
  const [ax, ay] = a.to.node.position;
  const [bx, by] = b.to.node.position;
  return by - ay || bx - ax;
}

function reachable(next: (node: PlanNode) => PlanNode[]): (node: PlanNode) => ReadonlySet<PlanNode> {
  const known = new Map<PlanNode, ReadonlySet<PlanNode>>();
  return (start) => {
    const before = known.get(start);
    if (before) return before;
    const seen = new Set<PlanNode>([start]);
    for (const node of seen) for (const other of next(node)) seen.add(other);
    seen.delete(start);
    known.set(start, seen);
    return seen;
  };
}

/** Pins are looked up by ids that people may choose: `constructor` is to find nothing that every object has. */
function withOwnPins(document: WorkflowDocument): WorkflowDocument {
  return document.pins ? { ...document, pins: Object.assign(Object.create(null), document.pins) } : document;
}
