import { changedNodes, type Item, sameJson, spread } from '@orchestrator/workflow';
import type { Plan, PlanNode } from '../plan.js';
import type { NodeRunRecord } from '../ports.js';
import { type EarlierRun, type Records, recordsFor, unservedNodes } from './earlier-run.js';
import { pinRecord } from './run-from.js';

/** Which nodes have data that a run can go on from: of an earlier run, as far as it still stands, or pinned. */
export class DataAtHand {
  private readonly records: Records;
  /** Ids of the nodes whose data does not stand. */
  private readonly spent: Set<string>;

  /**
   * @param way the target and all that leads to it
   * @param first the trigger of the run: other triggers on the way, and nodes that nothing leads to, give nothing
   * @param isGiven its data was chosen, and stands before what is pinned there
   */
  constructor(
    private readonly plan: Plan,
    earlier: EarlierRun | undefined,
    private readonly pins: boolean,
    private readonly way: ReadonlySet<PlanNode>,
    private readonly first: PlanNode | undefined,
    private readonly isGiven: boolean,
  ) {
    this.records = earlier ? recordsFor(plan, earlier) : new Map();
    this.spent = new Set(earlier ? this.outdated(earlier) : []);
    for (const node of this.records.keys()) if (this.isOtherStart(node)) this.spent.add(node.id);
    spread(plan.document, this.spent, this.isShielded);
  }

  /** The data of a node does not stand, nor does that of what it leads to. */
  spend(node: PlanNode): void {
    this.spent.add(node.id);
    spread(this.plan.document, this.spent, this.isShielded);
  }

  /** Pinned data that is there whatever comes before. Within a loop it is passed on once a round, like any other step. */
  isSource(node: PlanNode): boolean {
    return this.isPinned(node) && !this.plan.inCycle(node) && !this.isOtherStart(node);
  }

  /** The nodes that have to run for a target to run: back to those that have data. */
  neededFor(target: PlanNode): Set<PlanNode> {
    const needed = new Set([target]);
    if (this.isSource(target)) return needed;
    for (const node of needed) {
      for (const { from } of node.incoming.flat()) if (!this.isSource(from) && !this.stands(from)) needed.add(from);
    }
    return needed;
  }

  /**
   * What a run of some nodes takes over: what stands; of what does not, all that the run leaves as it is, marked as stale;
   * and pinned data where the run goes on from it.
   */
  kept(needed: ReadonlySet<PlanNode>, at: number): Records {
    const kept: Records = new Map();
    const behind = new Set(needed);
    for (const node of behind) for (const { to } of node.outgoing) behind.add(to);
    for (const [node, runs] of this.records) {
      if (this.stands(node)) kept.set(node, runs);
      else if (!behind.has(node)) kept.set(node, runs.map(asStale));
    }
    for (const node of needed) {
      for (const { from } of node.incoming.flat()) {
        if (!needed.has(from) && this.isSource(from) && !this.stands(from)) kept.set(from, [this.pinnedRun(from, at)]);
      }
    }
    return kept;
  }

  private stands(node: PlanNode): boolean {
    return this.records.has(node) && !this.spent.has(node.id);
  }

  private readonly isShielded = (id: string): boolean => {
    const node = this.plan.byId.get(id);
    return node !== undefined && this.isSource(node);
  };

  private pinnedRun(node: PlanNode, at: number): NodeRunRecord {
    const pin = this.pinOf(node) ?? [];
    return pinRecord(pin.length === 0 && node.node.alwaysOutputData ? [{ json: {} }] : pin, at);
  }

  private isPinned(node: PlanNode): boolean {
    if (!this.pins || node.node.disabled || (this.isGiven && node === this.first)) return false;
    return this.pinOf(node) !== undefined;
  }

  private pinOf({ id }: PlanNode): readonly Item[] | undefined {
    return this.plan.document.pins?.[id];
  }

  /** No run from the trigger comes to it. Pinned data at a node that is no trigger is there all the same. */
  private isOtherStart(node: PlanNode): boolean {
    if (!this.first || node === this.first || !this.way.has(node) || node.inputCount > 0) return false;
    return this.plan.triggers.includes(node) || !this.isPinned(node);
  }

  private *outdated(earlier: EarlierRun): Generator<string> {
    const changed = changedNodes(earlier.plan.document, this.plan.document);
    const unserved = unservedNodes(this.records);
    for (const node of this.plan.nodes) {
      const runs = this.records.get(node);
      if (this.isOutdated(node, runs, changed, unserved, earlier)) yield node.id;
    }
  }

  private isOutdated(
    node: PlanNode,
    runs: readonly NodeRunRecord[] | undefined,
    changed: ReadonlySet<string>,
    unserved: ReadonlySet<PlanNode>,
    earlier: EarlierRun,
  ): boolean {
    if (node.supplier) return changed.has(node.id);
    if (this.isSource(node)) return !runs || !gave(runs, this.pinOf(node) ?? []);
    if (unserved.has(node)) return true;
    if (!runs) return false;
    if (this.isPinned(node) ? !gave(runs, this.pinOf(node) ?? []) : wasPinned(node, earlier)) return true;
    return changed.has(node.id) || runs.some(({ status, stale }) => status === 'error' || stale);
  }
}

const asStale = (run: NodeRunRecord): NodeRunRecord => ({ ...run, stale: true });

/** Whether every run of a node gave just these items. */
function gave(runs: readonly NodeRunRecord[], items: readonly Item[]): boolean {
  return runs.every(({ outputs }) => sameJson((outputs[0] ?? []).map(content), items.map(content)));
}

const content = ({ json, binary }: Item) => ({ json, binary });

/** The node's pinned data stood in for it in an earlier run. */
function wasPinned({ id }: PlanNode, { plan, state: { started } }: EarlierRun): boolean {
  if (!started?.pins || (started.given && started.node === id)) return false;
  return plan.document.pins?.[id] !== undefined && !plan.byId.get(id)?.node.disabled;
}
