import type { LogLine, NodeOutcome, StateWrite, WebhookResponse } from '@orchestrator/engine';
import { NodeFault, type NodeResult } from '@orchestrator/node-sdk';
import type { ItemError, JsonObject, WorkflowDocument } from '@orchestrator/workflow';

/** What a node's run leaves behind beside its items. */
export interface LeftBehind {
  /** `undefined` when the node never looked at its memory. */
  readonly changedMemory: JsonObject | undefined;
  readonly response?: WebhookResponse;
  readonly writes: readonly StateWrite[];
  readonly logs: readonly LogLine[] | undefined;
}

/** What a node gave, with what its run left behind, as the engine takes it. */
export function toOutcome({ changedMemory, response, writes, logs }: LeftBehind, result: NodeResult): NodeOutcome {
  const left = { memory: changedMemory, response, state: writes.length > 0 ? writes : undefined, logs };
  if (result === null) return { kind: 'nothing', memory: left.memory, state: left.state, logs };
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
export function failed(error: unknown, logs?: readonly LogLine[]): NodeOutcome {
  const retryable = error instanceof NodeFault ? error.retryable : true;
  return { kind: 'failed', error: toItemError(error), retryable, ...(logs ? { logs } : {}) };
}

/** A fault as plain data, without a stack. */
function toItemError(error: unknown): ItemError {
  if (error instanceof NodeFault) {
    const { message, code, description, itemIndex, details } = error;
    return { message, code, description, itemIndex, details };
  }
  if (error instanceof Error) return { message: error.message, code: 'node.failed' };
  return { message: String(error), code: 'node.failed' };
}
