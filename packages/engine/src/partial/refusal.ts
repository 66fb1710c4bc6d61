import type { ItemError } from '@orchestrator/workflow';
import type { Plan, PlanNode } from '../plan.js';

/** Why a run can't begin as it was asked for. */
export interface Refusal {
  fault: ItemError;
}

export const refusal = (code: string, message: string): Refusal => ({ fault: { code, message } });

/** A node that gives other nodes something, and has no items to run on. */
export const notRunnable = ({ name }: PlanNode): Refusal =>
  refusal('run.notRunnable', `"${name}" serves other nodes and does not run by itself. Run one of those.`);

/** Why a run can't go from one node to another; nothing when a path leads there. */
export function noPath(plan: Plan, start: PlanNode, target: PlanNode): Refusal | undefined {
  if (start === target || plan.ancestors(target).has(start)) return undefined;
  return refusal('run.unreachable', `No path leads from "${start.name}" to "${target.name}".`);
}
