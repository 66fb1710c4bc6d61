import { type ScheduleRule, scheduleRules } from '@orchestrator/nodes';
import type { WorkflowNode } from '@orchestrator/workflow';
import { nextTime } from './next-time.js';

/** When a schedule trigger starts runs, in the order of its form. */
export function rulesOf({ parameters }: WorkflowNode): ScheduleRule[] {
  return scheduleRules(parameters);
}

/** What becomes of times that pass while no scheduler runs. */
export function missedPolicyOf({ parameters }: WorkflowNode): 'run-once' | 'skip' {
  return parameters.missed === 'skip' ? 'skip' : 'run-once';
}

/**
 * What the rule of a schedule that goes live counts from: now, or the first time of all for "every so many weeks", whose
 * first week is the one in which it first comes.
 * @throws when the rule can't be read
 */
export function anchorOf(rule: ScheduleRule, now: number, zone: string): number {
  if (rule.kind === 'interval' || rule.everyWeeks === undefined) return now;
  return nextTime({ ...rule, everyWeeks: 1 }, now, zone, now) ?? now;
}
