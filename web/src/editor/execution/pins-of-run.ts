import type { Item, WorkflowDocument } from '@orchestrator/workflow';
import type { ExecutionDetail } from './execution.queries.ts';

/** Items of one node that are pinned; more would make every save slow. */
const MOST = 200;

/**
 * The document with what each node gave in an execution pinned: its first output, of its last run, as pins have one
 * output. Nodes that are not in the document any more are left out.
 */
export function withPinsOf(document: WorkflowDocument, runs: ExecutionDetail['runs']): WorkflowDocument {
  const pins: Record<string, Item[]> = { ...document.pins };
  for (const node of document.nodes) {
    const last = Object.hasOwn(runs, node.name) ? runs[node.name]?.at(-1) : undefined;
    const items = last && last.status !== 'error' ? last.outputs[0] : undefined;
    if (items && items.length > 0) pins[node.id] = items.slice(0, MOST) as Item[];
  }
  return { ...document, pins };
}
