import type { Plan, PlanNode } from '@orchestrator/engine';
import { Problem } from '../../http/problem.js';

/** A node of a plan by its name or id. @throws Problem 422 */
export function nodeOf(plan: Plan, nameOrId: string): PlanNode {
  const found = plan.byName.get(nameOrId) ?? plan.byId.get(nameOrId);
  if (!found) throw Problem.invalid('run.no_such_node', `The workflow has no node '${nameOrId.slice(0, 100)}'.`);
  return found;
}

/** The manual trigger, or the first one in the document. @throws Problem 422 */
export function firstTrigger(plan: Plan): PlanNode {
  const found = plan.triggers.find((node) => node.node.type === 'manualTrigger') ?? plan.triggers[0];
  if (!found) throw Problem.invalid('workflow.no_trigger', 'The workflow has no trigger to start at.');
  return found;
}
