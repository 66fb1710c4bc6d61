import type { ItemError } from '@orchestrator/workflow';
import type { ItemDone } from './events.js';
import type { NodeOutcome } from './ports.js';
import type { Inputs, PendingStep } from './run-state.js';

/**
 * Levels of objects and lists that a value of a run may have. Encoders go down by recursion and give up at some thousand;
 * what nobody can encode is never written, so its run would be tried again and again.
 */
const MAX_ITEM_DEPTH = 500;

/** What a node gave, or else the fault that it is nested too deep to be kept. */
export function boundedDepth(step: PendingStep, outcome: NodeOutcome, done: readonly ItemDone[] = []): NodeOutcome {
  // What was done before a failure is written beside it; else it is in the outputs too.
  const kept =
    outcome.kind === 'failed' && done.some(({ gave }) => gave.some(({ json }) => exceeds(json, MAX_ITEM_DEPTH)));
  return kept || isTooDeep(outcome, step.inputs)
    ? { kind: 'failed', error: tooDeep(step.node.name), retryable: false }
    : outcome;
}

function isTooDeep(outcome: NodeOutcome, inputs: Inputs): boolean {
  if (outcome.kind === 'failed') return exceeds(outcome.error, MAX_ITEM_DEPTH);
  const { memory, state } = outcome;
  if ((memory && exceeds(memory, MAX_ITEM_DEPTH)) || (state && exceeds(state, MAX_ITEM_DEPTH))) return true;
  if (outcome.kind === 'nothing') return false;
  if (outcome.response && exceeds(outcome.response, MAX_ITEM_DEPTH)) return true;
  if (outcome.kind === 'suspended' && exceeds(outcome.suspension, MAX_ITEM_DEPTH)) return true;
  for (const items of outcome.outputs ?? []) {
    if (items === null) continue;
    for (let at = 0; at < items.length; at++) {
      const { json } = items[at]!;
      // What a node passed on was looked at where it came from.
      if (json !== inputs[0]?.[at]?.json && exceeds(json, MAX_ITEM_DEPTH)) return true;
    }
  }
  return false;
}

function exceeds(value: object, levels: number): boolean {
  if (levels === 0) return true;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (let at = 0; at < members.length; at++) {
    const member = members[at];
    if (typeof member === 'object' && member !== null && exceeds(member, levels - 1)) return true;
  }
  return false;
}

function tooDeep(name: string): ItemError {
  return {
    code: 'item.tooDeep',
    message: `"${name}" gave a value that is nested more than ${MAX_ITEM_DEPTH} levels deep, which is more than can be kept. Take out the part that is needed before it goes on, or keep it as text.`,
  };
}
