import { useCallback } from 'react';
import { create } from 'zustand';
import { type NodePatch, patchNode } from '../document/nodes.ts';
import { useEditorStore } from '../editor-store.ts';

/** Changes members of a node; changes of one member in a row are one step of undo. */
export function usePatch(id: string): (patch: NodePatch) => void {
  const editor = useEditorStore();
  return useCallback(
    (patch) =>
      editor
        .getState()
        .change((document) => patchNode(document, id, patch), { merge: `${id} ${Object.keys(patch).join()}` }),
    [editor, id],
  );
}

/** The item that expressions are tried with and that the views show, for panel and sheet alike. */
export const useItemPlace = create<{ node?: string; index: number; go(node: string, index: number): void }>((set) => ({
  index: 0,
  go: (node, index) => set({ node, index }),
}));

/** The place of the shown item among so many, of a node. */
export const useItemIndex = (node: string, count: number): number =>
  useItemPlace((place) => (place.node === node ? Math.max(0, Math.min(place.index, count - 1)) : 0));
