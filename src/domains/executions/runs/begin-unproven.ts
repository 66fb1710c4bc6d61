import type { Plan, PlanNode } from '@orchestrator/engine';
import { unkeptOf } from '../journal/kept-runs.js';

const known = new WeakMap<PlanNode, boolean>();

/**
 * Whether a webhook's run may begin before its address is proven: when nothing of it reaches anyone before its first
 * commit, which proves it. Pure steps reach nobody and external ones commit first; idempotent ones may go out before, and
 * a run that is not kept may have no commit at all.
 * @param node that the run starts at
 */
export function mayBeginUnproven(plan: Plan, node: PlanNode): boolean {
  let may = known.get(node);
  if (may === undefined) {
    const reached = [node, ...plan.descendants(node)];
    may = unkeptOf(plan, 'webhook') === undefined && reached.every(({ effect }) => effect !== 'idempotent');
    known.set(node, may);
  }
  return may;
}
