import type { Item, WorkflowDocument } from '@orchestrator/workflow';
import { toPin } from '../run/pin-items.ts';
import type { ExecutionDetail } from './execution.queries.ts';

/**
 * The document with what each node gave in an execution pinned, of its last run. Pins have one output, so a node that
 * gave items at another one is not pinned: it runs again, and its branches get what is theirs. Nodes that are not in the
 * document any more are left out.
 */
export function withPinsOf(document: WorkflowDocument, runs: ExecutionDetail['runs']): WorkflowDocument {
  const pins: Record<string, Item[]> = { ...document.pins };
  for (const node of document.nodes) {
    const last = Object.hasOwn(runs, node.name) ? runs[node.name]?.at(-1) : undefined;
    const [items = [], ...others] = last && last.status !== 'error' ? last.outputs : [];
    if (items.length > 0 && others.every(({ length }) => length === 0)) pins[node.id] = toPin(items as Item[]);
  }
  return { ...document, pins };
}
