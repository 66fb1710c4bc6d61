import { neighbour } from '../../document/upstream.ts';
import { useEditor } from '../../editor-store.ts';

/** The nodes before and after one. */
export const useNeighbours = (id: string): { previous?: string; next?: string } => ({
  previous: useEditor(({ document }) => neighbour(document, id, 'before')),
  next: useEditor(({ document }) => neighbour(document, id, 'after')),
});
