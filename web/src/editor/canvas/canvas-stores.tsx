import type { WorkflowDocument } from '@orchestrator/workflow';
import { type ReactNode, useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { CommentsUiProvider } from '../comments/comments-ui.ts';
import { createEditorStore, EditorProvider, type EditorStore } from '../editor-store.ts';
import { createLooksStore, LooksProvider, type NodeQuestion } from '../node-types/looks.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { createRunStore, RunProvider, type RunStore } from '../run/run-store.ts';

const describe = (nodes: NodeQuestion[]) => unwrap(api.POST('/api/v1/nodes/describe', { body: { nodes } }));

/** The stores that a canvas reads. They are made once: give it a `key` to begin with another document. */
export function CanvasStores({
  document,
  editor: given,
  run: givenRun,
  children,
}: {
  /** A document that is only looked at; or give an `editor` of your own. */
  document?: WorkflowDocument;
  editor?: EditorStore;
  run?: RunStore;
  children: ReactNode;
}) {
  const types = useNodeTypes();
  const [editor] = useState(() => given ?? createEditorStore({ document: document ?? EMPTY, readOnly: true }));
  const [run] = useState(() => givenRun ?? createRunStore());
  const [looks] = useState(() => createLooksStore(describe));
  useEffect(() => {
    const follow = () => looks.follow(editor.getState().document.nodes, types);
    follow();
    return editor.subscribe((state, before) => state.document.nodes !== before.document.nodes && follow());
  }, [editor, looks, types]);
  return (
    <EditorProvider value={editor}>
      <RunProvider value={run}>
        <LooksProvider value={looks}>
          {given ? children : <CommentsUiProvider value={undefined}>{children}</CommentsUiProvider>}
        </LooksProvider>
      </RunProvider>
    </EditorProvider>
  );
}

const EMPTY: WorkflowDocument = { formatVersion: 1, name: '', nodes: [], edges: [], settings: {} };
