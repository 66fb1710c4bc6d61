import type { ItemError } from '@orchestrator/workflow';
import type { RunEvent } from './events.js';
import { completeOutputs, outputsAfterFailure, retryableError, retryWait } from './outcome.js';
import type { NodeOutcome } from './ports.js';
import type { PendingStep } from './run-state.js';

/**
 * The event that an attempt of a step comes to. `at` is in epoch milliseconds, `took` in milliseconds, `failures` counts
 * the attempts that failed before this one. Pure.
 */
export function stepEvent(
  step: PendingStep,
  outcome: NodeOutcome,
  { at, took, failures }: { at: number; took: number; failures: number },
): RunEvent {
  const node = step.node.id;
  const error = retryableError(step.node, outcome);
  const wait = error && retryWait(step.node.node.retry, failures + 1);
  if (error && wait !== undefined) return { t: 'tried', at, node, took, error, retryAt: at + wait };
  if (outcome.kind === 'failed') return failureEvent(step, at, took, outcome.error);
  const { memory, state, response } = outcome;
  if (outcome.kind === 'done') {
    const outputs = completeOutputs(step, outcome.outputs);
    return compact({ t: 'ran', at, node, took, outputs, memory, state, response });
  }
  const { suspension } = outcome;
  const outputs = outcome.outputs && completeOutputs(step, outcome.outputs);
  return compact({ t: 'suspended', at, node, took, suspension, outputs, memory, state, response });
}

function failureEvent(step: PendingStep, at: number, took: number, error: ItemError): RunEvent {
  const node = step.node.id;
  const outputs = error.code === 'run.timeout' ? undefined : outputsAfterFailure(step, error);
  if (outputs) return { t: 'ran', at, node, took, outputs, error };
  return { t: 'failed', at, node, took, error };
}

/** Leaves out members that are not there, so that an event is the same before and after it was written. */
export function compact<E extends RunEvent>(event: E): E {
  const kept = event as unknown as Record<string, unknown>;
  for (const key in kept) if (kept[key] === undefined) delete kept[key];
  return event;
}
