import type { ItemError, JsonObject } from '@orchestrator/workflow';
import type { FailedEvent, RanEvent, RunEvent, SuspendedEvent, VanishedEvent } from './events.js';
import type { AttemptedItems } from './item-tries.js';
import { memoryPatch } from './memory-patch.js';
import { completeOutputs, outputsAfterFailure, retryableError, retryWait } from './outcome.js';
import type { NodeOutcome } from './ports.js';
import type { PendingStep } from './run-state.js';

/** What the event of an attempt follows from, beside the attempt itself. */
export interface AttemptFacts {
  /** Epoch milliseconds. */
  at: number;
  /** Milliseconds from the start of the attempt. */
  took: number;
  /** Attempts that failed before this one. */
  failures: number;
  /** The node's memory before the step. */
  memory: JsonObject | undefined;
  /** What the attempt told of its items. */
  tries?: AttemptedItems;
}

/** The event that an attempt of a step comes to. Pure. */
export function stepEvent(step: PendingStep, given: NodeOutcome, facts: AttemptFacts): RunEvent {
  const { at, took, tries } = facts;
  const outcome = given.kind === 'failed' ? { ...given, error: { ...given.error, node: step.node.name } } : given;
  const node = step.node.id;
  const error = retryableError(step.node, outcome, tries);
  // Each item has all its attempts, however many those before it in the list took.
  const wait = error && retryWait(step.node.node.retry, tries?.failures ?? facts.failures + 1);
  if (error && wait !== undefined) return { t: 'tried', at, node, took, error, retryAt: at + wait, ...tries?.told };
  switch (outcome.kind) {
    case 'failed':
      return failureEvent(step, at, took, outcome.error, tries?.told.done);
    case 'done':
      return ranEvent(step, outcome, facts);
    case 'nothing':
      if (step.node.node.alwaysOutputData) return ranEvent(step, { ...outcome, kind: 'done', outputs: [] }, facts);
      return withRest({ t: 'vanished', at, node }, outcome, facts.memory);
    case 'suspended': {
      const event: SuspendedEvent = { t: 'suspended', at, node, took, suspension: outcome.suspension };
      if (outcome.outputs) event.outputs = completeOutputs(step, outcome.outputs);
      return withRest(event, outcome, facts.memory);
    }
  }
}

function ranEvent(step: PendingStep, outcome: NodeOutcome & { kind: 'done' }, { at, took, memory }: AttemptFacts) {
  const outputs = completeOutputs(step, outcome.outputs);
  const event: RanEvent = { t: 'ran', at, node: step.node.id, took, outputs };
  return withRest(event, outcome, memory);
}

/** Adds what the attempt left behind. What is not there is left out: an event is the same before and after it was written. */
function withRest(
  event: RanEvent | SuspendedEvent | VanishedEvent,
  outcome: Exclude<NodeOutcome, { kind: 'failed' }>,
  before: JsonObject | undefined,
): RunEvent {
  const { memory, state } = outcome;
  const patch = memory && memoryPatch(before, memory);
  if (patch) event.memory = patch;
  if (state?.length) event.state = state;
  if (event.t !== 'vanished' && outcome.kind !== 'nothing' && outcome.response) event.response = outcome.response;
  return event;
}

function failureEvent(
  step: PendingStep,
  at: number,
  took: number,
  error: ItemError,
  done: FailedEvent['done'],
): RunEvent {
  const node = step.node.id;
  const outputs = error.code === 'run.timeout' ? undefined : outputsAfterFailure(step, error);
  if (outputs) return { t: 'ran', at, node, took, outputs, error };
  // What has no effect is worked out anew, by code that may have been mended since.
  const kept = step.node.effect === 'pure' ? [] : (done ?? []).filter(({ gave }) => !gave.some((item) => item.error));
  return { t: 'failed', at, node, took, error, ...(kept.length > 0 ? { done: kept } : {}) };
}
