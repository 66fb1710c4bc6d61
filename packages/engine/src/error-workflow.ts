import type { Item } from '@orchestrator/workflow';
import type { RunInfo } from './ports.js';
import type { RunState } from './run-state.js';

/** The error workflow that a failed run asks for, with the item its Error Trigger gives. */
export interface ErrorWorkflowRequest {
  workflowId: string;
  items: readonly Item[];
}

/** What is to be run because this run failed. Runs by hand and runs of error workflows ask for none. */
export function errorWorkflowRequest(state: RunState, run: RunInfo): ErrorWorkflowRequest | undefined {
  const workflowId = state.plan.document.settings.errorWorkflow;
  if (state.status !== 'error' || !workflowId || run.mode === 'manual' || run.mode === 'error') return undefined;
  const error = { message: state.error?.message ?? '', name: state.error?.code, description: state.error?.description };
  const execution = {
    id: run.executionId,
    retryOf: run.retryOf,
    error,
    lastNodeExecuted: state.queue[0]?.node.name ?? state.lastNode,
    mode: run.mode,
  };
  return { workflowId, items: [{ json: { execution, workflow: { id: run.workflow.id, name: run.workflow.name } } }] };
}
