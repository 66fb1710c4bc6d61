import type { ItemError } from '@orchestrator/workflow';
import { isPinned } from './apply.js';
import { DEFAULT_LIMITS, type RunLimits } from './limits.js';
import { missedTarget } from './partial/missed-target.js';
import type { Suspension } from './ports.js';
import type { PendingStep, RunState } from './run-state.js';

/** What is to be done next. */
export type Command =
  /** Run the node at the head of the queue. */
  | { kind: 'run'; step: PendingStep; attempt: number }
  /** Record the step without running it: the node is disabled or pinned. */
  | { kind: 'pass'; step: PendingStep }
  /** Nothing until then: a retry is due later. */
  | { kind: 'sleep'; until: number }
  /** Nothing until what the step waits for has come. */
  | { kind: 'wait'; suspension: Suspension; step: PendingStep }
  /** An external step began and its result is not known. */
  | { kind: 'doubt'; step: PendingStep }
  /** Nothing until a person has answered. */
  | { kind: 'ask'; step: PendingStep }
  | { kind: 'finish'; status: 'success' | 'error'; error?: ItemError }
  | { kind: 'ended' };

/** Says what comes next, from the state alone. `now` is in epoch milliseconds. */
export function decide(state: RunState, now: number, limits: RunLimits = DEFAULT_LIMITS): Command {
  if (state.finishedAt !== undefined || state.started === undefined) return { kind: 'ended' };
  const error = state.fault ?? overLimit(state, now, limits);
  if (error) return { kind: 'finish', status: 'error', error };
  const step = state.queue[0];
  if (!step) {
    const missed = missedTarget(state);
    return missed ? { kind: 'finish', status: 'error', error: missed } : { kind: 'finish', status: 'success' };
  }
  const { progress } = state;
  if (state.status === 'in_doubt') return { kind: 'ask', step };
  if (progress.suspended) return { kind: 'wait', suspension: progress.suspended.suspension, step };
  if (progress.begun) return { kind: 'doubt', step };
  if (step.node.node.disabled || isPinned(state, step.node)) return { kind: 'pass', step };
  if (progress.retryAt !== undefined && progress.retryAt > now) return { kind: 'sleep', until: progress.retryAt };
  return { kind: 'run', step, attempt: progress.failures + 1 };
}

/** Epoch milliseconds at which the run is stopped; time spent waiting does not count. */
export function deadlineOf(state: RunState): number {
  const seconds = state.plan.document.settings.timeoutSeconds;
  return seconds && state.started ? state.started.at + seconds * 1000 + state.waitedMs : Number.POSITIVE_INFINITY;
}

/** The error of a run that took longer than its workflow allows. */
export function timeoutError(state: RunState): ItemError {
  const seconds = state.plan.document.settings.timeoutSeconds;
  return {
    code: 'run.timeout',
    message: `The run took longer than the ${seconds} s that the workflow's settings allow.`,
  };
}

function overLimit(state: RunState, now: number, limits: RunLimits): ItemError | undefined {
  if (state.steps >= limits.maxSteps && state.queue.length > 0) {
    return {
      code: 'run.tooManySteps',
      message: `The run was stopped after ${limits.maxSteps} steps, the last one in "${state.lastNode}". Look for a loop that never ends.`,
    };
  }
  if (state.itemBytes > limits.maxItemBytes) {
    return {
      code: 'run.tooMuchData',
      message: `The run holds more than ${Math.round(limits.maxItemBytes / 1_048_576)} MB of items; "${state.lastNode}" went over it. Work in smaller batches, or keep files as binary data.`,
    };
  }
  return state.status !== 'waiting' && now >= deadlineOf(state) ? timeoutError(state) : undefined;
}
