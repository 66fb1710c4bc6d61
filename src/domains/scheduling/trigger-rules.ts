import type { WorkflowNode } from '@orchestrator/workflow';
import type { ScheduleRule } from './next-time.js';

/** When a schedule trigger starts runs, in the order of its form. */
export function rulesOf({ parameters }: WorkflowNode): ScheduleRule[] {
  return Array.isArray(parameters.rules) ? (parameters.rules as unknown as ScheduleRule[]) : [];
}

/** What becomes of times that pass while no scheduler runs. */
export function missedPolicyOf({ parameters }: WorkflowNode): 'run-once' | 'skip' {
  return parameters.missed === 'skip' ? 'skip' : 'run-once';
}
