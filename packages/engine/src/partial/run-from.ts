import { type Item } from '@orchestrator/workflow';
import type { StartedEvent } from '../events.js';
import type { Plan, PlanNode } from '../plan.js';
import type { NodeRunRecord } from '../ports.js';
import { asKept, type EarlierRun, type Records, recordsFor } from './earlier-run.js';
import { noPath, notRunnable, type Refusal, refusal } from './refusal.js';

/** A run from one node on. */
export interface RunFromRequest {
  plan: Plan;
  start: PlanNode;
  /** Where it is to end; at the end of the workflow when left out. */
  target?: PlanNode;
  /** Pinned data stands in for running the nodes that have some. */
  pins: boolean;
  /** Whose data the nodes before the start have, as it is: somebody said where to begin. */
  earlier?: EarlierRun;
  /** What the start is given, where somebody chose it. */
  items?: readonly Item[];
  /** Epoch milliseconds. */
  at: number;
}

/** How such a run begins. */
export type RunFromStart = Pick<StartedEvent, 'node' | 'items' | 'given' | 'seed' | 'to'>;

/**
 * Works out a run from one node on. The node is given the chosen items, or what the nodes before it gave last; a trigger
 * what it was given then, or one empty item.
 * @returns the fault when nothing before the node has data for it, which the message tells how to get
 */
export function planRunFrom(request: RunFromRequest): RunFromStart | Refusal {
  const { plan, start, target, earlier, items, at, pins } = request;
  if (start.supplier) return notRunnable(start);
  const unreachable = target && noPath(plan, start, target);
  if (unreachable) return unreachable;
  const records: Records = earlier ? recordsFor(plan, earlier) : new Map();
  if (pins) addPins(plan, start, records, at);
  const begin: RunFromStart = { node: start.id };
  if (target) begin.to = target.id;
  if (records.size > 0) begin.seed = asKept(records);
  const isTrigger = plan.triggers.includes(start);
  if (items) {
    begin.items = items;
    // Data that was chosen for a trigger stands before what is pinned there; any other node is still stood in for.
    if (isTrigger) begin.given = true;
    return begin;
  }
  const isPinned = pins && plan.document.pins?.[start.id] !== undefined;
  if (isTrigger || start.inputCount === 0 || isPinned) {
    begin.items = (isTrigger && itemsOf(start, earlier)) || [{ json: {} }];
    return begin;
  }
  return start.node.alwaysOutputData || hasInput(start, records) ? begin : noData(start, records);
}

/** What a trigger was given in the earlier run; a run that built on another one has it as the trigger's output. */
export function itemsOf({ id }: PlanNode, earlier: EarlierRun | undefined): readonly Item[] | undefined {
  if (!earlier) return undefined;
  const { started, runs } = earlier.state;
  const name = earlier.plan.byId.get(id)?.name ?? '';
  return (started?.node === id ? started.items : undefined) ?? runs.get(name)?.[0]?.outputs[0];
}

/** Nodes before the start that have pinned data gave that. */
function addPins(plan: Plan, start: PlanNode, records: Records, at: number): void {
  for (const { from } of start.incoming.flat()) {
    const pin = from.node.disabled ? undefined : plan.document.pins?.[from.id];
    if (pin) records.set(from, [pinRecord(pin, at)]);
  }
}

/** Pinned data as a run that gave it, behind all others. */
export function pinRecord(items: readonly Item[], at: number): NodeRunRecord {
  const index = Number.MAX_SAFE_INTEGER;
  return { index, status: 'success', sources: [], outputs: [items], startedAt: at, finishedAt: at };
}

const hasInput = (start: PlanNode, records: Records) =>
  start.incoming.flat().some(({ from, output }) => records.get(from)?.at(-1)?.outputs[output]?.length);

function noData(start: PlanNode, records: Records): Refusal {
  const before = [...new Set(start.incoming.flat().map(({ from }) => from))];
  const empty = before.find((node) => records.has(node));
  if (empty) {
    const message = `"${empty.name}" gave no items for "${start.name}" to run on. Hand items in, or run what is before it again.`;
    return refusal('run.noData', message);
  }
  const names = before.map(({ name }) => `"${name}"`).join(' or ');
  return refusal(
    'run.noData',
    `"${start.name}" has nothing to run on yet. Run ${names} first, run to "${start.name}" instead, or hand items in.`,
  );
}
