import type { NodeCall, RunState } from '@orchestrator/engine';
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
  const source = state && sourceOf(document, node, state);
  const arrived = source && state.runs.get(source.node)?.[source.run]?.outputs[source.output];
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
    inputs: [trial.items ?? arrived ?? []],
    sources: [source ?? null],
    data: {
      runs: (name) => state?.runs.get(name) ?? [],
      memoryOf: (name) => state?.memory.get(name),
    },
    memory: {},
    customData: state?.customData ?? {},
    writes: [],
    idempotencyKey: 'trial',
    signal: trial.signal,
  };
}

/** Where the node's items came from when it ran last, or would come from now: the newest run of a node before it. */
function sourceOf(document: WorkflowDocument, node: WorkflowNode, state: RunState) {
  const ran = state.runs
    .get(node.name)
    ?.at(-1)
    ?.sources.find((source) => source !== null);
  if (ran) return ran;
  for (const edge of document.edges) {
    if (edge.kind !== 'main' || edge.to.node !== node.id) continue;
    const before = document.nodes.find((each) => each.id === edge.from.node)?.name;
    const runs = before === undefined ? undefined : state.runs.get(before);
    if (before !== undefined && runs?.length) {
      return { node: before, output: edge.from.port ?? 0, run: runs.length - 1 };
    }
  }
  return undefined;
}
