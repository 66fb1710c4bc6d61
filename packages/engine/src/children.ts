import type { WorkflowDocument } from '@orchestrator/workflow';
import { apply } from './apply.js';
import { childExecutionId } from './child-id.js';
import type { RunEvent } from './events.js';
import type { Plan } from './plan.js';
import type { ChildCall, ChildResult, RunInfo } from './ports.js';
import { newRun, type RunState } from './run-state.js';

/** A sub-workflow's run that a step asks for. Starting the same id twice starts it once. */
export interface ChildStart extends ChildCall {
  executionId: string;
}

/** Starts sub-workflows. Gives their results when they are there, or `later`: then the host resumes the run with them. */
export interface Children {
  start(
    parent: RunInfo,
    children: readonly ChildStart[],
    signal: AbortSignal,
  ): Promise<readonly ChildResult[] | 'later'>;
}

/** The sub-workflows that a suspended step has asked for, in its order; none when no step waits for any. */
export function childStarts(parentId: string, state: RunState): readonly ChildStart[] {
  const { suspended } = state.progress;
  const children = suspended?.suspension.children ?? [];
  return children.map((child, place) => ({
    ...child,
    executionId: childExecutionId(parentId, state.steps, state.seq, place, suspended!.at),
  }));
}

/**
 * The document of a sub-workflow that its parent gave in place, from the parent's journal, where alone it is kept.
 * `undefined` when this parent started no such execution, or started it from a stored workflow. Takes the time of a fold.
 */
export function childDocument(
  plan: Plan,
  parentId: string,
  events: readonly RunEvent[],
  executionId: string,
): WorkflowDocument | undefined {
  const state = newRun(plan);
  for (const event of events) {
    apply(state, event);
    if (event.t !== 'suspended' || !event.suspension.children) continue;
    const found = childStarts(parentId, state).find((child) => child.executionId === executionId);
    if (found) return 'document' in found.workflow ? found.workflow.document : undefined;
  }
  return undefined;
}
