import type { StartedEvent, StepBegun } from '../events.js';
import { begunStep } from '../item-tries.js';
import type { Plan, PlanNode } from '../plan.js';
import type { RunState } from '../run-state.js';
import { asKept, type EarlierRun, nodeToday, type Records, recordsFor, unservedNodes } from './earlier-run.js';
import { type Refusal, refusal } from './refusal.js';

/** How a retry begins. */
export type RetryStart = Pick<
  StartedEvent,
  'node' | 'items' | 'given' | 'kept' | 'only' | 'memory' | 'to' | 'pins' | 'begun'
>;

/**
 * Works out the retry of a run that failed or was stopped: all that went well stands, and the step that failed runs again
 * on what it failed on, with all that was still to come. Of another version of the workflow, what has been added on the way
 * runs too.
 * @param plan of the version that is to run; the run's own, or another of the same workflow
 * @returns the fault when that version has no such step any more, or nothing comes to it
 */
export function planRetry(plan: Plan, earlier: EarlierRun): RetryStart | Refusal {
  const { state, plan: old } = earlier;
  const { started } = state;
  const failed = state.queue[0]?.node;
  const next = failed && plan.byId.get(failed.id);
  if (failed && !next) {
    return refusal(
      'run.nodeGone',
      `"${failed.name}" is not in that version any more. Replay the run from another node.`,
    );
  }
  const target = started?.to === undefined ? undefined : plan.byId.get(started.to);
  if (started?.to !== undefined && !target) {
    return refusal('run.nodeGone', 'The node that the run was to stop at is not in that version any more.');
  }
  const begin: RetryStart = { node: plan.byId.get(started?.node ?? '')?.id ?? next?.id ?? '' };
  if (target) begin.to = target.id;
  if (started?.pins) begin.pins = true;
  if (started?.given) begin.given = true;
  const records = withoutFailure(recordsFor(plan, earlier), next);
  if (records.size === 0) {
    begin.items = started?.items ?? [{ json: {} }];
    return begin;
  }
  if (next && !willCome(next, plan, records)) {
    return refusal(
      'run.nothingToRetry',
      `In that version nothing comes to "${next.name}". Replay the run from its trigger.`,
    );
  }
  begin.kept = asKept(records);
  const begun = next && begunIn(plan, earlier);
  if (begun) begin.begun = begun;
  const only = onlyOf(plan, old, state);
  if (only) begin.only = only;
  if (state.memory.size > 0) begin.memory = Object.fromEntries(state.memory);
  return begin;
}

/**
 * What the step that failed had done with some of its items, for a run that begins with the same inputs for it. `undefined`
 * when there is nothing of it that must not be done twice.
 */
export function begunIn(plan: Plan, { plan: old, state }: EarlierRun): StepBegun | undefined {
  return begunStep(state, (name) => nodeToday(plan, old, name)?.name ?? name);
}

/** Whether what the records gave leads to a node that has not run on it. */
function willCome(node: PlanNode, plan: Plan, records: Records): boolean {
  const unserved = unservedNodes(records);
  return unserved.has(node) || [...plan.ancestors(node)].some((before) => unserved.has(before));
}

/** The records but for that of the step that failed, which is the last of its node. */
function withoutFailure(records: Records, failed: PlanNode | undefined): Records {
  const runs = failed && records.get(failed);
  const last = runs?.at(-1);
  // A step that went on after its fault has outputs, and stands.
  if (!failed || !runs || last?.status !== 'error' || last.outputs.length > 0) return records;
  if (runs.length === 1) records.delete(failed);
  else records.set(failed, runs.slice(0, -1));
  return records;
}

/** Ids of the nodes that the run was bound to, as far as they are there. */
function onlyOf(plan: Plan, old: Plan, { started, only }: RunState): string[] | undefined {
  const start = old.byId.get(started?.node ?? '');
  const bound = started?.only ? only : started?.seed && start ? new Set([start, ...old.descendants(start)]) : undefined;
  if (!bound) return undefined;
  const ids = new Set([...bound].map(({ id }) => id));
  // What was added to the workflow since is no part of what the run left out.
  return plan.nodes.filter(({ id }) => ids.has(id) || !old.byId.has(id)).map(({ id }) => id);
}
