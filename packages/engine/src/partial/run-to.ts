import { type Item, type JsonObject, sameJson } from '@orchestrator/workflow';
import type { StartedEvent } from '../events.js';
import type { Plan, PlanNode } from '../plan.js';
import type { NodeRunRecord } from '../ports.js';
import { DataAtHand } from './data-at-hand.js';
import { asKept, type EarlierRun, type Records } from './earlier-run.js';
import { noPath, notRunnable, type Refusal } from './refusal.js';
import { itemsOf } from './run-from.js';

/** How a run that builds on an earlier one begins. */
export type PartialStart = Pick<StartedEvent, 'node' | 'items' | 'given' | 'kept' | 'only' | 'memory' | 'to'>;

/** A run up to one node. */
export interface RunToRequest {
  plan: Plan;
  /** Where the run is to end. It always runs. */
  target: PlanNode;
  /** Pinned data stands in for running the nodes that have some. */
  pins: boolean;
  /** Whose data the nodes before the target may have. */
  earlier?: EarlierRun;
  /** The trigger to start at, where somebody chose one. */
  start?: PlanNode;
  /** What that trigger gives, where somebody chose it. */
  items?: readonly Item[];
  /** Epoch milliseconds. */
  at: number;
}

const ONE_EMPTY_ITEM: readonly Item[] = [{ json: {} }];

/**
 * Works out a run up to one node. Nodes before it that are as they were in the earlier run keep what they gave there. What
 * has changed, failed, was left before it had run on all its items, or lacks data runs again, with all between it and the
 * target; a loop is run again as a whole. Pinned data is as good as a run. Where no trigger leads to the target, the run
 * begins at the first node on the way, with one empty item.
 * @returns the fault when the target can't be run, or can't be reached from the chosen trigger
 */
export function planRunTo(request: RunToRequest): PartialStart | Refusal {
  const { plan, target, earlier, start, items, at } = request;
  if (target.supplier) return notRunnable(target);
  const way = new Set([...plan.ancestors(target), target]);
  const unreachable = start && noPath(plan, start, target);
  if (unreachable) return unreachable;
  const first = start ?? firstOn(way, request);
  const keepsGiven = first !== undefined && items === undefined && hasKeptItems(first, plan, earlier);
  const isGiven = first !== undefined && (keepsGiven || items !== undefined);
  const data = new DataAtHand(plan, earlier, request.pins, way, first, isGiven);
  data.spend(target);
  if (first && items !== undefined) data.spend(first);
  let needed = data.neededFor(target);
  const begins = first !== undefined && needed.has(first) && !data.isSource(first);
  if (begins) {
    data.spend(first);
    needed = data.neededFor(target);
  }
  const kept = data.kept(needed, at);
  const from = begins ? first : data.isSource(target) ? target : lonelyStart(needed, kept);
  const partial: PartialStart = { node: (from ?? first ?? firstOf(kept) ?? target).id, to: target.id };
  if (from) partial.items = (begins && (items ?? itemsOf(first, earlier))) || ONE_EMPTY_ITEM;
  if (isGiven && partial.node === first.id) partial.given = true;
  if (kept.size > 0) {
    partial.kept = asKept(kept);
    partial.only = [...needed].map(({ id }) => id);
    const memory = memoryOf(kept, earlier);
    if (memory) partial.memory = memory;
  }
  return partial;
}

/** Where a run on this way starts: at the trigger whose data is there, at pinned data, at the manual trigger or the first. */
function firstOn(way: ReadonlySet<PlanNode>, { plan, earlier, pins }: RunToRequest): PlanNode | undefined {
  const triggers = plan.triggers.filter((trigger) => way.has(trigger));
  const ran = ({ id }: PlanNode) => earlier?.state.runs.has(earlier.plan.byId.get(id)?.name ?? '');
  return (
    triggers.find(({ id }) => id === earlier?.state.started?.node) ??
    triggers.find(ran) ??
    (pins ? [...way].find((node) => isPinnedStart(node, plan)) : undefined) ??
    triggers.find(({ node }) => node.type === 'manualTrigger') ??
    triggers[0]
  );
}

/** A trigger with pinned data, or a node that stands for one: nothing leads to it. */
const isPinnedStart = ({ id, inputCount, node }: PlanNode, plan: Plan) =>
  inputCount === 0 && !node.disabled && plan.document.pins?.[id] !== undefined;

/** The earlier run's trigger was given data that somebody chose for it, and nothing was pinned there since. */
function hasKeptItems({ id }: PlanNode, plan: Plan, earlier: EarlierRun | undefined): boolean {
  const started = earlier?.state.started;
  if (!earlier || !started?.given || started.node !== id) return false;
  return sameJson(earlier.plan.document.pins?.[id], plan.document.pins?.[id]);
}

/** Where a run begins that has no trigger and nothing to go on from: at a node that nothing leads to, or anywhere. */
function lonelyStart(needed: ReadonlySet<PlanNode>, kept: Records): PlanNode | undefined {
  const nodes = [...needed];
  if (nodes.some((node) => node.incoming.flat().some(({ from }) => kept.has(from)))) return undefined;
  return nodes.find((node) => node.inputCount === 0) ?? nodes[0];
}

function firstOf(kept: Records): PlanNode | undefined {
  const index = (runs: readonly NodeRunRecord[]) => runs[0]?.index ?? 0;
  return [...kept].sort(([, a], [, b]) => index(a) - index(b))[0]?.[0];
}

/** What kept nodes keep between their runs, as expressions of later nodes read it. */
function memoryOf(kept: Records, earlier: EarlierRun | undefined): Record<string, JsonObject> | undefined {
  const memories = [...kept.keys()].flatMap(({ id }) => {
    const memory = earlier?.state.memory.get(id);
    return memory ? [[id, memory] as const] : [];
  });
  return memories.length > 0 ? Object.fromEntries(memories) : undefined;
}
