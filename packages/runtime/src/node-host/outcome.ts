import type { LogLine, NodeOutcome, StateWrite, WebhookResponse } from '@orchestrator/engine';
import { NodeFault, type NodeResult, toItemError } from '@orchestrator/node-sdk';
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

/** Whatever was thrown, as an outcome. `placed` says the rest of where it happened. */
export function failed(
  thrown: unknown,
  logs?: readonly LogLine[],
  placed: (error: ItemError) => ItemError = (error) => error,
): NodeOutcome {
  const retryable = thrown instanceof NodeFault ? thrown.retryable : true;
  return { kind: 'failed', error: placed(toItemError(thrown)), retryable, ...(logs ? { logs } : {}) };
}
