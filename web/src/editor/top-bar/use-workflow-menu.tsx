import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { handOverJson } from '../../api/hand-over.ts';
import { useFolders, useRefreshLists, workflowCalls } from '../../pages/workflows/workflows.queries.ts';
import { useTexts } from '../../texts/texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { useDraft, useDraftStore } from '../draft/draft-store.ts';
import { placeWorkflow } from '../draft/workflow.queries.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';

const MoveDialog = lazy(async () => ({ default: (await import('../../pages/workflows/move-dialog.tsx')).MoveDialog }));

/** A line of the menu, which the palette finds by its own words too. */
type Command = MenuItem & { id: string };

/**
 * What can be done with the open workflow as a whole, by who may: a menu, and the dialog that asks for more where one is
 * needed. Nothing for one that is not saved yet.
 */
export function useWorkflowMenu(open: (dialog: 'history' | 'settings') => void) {
  const { canvas, words, workflows } = useTexts();
  const editor = useEditorStore();
  const draft = useDraftStore();
  const navigate = useNavigate();
  const refresh = useRefreshLists();
  const id = useEditor(({ workflowId }) => workflowId);
  const readOnly = useEditor((state) => state.readOnly);
  const isLive = useDraft(({ liveNumber }) => liveNumber !== null);
  const folderId = useDraft((state) => state.folderId);
  const folders = useFolders().data ?? [];
  const [isMoving, setMoving] = useState(false);
  if (!id) return { items: [] as readonly (Command | null)[], dialog: null };

  const nameNow = () => editor.getState().document.name;
  const show = (workflowId: string) => navigate({ to: '/workflows/$workflowId', params: { workflowId }, search: {} });
  const duplicate = async () => {
    // What is copied is what the server has.
    if (!(await draft.getState().flush())) throw new Error(canvas.saveFirst);
    const copy = await workflowCalls.duplicate(id, workflows.copyOf(nameNow()));
    void refresh();
    toast({
      text: workflows.duplicated(copy.name),
      action: { label: workflows.open, run: () => void show(copy.id) },
    });
  };
  const move = async (to: string | null) => {
    await placeWorkflow(id, to);
    draft.setState({ folderId: to });
    void refresh();
  };
  const moveAndTell = async (to: string | null) => {
    const from = folderId;
    await move(to);
    if (to === from) return;
    toast({
      text: workflows.moved,
      action: { label: words.undo, run: () => void move(from).catch(toastFault) },
    });
  };
  const unpublish = async () => {
    const sure = await confirm({
      title: canvas.unpublish,
      text: canvas.unpublishText,
      action: canvas.unpublish,
      danger: true,
    });
    if (!sure) return;
    await workflowCalls.switchOff(id);
    draft.setState({ activeVersion: null, liveNumber: null });
    void refresh();
  };
  const remove = async () => {
    const name = nameNow();
    const sure = await confirm({
      title: workflows.deleteTitle(name),
      text: workflows.deleteText,
      action: workflows.delete,
      danger: true,
    });
    if (!sure) return;
    // Nothing of it is left to be saved when the page is left.
    await draft.getState().flush();
    await unwrap(api.DELETE('/api/v1/workflows/{id}', { params: { path: { id } } }));
    void refresh();
    toast({ text: workflows.bulkDone.delete(1) });
    await navigate({ to: '/workflows', search: folderId ? { folder: folderId } : {} });
  };
  const tried = (work: () => Promise<unknown>) => () => void work().catch(toastFault);

  const items: readonly (Command | null)[] = [
    { id: 'settings', label: canvas.settings, run: () => open('settings') },
    { id: 'history', label: canvas.history, run: () => open('history') },
    ...(readOnly
      ? []
      : [
          null,
          { id: 'duplicate', label: workflows.duplicate, run: tried(duplicate) },
          { id: 'move', label: workflows.move, run: () => setMoving(true) },
        ]),
    { id: 'download', label: canvas.download, run: () => download(editor.getState().document) },
    ...(readOnly ? [] : [null]),
    ...(isLive && !readOnly ? [{ id: 'unpublish', label: canvas.unpublish, danger: true, run: tried(unpublish) }] : []),
    ...(readOnly ? [] : [{ id: 'delete', label: workflows.delete, danger: true, run: tried(remove) }]),
  ];
  const dialog: ReactNode = isMoving && (
    <Suspense>
      <MoveDialog
        title={workflows.moveTitle(1)}
        folders={folders}
        from={folderId}
        send={moveAndTell}
        onClose={() => setMoving(false)}
      />
    </Suspense>
  );
  return { items, dialog };
}

/** Saves the document as a file. */
function download(document: { name: string }): void {
  handOverJson(document, `${document.name.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'workflow'}.json`);
}
