import type { Outputs } from './events.js';
import { forceParents } from './force-parents.js';
import type { PlanEdge, PlanNode } from './plan.js';
import type { Source } from './ports.js';
import type { PartialInputs, PendingStep, RunState } from './run-state.js';

/**
 * Queues what comes after a node. Order v1: only edges with items, the topmost and leftmost target first and before all
 * else (depth first). Order v0: in the order of the edges behind all else (breadth first), and an output without items is
 * still followed into inputs after the first. Nodes that this run leaves out are given nothing.
 */
export function enqueueSuccessors(state: RunState, from: PlanNode, outputs: Outputs, run: number): void {
  const legacy = state.plan.order === 'v0';
  for (const edge of legacy ? from.outgoing : from.queueing) {
    const items = outputs[edge.output];
    if (items === undefined || (state.only && !state.only.has(edge.to))) continue;
    if (items.length > 0 || (legacy && edge.input > 0)) deliver(state, edge, outputs, run);
  }
}

/** Puts a step into the queue: at the front in order v1, at the back in v0. */
function enqueue(state: RunState, step: PendingStep): void {
  if (state.plan.order === 'v1') state.queue.unshift(step);
  else state.queue.push(step);
}

function deliver(state: RunState, edge: PlanEdge, outputs: Outputs, run: number): void {
  const items = outputs[edge.output]!;
  const source: Source = { node: edge.from.name, output: edge.output, run };
  const node = edge.to;
  if (node.inputCount === 1) {
    enqueue(state, { node, inputs: [items], sources: [source] });
    return;
  }
  let places = state.waiting.get(node);
  const firstToArrive = places === undefined;
  if (!places) {
    places = new Map();
    state.waiting.set(node, places);
  }
  const [place, partial] = placeFor(places, node, edge.input);
  partial.inputs[edge.input] = items;
  partial.sources[edge.input] = source;
  if (partial.inputs.every((given) => given !== null)) {
    places.delete(place);
    if (places.size === 0) state.waiting.delete(node);
    enqueue(state, { node, inputs: partial.inputs, sources: partial.sources });
    return;
  }
  if (firstToArrive && state.plan.order === 'v0') forceParents(state, edge, items, run);
}

/** The first place that still lacks this input, or a new one behind the others. */
function placeFor(places: Map<number, PartialInputs>, node: PlanNode, input: number): [number, PartialInputs] {
  let last = -1;
  for (const [place, partial] of places) {
    if (partial.inputs[input] === null) return [place, partial];
    last = place;
  }
  const fresh: PartialInputs = {
    inputs: new Array(node.inputCount).fill(null),
    sources: new Array(node.inputCount).fill(null),
  };
  places.set(last + 1, fresh);
  return [last + 1, fresh];
}
