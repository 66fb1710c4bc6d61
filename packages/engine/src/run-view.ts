import type { Item, ItemError } from '@orchestrator/workflow';
import type { NodeRunRecord, WebhookResponse } from './ports.js';
import type { RunState, RunStatus } from './run-state.js';

/** A run as people and programs see it. */
export interface RunView {
  status: RunStatus;
  /** Runs of each node, by name, as the command line prints them. */
  runs: Record<string, readonly NodeRunRecord[]>;
  error?: ItemError;
  response?: WebhookResponse;
  lastNode?: string;
  startedAt?: number;
  finishedAt?: number;
}

/** The view of a run at this point of its journal. A step that waits is shown as `waiting`. */
export function runView(state: RunState): RunView {
  const runs: Record<string, readonly NodeRunRecord[]> = Object.create(null);
  for (const [name, list] of state.runs) runs[name] = list;
  const step = state.queue[0];
  const { suspended } = state.progress;
  if (step && suspended) {
    const waiting: NodeRunRecord = {
      index: state.steps,
      status: 'waiting',
      sources: step.sources,
      outputs: [],
      startedAt: suspended.at,
      finishedAt: suspended.at,
    };
    runs[step.node.name] = [...(runs[step.node.name] ?? []), waiting];
  }
  return {
    status: state.status,
    runs,
    error: state.error,
    response: state.response,
    lastNode: state.lastNode,
    startedAt: state.started?.at,
    finishedAt: state.finishedAt,
  };
}

/**
 * Items of the node that ran last: what `lastNode` webhooks answer and sub-workflows give. Of its first output alone: what
 * a Filter dropped, or an error output, is nobody's answer.
 */
export function lastItems(state: RunState): readonly Item[] {
  const outputs = state.lastNode === undefined ? undefined : state.runs.get(state.lastNode)?.at(-1)?.outputs;
  return outputs?.[0] ?? [];
}
