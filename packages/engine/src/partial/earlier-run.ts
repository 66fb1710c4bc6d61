import type { Plan, PlanNode } from '../plan.js';
import type { NodeRunRecord, Source } from '../ports.js';
import type { RunState } from '../run-state.js';
import { sourceKey } from '../source-key.js';

/** A run that another one builds on: the plan of its version, and where it stands or ended. */
export interface EarlierRun {
  plan: Plan;
  state: RunState;
}

/** Finished runs by node of the plan that is to be run now. */
export type Records = Map<PlanNode, readonly NodeRunRecord[]>;

/** What an earlier run left, under the names that its nodes have in `plan`; nodes that are gone are left out. */
export function recordsFor(plan: Plan, { plan: old, state }: EarlierRun): Records {
  const today = (name: string) => nodeToday(plan, old, name)?.name ?? name;
  const records: Records = new Map();
  for (const [name, runs] of state.runs) {
    const node = nodeToday(plan, old, name);
    if (!node) continue;
    const isRenamed = (source: NodeRunRecord['sources'][number]) => source && today(source.node) !== source.node;
    records.set(
      node,
      runs.map((run) =>
        run.sources.some(isRenamed)
          ? { ...run, sources: run.sources.map((source) => source && { ...source, node: today(source.node) }) }
          : run,
      ),
    );
  }
  return records;
}

/** The node that had the name then. */
export function nodeToday(plan: Plan, old: Plan, name: string): PlanNode | undefined {
  const id = old.byName.get(name)?.id;
  return id === undefined ? undefined : plan.byId.get(id);
}

/** Nodes that were given items by what has run, and have not run on them: the run ended or was stopped before. */
export function unservedNodes(records: Records): Set<PlanNode> {
  const taken = new Set<string>();
  for (const [node, runs] of records) {
    for (const { sources } of runs) {
      sources.forEach((source, input) => {
        if (source) taken.add(delivery(node, input, source));
      });
    }
  }
  const unserved = new Set<PlanNode>();
  for (const [node, runs] of records) {
    runs.forEach(({ outputs }, run) => {
      for (const { output, to, input } of node.outgoing) {
        if (!outputs[output]?.length) continue;
        if (!taken.has(delivery(to, input, { node: node.name, output, run }))) unserved.add(to);
      }
    });
  }
  return unserved;
}

const delivery = (to: PlanNode, input: number, source: Source) => `${sourceKey(source)} ${input} ${to.id}`;

/** Records as a run begins with them: counted anew, in the order in which they came, and marked as taken over. */
export function asKept(records: Iterable<readonly [PlanNode, readonly NodeRunRecord[]]>) {
  const all = [...records];
  const places = new Map(
    all
      .flatMap(([, runs]) => runs)
      .sort((a, b) => a.index - b.index)
      .map((run, index) => [run, index] as const),
  );
  const kept: Record<string, NodeRunRecord[]> = Object.create(null);
  for (const [node, runs] of all) {
    kept[node.name] = runs.map((run) => ({ ...run, index: places.get(run) ?? 0, kept: true }));
  }
  return kept;
}
