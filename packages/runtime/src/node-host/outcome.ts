import type { NodeOutcome } from '@orchestrator/engine';
import { NodeFault, type NodeResult } from '@orchestrator/node-sdk';
import type { ItemError, WorkflowDocument } from '@orchestrator/workflow';
import type { HostContext } from './context.js';

/** What a node gave, with what its run left behind, as the engine takes it. */
export function toOutcome(context: HostContext, result: NodeResult): NodeOutcome {
  const left = {
    memory: context.changedMemory,
    response: context.response,
    state: context.writes.length > 0 ? context.writes : undefined,
  };
  if (!('suspend' in result)) return { kind: 'done', outputs: result, ...left };
  const { children, ...suspension } = result.suspend;
  return {
    kind: 'suspended',
    suspension: {
      ...suspension,
      children: children?.map((child) => ({
        ...child,
        workflow:
          'id' in child.workflow && typeof child.workflow.id === 'string' && !('document' in child.workflow)
            ? { id: child.workflow.id }
            : { document: (child.workflow as { document: unknown }).document as WorkflowDocument },
      })),
    },
    ...left,
  };
}

/** Whatever was thrown, as an outcome. */
export function failed(error: unknown): NodeOutcome {
  return { kind: 'failed', error: toItemError(error), retryable: error instanceof NodeFault ? error.retryable : true };
}

/** A fault as plain data, without a stack. */
export function toItemError(error: unknown): ItemError {
  if (error instanceof NodeFault) {
    const { message, code, description, itemIndex, details } = error;
    return { message, code, description, itemIndex, details };
  }
  if (error instanceof Error) return { message: error.message, code: 'node.failed' };
  return { message: String(error), code: 'node.failed' };
}
