import { enqueueSuccessors } from '../enqueue.js';
import type { StartedEvent } from '../events.js';
import { itemBytes } from '../item-size.js';
import { stampInputs } from '../lineage.js';
import type { PlanNode } from '../plan.js';
import type { NodeRunRecord, Source } from '../ports.js';
import type { PendingStep, RunState } from '../run-state.js';
import { sourceKey, sourcesKey } from '../source-key.js';

/**
 * Takes over what nodes gave in an earlier run, and queues what that leads to and has not run on it: the queue as it would
 * be had those steps just run. What an earlier run had queued or held back for want of an input is found again so. Only a
 * node with several inputs to which more than one round of items comes may pair them otherwise than a whole run: what is
 * there comes before what has to run first.
 */
export function takeOverKept(state: RunState, kept: NonNullable<StartedEvent['kept']>): void {
  const all: Kept[] = [];
  for (const [name, runs] of Object.entries(kept)) {
    const node = state.plan.byName.get(name);
    if (!node) continue;
    state.runs.set(name, [...runs]);
    runs.forEach((record, run) => {
      all.push({ node, record, run });
      state.steps = Math.max(state.steps, record.index + 1);
      state.itemBytes += itemBytes(record.outputs, []);
    });
  }
  all.sort((a, b) => a.record.index - b.record.index);
  const bySources = new Map<string, Kept>(all.map((each) => [stepKey(each.node, each.record.sources), each]));
  const done = new Set<Kept>();
  const pending: PendingStep[] = [];
  const follow = (each: Kept) => {
    done.add(each);
    enqueueSuccessors(state, each.node, each.record.outputs, each.run);
  };
  for (const each of all) {
    if (done.has(each)) continue;
    // It began the run, or ran once no more inputs were to come.
    forgetWaiting(state, each);
    follow(each);
    for (let step = state.queue.shift(); step; step = state.queue.shift()) {
      const known = bySources.get(stepKey(step.node, step.sources));
      if (known && !done.has(known)) follow(known);
      else pending.push(step);
    }
  }
  for (const step of pending) step.inputs = stampInputs(step.inputs);
  state.queue.push(...pending);
}

interface Kept {
  node: PlanNode;
  record: NodeRunRecord;
  /** Which run of its node. */
  run: number;
}

const stepKey = ({ id }: PlanNode, sources: readonly (Source | null)[]): string => `${sourcesKey(sources)} ${id}`;

/** The inputs that a kept run was released with are not waiting for others any more. */
function forgetWaiting(state: RunState, { node, record }: Kept): void {
  const places = state.waiting.get(node);
  if (!places) return;
  for (const [place, { sources }] of places) {
    const wasReleased = sources.every((source, input) => sourceKey(source) === sourceKey(record.sources[input]));
    if (!wasReleased) continue;
    places.delete(place);
    if (places.size === 0) state.waiting.delete(node);
    return;
  }
}
