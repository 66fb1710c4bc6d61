import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { useTexts } from '../texts/texts.ts';
import { ErrorState, Skeleton } from '../ui/states.tsx';
import { CanvasStores } from './canvas/canvas-stores.tsx';
import { createDraftStore, DraftProvider } from './draft/draft-store.ts';
import {
  createWorkflow,
  documentOf,
  placeWorkflow,
  saveDraft,
  type WorkflowAnswer,
  workflowQuery,
} from './draft/workflow.queries.ts';
import { EditorLayout } from './editor-layout.tsx';
import { createEditorStore } from './editor-store.ts';

/** The address of a workflow that is not saved yet: the first change makes it. */
const NEW = 'new';

export default function EditorPage() {
  const { workflowId } = useParams({ from: '/app/workflows/$workflowId' });
  // A new workflow gets its address with the first save; the editor goes on as it is.
  const [madeHere, setMadeHere] = useState<string>();
  if (workflowId === NEW || workflowId === madeHere) return <NewWorkflow key="new" onMade={setMadeHere} />;
  return <StoredWorkflow key={workflowId} id={workflowId} />;
}

function StoredWorkflow({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(workflowQuery(id));
  if (data) return <Editor workflow={data} />;
  if (error) return <ErrorState fault={error} onRetry={() => void refetch()} />;
  return <Skeleton />;
}

function NewWorkflow({ onMade }: { onMade(id: string): void }) {
  return <Editor onMade={onMade} />;
}

/** One workflow, open. Its stores are made once; what the server says later comes by way of the draft. */
function Editor({ workflow, onMade }: { workflow?: WorkflowAnswer; onMade?(id: string): void }) {
  const { canvas } = useTexts();
  const viewer = useSession(({ signed }) => signed?.tenant.role === 'viewer');
  const { node, folder } = useSearch({ from: '/app/workflows/$workflowId' });
  const [{ editor, draft }] = useState(() => {
    const document = workflow
      ? documentOf(workflow)
      : { formatVersion: 1 as const, name: canvas.newName, nodes: [], edges: [], settings: {} };
    const editor = createEditorStore({
      workflowId: workflow?.id,
      document,
      readOnly: viewer,
      open: typeof node === 'string' ? node : undefined,
    });
    const draft = createDraftStore(
      editor,
      {
        version: workflow?.version ?? 0,
        activeVersion: workflow?.activeVersion ?? null,
        folderId: workflow?.folderId ?? null,
      },
      async (changed, base) => {
        const { workflowId } = editor.getState();
        if (workflowId) return saveDraft(workflowId, changed, base);
        const made = await createWorkflow(changed);
        if (typeof folder === 'string') await placeWorkflow(made.id, folder).catch(() => {});
        onMade?.(made.id);
        return made;
      },
    );
    return { editor, draft };
  });
  return (
    <CanvasStores editor={editor}>
      <DraftProvider value={draft}>
        <EditorLayout />
      </DraftProvider>
    </CanvasStores>
  );
}
