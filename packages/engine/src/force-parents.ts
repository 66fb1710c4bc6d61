import type { Item } from '@orchestrator/workflow';
import type { PlanEdge, PlanNode } from './plan.js';
import type { RunState } from './run-state.js';

/**
 * Order v0 only. A node with several inputs has got its first one: whatever leads to its other inputs and would not run
 * by itself is made to run, from the farthest ancestor that has not run yet, on one empty item.
 */
export function forceParents(state: RunState, edge: PlanEdge, items: readonly Item[], run: number): void {
  const parent = edge.from;
  const siblings = new Set(parent.outgoing.map((other) => other.to));
  for (const incoming of edge.to.incoming) {
    for (const { from: needed } of incoming) {
      if (needed === parent) continue;
      // It is queued by this very parent, unless nothing reaches it.
      if (siblings.has(needed) && !arrivesEmpty(state, needed, run)) continue;
      if (isQueued(state, needed) || state.runs.has(needed.name)) continue;
      const start = farthestToRun(state, needed, siblings);
      if (items.length === 0 && state.plan.ancestors(start).has(parent)) continue;
      if (start.inputCount === 0 || arrivesEmpty(state, start, run)) {
        state.queue.push({
          node: start,
          inputs: [[{ json: {} }]],
          sources: [{ node: parent.name, output: 0, run }],
        });
      }
    }
  }
}

/** The farthest ancestor that neither ran nor is queued, as long as no nearer one has run. */
function farthestToRun(state: RunState, needed: PlanNode, siblings: ReadonlySet<PlanNode>): PlanNode {
  let start = needed;
  for (const ancestor of [needed, ...state.plan.ancestors(needed)]) {
    if (ancestor !== needed && siblings.has(ancestor)) continue;
    if (isQueued(state, ancestor)) continue;
    if (state.runs.has(ancestor.name)) break;
    start = ancestor;
  }
  return start;
}

function isQueued(state: RunState, node: PlanNode): boolean {
  return state.queue.some((step) => step.node === node);
}

/** The nodes before the first input of a node have run, in the given run of them, and gave nothing. */
function arrivesEmpty(state: RunState, node: PlanNode, run: number): boolean {
  return (node.incoming[0] ?? []).every(
    ({ from, output }) => state.runs.get(from.name)?.[run]?.outputs[output]?.length === 0,
  );
}
