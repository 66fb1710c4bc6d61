import type { StickyNote, WorkflowDocument } from '@orchestrator/workflow';
import { newId } from '../../api/plain-http.ts';
import { onGrid, type Point } from './nodes.ts';

const NEW_SIZE: [number, number] = [240, 112];
export const LEAST_NOTE: Point = [96, 48];
export function addNote(
  document: WorkflowDocument,
  [x, y]: Point,
  text = '',
): { document: WorkflowDocument; id: string } {
  const note: StickyNote = { id: newId(), text, position: [onGrid(x), onGrid(y)], size: NEW_SIZE };
  return { document: { ...document, notes: [...(document.notes ?? []), note] }, id: note.id };
}

export function patchNote(
  document: WorkflowDocument,
  id: string,
  patch: Partial<Omit<StickyNote, 'id'>>,
): WorkflowDocument {
  let changed = false;
  const notes = document.notes?.map((note) => {
    if (note.id !== id) return note;
    changed = Object.entries(patch).some(([key, value]) => note[key as keyof StickyNote] !== value);
    return changed ? { ...note, ...patch } : note;
  });
  return changed && notes ? { ...document, notes } : document;
}
