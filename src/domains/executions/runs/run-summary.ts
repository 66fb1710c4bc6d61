import type { RunState } from '@orchestrator/engine';
import type { JsonObject } from '@orchestrator/workflow';

/**
 * What a list shows of a run beside its status: the step that it is at, or failed at, and what that waits for. A run that
 * has succeeded needs none, so that the commonest of all writes carries nothing more.
 */
export function runSummary(state: RunState): JsonObject | undefined {
  if (state.status === 'success') return undefined;
  const step = state.queue[0];
  const summary: JsonObject = { steps: state.steps };
  const node = step?.node.name ?? state.lastNode;
  if (node !== undefined) summary.node = node;
  const { suspended, retryAt, failures } = state.progress;
  if (suspended) {
    const { children, webhook } = suspended.suspension;
    summary.waitsFor = children ? 'subworkflows' : webhook ? 'call' : 'time';
  } else if (retryAt !== undefined && state.finishedAt === undefined) {
    summary.waitsFor = 'retry';
    summary.failures = failures;
  }
  return summary;
}
