import type { WorkflowDocument } from '@orchestrator/workflow';
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import { History } from './document/history.ts';

/** What one open workflow is, in this tab: its document as it stands, what is selected and what is open. */
export interface EditorState {
  /** Missing for a document that is only looked at (a template, the version of an execution). */
  workflowId?: string;
  document: WorkflowDocument;
  /** Nothing can be changed: a viewer, or the version that an execution ran. */
  readOnly: boolean;
  /** Ids of selected nodes, notes and edges (`edgeId`). */
  selection: ReadonlySet<string>;
  /** The node whose three panes are open. */
  open?: string;
  canUndo: boolean;
  canRedo: boolean;

  /**
   * Changes the document: the only way. Changes with the same `merge` key in a row are one step of undo (typing, dragging).
   * Pure functions for it are in `document/`.
   */
  change(edit: (document: WorkflowDocument) => WorkflowDocument, options?: { merge?: string }): void;
  /** Takes over a document from elsewhere (a restored version, a merge), as one step of undo. */
  replace(document: WorkflowDocument): void;
  /** Takes over what somebody else made of the document: no step of undo, which leaves it as it is. */
  takeIn(document: WorkflowDocument): void;
  undo(): void;
  redo(): void;
  select(ids: Iterable<string>): void;
  openNode(id: string | undefined): void;
}

export type EditorStore = StoreApi<EditorState>;

export function createEditorStore(
  initial: Pick<EditorState, 'workflowId' | 'document' | 'readOnly'> & { open?: string },
): EditorStore {
  const history = new History(initial.document);
  return createStore<EditorState>((set, get) => {
    const shown = (document: WorkflowDocument) => set({ document, canUndo: history.canUndo, canRedo: history.canRedo });
    return {
      ...initial,
      selection: new Set(),
      canUndo: false,
      canRedo: false,
      change(edit, options) {
        const { document, readOnly } = get();
        if (readOnly) return;
        const next = edit(document);
        if (next !== document) shown(history.push(next, options?.merge));
      },
      replace: (document) => shown(history.push(document)),
      takeIn: (document) => shown(history.takeIn(document)),
      undo: () => shown(history.undo()),
      redo: () => shown(history.redo()),
      select: (ids) => set({ selection: new Set(ids) }),
      openNode: (open) => set({ open }),
    };
  });
}

const EditorContext = createContext<EditorStore | undefined>(undefined);
export const EditorProvider = EditorContext.Provider;

/** The store of the editor around; for event handlers. */
export function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error('there is no editor around');
  return store;
}

/** What a part of the editor shows: `useEditor((state) => state.selection)`. Select narrowly; a new object each time renders each time. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorStore(), select);
}
