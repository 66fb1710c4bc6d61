import type { NodeCall, NodeRunRecord, RunState } from '@orchestrator/engine';
import { FORMAT_VERSION, type Item, type WorkflowDocument, type WorkflowNode } from '@orchestrator/workflow';

/** What a node is tried out in. */
export interface Trial {
  tenantId: string;
  document: WorkflowDocument;
  node: WorkflowNode;
  workflow: { id: string; name: string; active: boolean };
  /** IANA zone. */
  timezone: string;
  /** Replaces the items that went into the node. */
  items?: readonly Item[];
  /** Pinned data is seen in place of what ran. */
  pins?: boolean;
  /** The execution whose data is seen. */
  execution?: { id: string; state: RunState };
  signal: AbortSignal;
}

/** The node of a text that belongs to none. */
export const LONE_NODE: WorkflowNode = {
  id: 'trial',
  name: 'Trial',
  type: 'noOperation',
  version: 1,
  position: [0, 0],
  parameters: {},
};

/** A workflow of one node. */
export function loneDocument(node: WorkflowNode): WorkflowDocument {
  return { formatVersion: FORMAT_VERSION, name: 'Trial', nodes: [node], edges: [], settings: {} };
}

/** The call of a node as a run would make it, without a run: for looking at what it would see. */
export function trialCall(trial: Trial): NodeCall {
  const { document, node, execution } = trial;
  const state = execution?.state;
  const runs = seenRuns(document, trial.pins === true, state);
  const source = sourceOf(document, node, runs, state);
  const arrived = source && runs(source.node)[source.run]?.outputs[source.output];
  return {
    run: {
      executionId: execution?.id ?? 'trial',
      tenantId: trial.tenantId,
      mode: 'manual',
      workflow: trial.workflow,
      timezone: trial.timezone,
    },
    document,
    node,
    shape: { kind: 'action', inputs: [{ kind: 'main' }], outputs: [{ kind: 'main' }], effect: 'pure' },
    runIndex: Math.max(0, (state?.runs.get(node.name)?.length ?? 0) - 1),
    attempt: 1,
    inputs: [trial.items ?? arrived ?? (execution ? [] : [{ json: {} }])],
    sources: [source ?? null],
    data: { runs, memoryOf: (name) => state?.memory.get(name) },
    memory: {},
    customData: state?.customData ?? {},
    writes: [],
    callWait: state?.callWaits ?? 0,
    idempotencyKey: 'trial',
    signal: trial.signal,
  };
}

type Runs = (name: string) => readonly NodeRunRecord[];

/** What ran, as the next run by hand would see it: pinned data stands in for running. */
function seenRuns(document: WorkflowDocument, pins: boolean, state: RunState | undefined): Runs {
  const pinned = new Map<string, NodeRunRecord[]>();
  const names = new Map(document.nodes.map((node) => [node.id, node.name]));
  for (const [id, items] of Object.entries((pins && document.pins) || {})) {
    const name = names.get(id);
    if (name === undefined) continue;
    const ran = state?.runs.get(name)?.at(-1);
    pinned.set(name, [
      { index: 0, status: 'success', sources: ran?.sources ?? [null], outputs: [items], startedAt: 0, finishedAt: 0 },
    ]);
  }
  return (name) => pinned.get(name) ?? state?.runs.get(name) ?? [];
}

/** Where the node's items came from when it ran last, or would come from now: the newest run of a node before it. */
function sourceOf(document: WorkflowDocument, node: WorkflowNode, runs: Runs, state: RunState | undefined) {
  const ran = state?.runs
    .get(node.name)
    ?.at(-1)
    ?.sources.find((source) => source !== null);
  if (ran && runs(ran.node)[ran.run]) return ran;
  const nodes = new Map(document.nodes.map((each) => [each.id, each]));
  const arriving = Map.groupBy(document.edges, ({ to }) => to.node);
  const seen = new Set([node.id]);
  for (const id of seen) {
    for (const edge of arriving.get(id) ?? []) {
      if (edge.kind !== 'main') continue;
      const before = nodes.get(edge.from.node);
      if (!before) continue;
      const count = runs(before.name).length;
      if (count > 0) return { node: before.name, output: edge.from.port ?? 0, run: count - 1 };
      if (before.disabled) seen.add(before.id); // hands on what came to it
    }
  }
  return undefined;
}
