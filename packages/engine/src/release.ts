import type { Item } from '@orchestrator/workflow';
import type { PlanNode } from './plan.js';
import type { PartialInputs, RunState } from './run-state.js';

/**
 * The queue is empty: queues the first node that waits for inputs, with what it has, unless one of its ancestors waits
 * too or its type requires inputs that are missing. Inputs that never came are empty lists.
 */
export function releaseWaiting(state: RunState): void {
  for (let found = nextToRelease(state); found; found = nextToRelease(state)) {
    const { node, place, partial } = found;
    const places = state.waiting.get(node)!;
    places.delete(place);
    if (places.size === 0) state.waiting.delete(node);
    const inputs: (readonly Item[])[] = partial.inputs.map((items) => items ?? []);
    const sources = [...partial.sources];
    // Everything that came was empty: nothing to run on, so look for the next one.
    if (inputs.every((items) => items.length === 0)) continue;
    while (inputs.length < node.declaredInputs) {
      inputs.push([]);
      sources.push(null);
    }
    state.queue.push({ node, inputs, sources });
    return;
  }
}

function nextToRelease(state: RunState): { node: PlanNode; place: number; partial: PartialInputs } | undefined {
  for (const [node, places] of state.waiting) {
    const ancestors = state.plan.ancestors(node);
    let parentWaits = false;
    for (const other of state.waiting.keys()) if (other !== node && ancestors.has(other)) parentWaits = true;
    if (parentWaits) continue;
    const place = firstPlace(places.keys());
    const partial = places.get(place)!;
    if (hasRequired(state, node, partial)) return { node, place, partial };
  }
  return undefined;
}

/** The place whose turn it is: n8n goes by their numbers as text, so that 10 and 11 come between 1 and 2 (recorded). */
function firstPlace(places: Iterable<number>): number {
  let first: number | undefined;
  for (const place of places) if (first === undefined || String(place) < String(first)) first = place;
  return first as number;
}

function hasRequired(state: RunState, node: PlanNode, { inputs }: PartialInputs): boolean {
  const required = state.plan.order === 'v1' ? node.shape?.requiredInputs : undefined;
  if (required === undefined) return true;
  if (typeof required === 'number') return inputs.filter((items) => items !== null).length >= required;
  return required.every((input) => (inputs[input] ?? null) !== null);
}
