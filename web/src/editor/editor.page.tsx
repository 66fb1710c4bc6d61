import { useQuery } from '@tanstack/react-query';
import { useMatch, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSession } from '../api/session.ts';
import { Missing } from '../app/missing.tsx';
import { useTexts } from '../texts/texts.ts';
import { Skeleton } from '../ui/states.tsx';
import { CanvasStores } from './canvas/canvas-stores.tsx';
import { CommentsUiProvider, createCommentsUi } from './comments/comments-ui.ts';
import { createDraftStore, DraftProvider } from './draft/draft-store.ts';
import { dropWork, type KeptWork, keepWork, keptWork } from './draft/kept-work.ts';
import { type NewWork, takeNewWork } from './draft/new-work.ts';
import {
  createWorkflow,
  documentOf,
  fetchWorkflow,
  placeWorkflow,
  saveDraft,
  type WorkflowAnswer,
  workflowQuery,
} from './draft/workflow.queries.ts';
import { EditorLayout } from './editor-layout.tsx';
import { createEditorStore, useEditor } from './editor-store.ts';
import { BesideEditorProvider } from './execution/execution-place.ts';

const ExecutionsTab = lazy(() => import('./executions-tab/executions-tab.tsx'));

/** The address of a workflow that is not saved yet: the first change makes it. */
const NEW = 'new';

export default function EditorPage() {
  const { workflowId } = useParams({ from: '/app/workflows/$workflowId' });
  // A new workflow gets its address with the first save; the editor goes on as it is.
  const [made, setMade] = useState<{ id: string; hasAddress: boolean }>();
  const [count, setCount] = useState(0);
  if (made && !made.hasAddress && workflowId === made.id) setMade({ ...made, hasAddress: true });
  // From one new workflow to the next.
  if (made?.hasAddress && workflowId === NEW) {
    setMade(undefined);
    setCount(count + 1);
  }
  if (workflowId === NEW || workflowId === made?.id) {
    return <NewWorkflow key={`new ${count}`} onMade={(id) => setMade({ id, hasAddress: false })} />;
  }
  return <StoredWorkflow key={workflowId} id={workflowId} />;
}

function StoredWorkflow({ id }: { id: string }) {
  const { data, error, refetch } = useQuery(workflowQuery(id));
  const kept = useQuery({
    queryKey: ['workflows', id, 'kept'],
    queryFn: async () => (await keptWork(id)) ?? null,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  if (data && kept.isFetched) return <Editor workflow={data} kept={kept.data ?? undefined} />;
  if (error) return <Missing of="workflows" fault={error} onRetry={() => void refetch()} />;
  return <Skeleton />;
}

/** A workflow that the server does not know yet. What was left unsaved of one is taken up again. */
function NewWorkflow({ onMade }: { onMade(id: string): void }) {
  const owner = useSession(({ signed }) => (signed ? `${signed.tenant.id} ${signed.user.id}` : ''));
  const [work, setWork] = useState<NewWork>();
  useEffect(() => {
    let isLeft = false;
    const taken = takeNewWork(owner);
    void taken.then((next) => !isLeft && setWork(next));
    return () => {
      isLeft = true;
      void taken.then(({ release }) => release());
    };
  }, [owner]);
  return work ? <Editor kept={work.kept} newKey={work.key} onMade={onMade} /> : <Skeleton />;
}

/** One workflow, open. Its stores are made once; what the server says later comes by way of the draft. */
function Editor({
  workflow,
  kept,
  newKey,
  onMade,
}: {
  workflow?: WorkflowAnswer;
  /** What a new workflow is kept under until it is saved. */
  newKey?: string;
  /** What was not saved when this browser last had it open. */
  kept?: KeptWork;
  onMade?(id: string): void;
}) {
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
        liveNumber: workflow?.liveNumber ?? null,
        folderId: workflow?.folderId ?? null,
        newKey,
      },
      async (changed, base) => {
        const { workflowId } = editor.getState();
        if (workflowId) return saveDraft(workflowId, changed, base);
        const made = await createWorkflow(changed);
        if (typeof folder === 'string') {
          await placeWorkflow(made.id, folder).then(
            () => draft.setState({ folderId: folder }),
            () => {},
          );
        }
        onMade?.(made.id);
        return made;
      },
      { keep: keepWork, drop: dropWork },
      async () => {
        const newest = await fetchWorkflow(editor.getState().workflowId ?? '');
        return { version: newest.version, document: documentOf(newest) };
      },
    );
    if (kept && !viewer) {
      // The merge, when somebody saved meanwhile, is asked for by the first save.
      editor.getState().replace(kept.document);
      draft.setState({ version: kept.base, savedDocument: kept.baseDocument, status: 'unsaved', restored: true });
    }
    return { editor, draft };
  });
  const [comments] = useState(createCommentsUi);
  useEffect(() => {
    if (draft.getState().restored) void draft.getState().flush();
  }, [draft]);
  return (
    <CanvasStores editor={editor}>
      <DraftProvider value={draft}>
        <CommentsUiProvider value={comments}>
          <Tab />
        </CommentsUiProvider>
      </DraftProvider>
    </CanvasStores>
  );
}

/** The editor or the executions of its workflow: what is open, undone or selected there stays while one looks at these. */
function Tab() {
  const id = useEditor(({ workflowId }) => workflowId);
  const executions = useMatch({ from: '/app/workflows/$workflowId/executions', shouldThrow: false });
  return (
    <BesideEditorProvider value={id}>
      {executions && id ? (
        <Suspense fallback={<Skeleton />}>
          <ExecutionsTab workflowId={id} />
        </Suspense>
      ) : (
        <EditorLayout />
      )}
    </BesideEditorProvider>
  );
}
