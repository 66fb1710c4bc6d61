import type { ItemError } from '@orchestrator/workflow';
import type { PlanEdge, PlanNode } from '../plan.js';
import { type RunState, runsOf } from '../run-state.js';

/**
 * Why a run that has nothing left to do did not come to the node that it was to stop at; nothing when it did, or was to
 * stop nowhere. Such a run has not done what it was asked for.
 */
export function missedTarget(state: RunState): ItemError | undefined {
  const target = state.started?.to === undefined ? undefined : state.plan.byId.get(state.started.to);
  if (!target || state.reached) return undefined;
  return { code: 'run.targetNotReached', message: `"${target.name}" was not reached: ${reason(state, target)}` };
}

function reason(state: RunState, target: PlanNode): string {
  if (state.waiting.has(target)) return 'items came to some of its inputs, and it needs them at all of them.';
  const edge = emptyEdge(state, target);
  if (!edge) return 'nothing that has run leads to it. Join it to the trigger, or pin data before it.';
  const { from, output } = edge;
  return `"${from.name}" gave no items${from.outputCount > 1 ? ` at its output ${outputName(from, output)}` : ''}.`;
}

/** The nearest edge before a node that comes from a node which ran, and gave it nothing. */
function emptyEdge(state: RunState, target: PlanNode): PlanEdge | undefined {
  const idle = new Set([target]);
  for (const node of idle) {
    for (const edge of node.incoming.flat()) {
      const runs = runsOf(state, edge.from.name);
      if (runs.length === 0) idle.add(edge.from);
      else if (runs.every(({ outputs }) => !outputs[edge.output]?.length)) return edge;
    }
  }
  return undefined;
}

function outputName(from: PlanNode, output: number): string {
  if (output === from.errorOutput) return '"error"';
  const name = from.shape?.outputs.filter(({ kind }) => kind === 'main')[output]?.name;
  return name ? `"${name}"` : String(output + 1);
}
