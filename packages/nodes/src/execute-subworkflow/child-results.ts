import { type ItemTries, NodeFault, type NodeResume, type NodeSuspension } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';

export type Child = NonNullable<NodeSuspension['suspend']['children']>[number];
export type ChildResult = Extract<NodeResume, { kind: 'children' }>['results'][number];

/** How far a node has come that runs a workflow for each item. */
export interface CallMemory {
  /** Index of the next item. */
  next: number;
  items: Item[];
}

export function emptyMemory(): CallMemory {
  return { next: 0, items: [] };
}

/**
 * Of which items it is told that their sub-workflow failed; with `none` that ends the node. `first` is n8n's way before
 * version 1.3: it put the error of item n on output n, and only the first output leads anywhere.
 */
export type ErrorsTold = 'none' | 'first' | 'all';

/** Takes what the sub-workflow of one item gave. @throws NodeFault when it failed and that ends the node, or this attempt */
export function handOver(
  memory: CallMemory,
  result: ChildResult | undefined,
  errors: ErrorsTold,
  tries: ItemTries | undefined,
): void {
  const item = memory.next++;
  const message = faultOf(result);
  if (message !== undefined) {
    // The memory of an attempt that failed is not kept: the next one goes on with this item.
    if (errors === 'none' || tries?.mayTryAgain(item)) {
      tries?.failed(item);
      throw fault(message, result, item);
    }
    if (errors === 'first' && item > 0) return;
    memory.items.push({ json: { error: message }, pairedItem: { item }, error: { message, itemIndex: item } });
    return;
  }
  for (const { pairedItem: _, ...given } of result?.items ?? []) memory.items.push({ ...given, pairedItem: { item } });
}

/**
 * The items of the one sub-workflow that was given all items. Each says itself which of those it came from; a single one
 * that doesn't is paired with the first, and no link is made up for others.
 */
export function outputOfOnce(result: ChildResult, inputCount: number, continueOnFail: boolean): Item[] {
  const message = faultOf(result);
  if (message !== undefined) {
    if (!continueOnFail) throw fault(message, result);
    const all = Array.from({ length: inputCount }, (_, item) => ({ item }));
    return [{ json: { error: message }, pairedItem: all, error: { message, itemIndex: 0 } }];
  }
  const none = result.items.length === 1 ? { item: 0 } : [];
  return result.items.map((item) => ({ ...item, pairedItem: item.pairedItem ?? none }));
}

function faultOf(result: ChildResult | undefined): string | undefined {
  if (result?.status === 'success' || result?.status === 'started') return undefined;
  return result?.error?.message ?? 'The sub-workflow did not end well';
}

function fault(message: string, result: ChildResult | undefined, itemIndex?: number): NodeFault {
  return new NodeFault(message, {
    code: 'subworkflow.failed',
    itemIndex,
    description: 'The sub-workflow failed. Its own execution tells where.',
    details: result ? { executionId: result.executionId } : undefined,
    retryable: true,
  });
}
