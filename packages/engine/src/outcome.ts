import type { ItemError, RetryPolicy } from '@orchestrator/workflow';
import { failedItems, splitErrors, tellErrors } from './error-output.js';
import type { Outputs } from './events.js';
import type { AttemptedItems } from './item-tries.js';
import { emptyItem, pairOutputs } from './lineage.js';
import type { PlanNode } from './plan.js';
import type { NodeOutcome } from './ports.js';
import type { Inputs, PendingStep } from './run-state.js';

/** Longest wait before another attempt, in milliseconds, where the policy names none: an hour. */
const MAX_RETRY_WAIT_MS = 3_600_000;

/** The inputs that a node is called with: with `executeOnce`, the first item of each. */
export function callInputs({ node, inputs }: PendingStep): Inputs {
  return node.node.executeOnce
    ? inputs.map((items) => (items && items.length > 1 ? items.slice(0, 1) : items))
    : inputs;
}

/** What a node gave, made whole: failing items on the error output, lineage, the empty item of `alwaysOutputData`. */
export function completeOutputs({ node, inputs }: PendingStep, given: readonly (Outputs[number] | null)[]): Outputs {
  const whole = given.map((items) => items ?? []);
  let outputs = pairOutputs(tellErrors(splitErrors(node, whole, inputs)), inputs);
  if (node.node.alwaysOutputData && !outputs[0]?.length) outputs = [[emptyItem(inputs)], ...outputs.slice(1)];
  return outputs;
}

/** What goes on behind a node that failed for good; `undefined` when the run stops there. */
export function outputsAfterFailure({ node, inputs }: PendingStep, error: ItemError): Outputs | undefined {
  if (node.node.onError === 'continue') return [inputs[0] ?? []];
  if (node.errorOutput === undefined) return undefined;
  const outputs: Outputs[number][] = new Array(node.errorOutput).fill([]);
  outputs.push(failedItems(inputs, error.message));
  return outputs;
}

/**
 * The error that another attempt may mend. A node that may go on after faults tells it in its first item, unless it told
 * of its items one by one.
 */
export function retryableError(node: PlanNode, outcome: NodeOutcome, tries?: AttemptedItems): ItemError | undefined {
  if (outcome.kind === 'failed') return outcome.retryable === false ? undefined : outcome.error;
  if (outcome.kind !== 'done' || (node.node.onError ?? 'stop') === 'stop' || tries?.isUsed) return undefined;
  const first = outcome.outputs[0]?.[0];
  const told = first?.json.error;
  if (first === undefined || told === undefined) return undefined;
  return first.error ?? { message: typeof told === 'string' ? told : JSON.stringify(told) };
}

/** Milliseconds before the next attempt, after so many failures; `undefined` when there is none. */
export function retryWait(policy: RetryPolicy | undefined, failures: number): number | undefined {
  if (!policy || failures >= policy.maxTries) return undefined;
  const wait = policy.backoff === 'exponential' ? policy.waitMs * 2 ** (failures - 1) : policy.waitMs;
  return Math.min(wait, policy.maxWaitMs ?? MAX_RETRY_WAIT_MS);
}
