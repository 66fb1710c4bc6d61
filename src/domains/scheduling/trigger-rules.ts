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
 * What the rule of a schedule that goes live counts from: now, or the first time that its expression gives.
 * @throws when the rule can't be read
 */
export function anchorOf(rule: ScheduleRule, now: number, zone: string): number {
  if (rule.kind === 'interval') return now;
  const { expression, monthDay } = rule;
  return nextTime({ kind: 'cron', expression, monthDay }, now, zone, now) ?? now;
}
