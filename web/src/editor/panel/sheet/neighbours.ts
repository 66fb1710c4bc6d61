import type { WorkflowDocument } from '@orchestrator/workflow';
import { useEditor } from '../../editor-store.ts';

/** The node that leads to one, or that it leads to, by the first edge that goes there. */
export const neighbour = (document: WorkflowDocument, id: string, side: 'before' | 'after'): string | undefined => {
  const [here, there] = side === 'before' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  return document.edges.find((edge) => edge.kind === 'main' && edge[here].node === id)?.[there].node;
};

/** The nodes before and after one. */
export const useNeighbours = (id: string): { previous?: string; next?: string } => ({
  previous: useEditor(({ document }) => neighbour(document, id, 'before')),
  next: useEditor(({ document }) => neighbour(document, id, 'after')),
});
