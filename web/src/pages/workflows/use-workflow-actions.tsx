import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useTexts } from '../../texts/texts.ts';
import { confirm } from '../../ui/confirm.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { useBulk } from './bulk/use-bulk.ts';
import type { Dragged } from './dragged.ts';
import { type Folder, placesFor } from './folders/folder-tree.ts';
import { MoveDialog } from './move-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { TagsDialog } from './tags-dialog.tsx';
import { useRefreshLists, workflowCalls } from './workflows.queries.ts';

/** What the list does to workflows and folders, and the dialog that asks for more where one is needed. */
export function useWorkflowActions({
  rows,
  folders,
  knownTags,
  canEdit,
}: {
  /** Those that are shown. */
  rows: readonly ListedWorkflow[];
  folders: readonly Folder[];
  knownTags: readonly string[];
  canEdit: boolean;
}) {
  const { canvas, words, workflows } = useTexts();
  const [dialog, setDialog] = useState<ReactNode>(null);
  const navigate = useNavigate();
  const refresh = useRefreshLists();
  const bulk = useBulk();
  const close = () => setDialog(null);
  const then = async <T,>(work: Promise<T>): Promise<T> => {
    const result = await work;
    await refresh();
    return result;
  };
  const open = (id: string) => navigate({ to: '/workflows/$workflowId', params: { workflowId: id } });
  /** Opens the workflow with one of its dialogs. */
  const openFor = (id: string, dialog: 'history' | 'settings') =>
    navigate({ to: '/workflows/$workflowId', params: { workflowId: id }, search: { do: dialog } });

  /** An empty canvas; the editor makes the workflow with the first change. */
  const create = (folderId: string | undefined) =>
    navigate({
      to: '/workflows/$workflowId',
      params: { workflowId: 'new' },
      search: folderId ? { folder: folderId } : {},
    });
  const duplicate = async ({ id, name }: ListedWorkflow) => {
    try {
      const copy = await then(workflowCalls.duplicate(id, workflows.copyOf(name)));
      toast({
        text: workflows.duplicated(copy.name),
        action: { label: workflows.open, run: () => void open(copy.id) },
      });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const rename = ({ id, name }: ListedWorkflow) =>
    setDialog(
      <NameDialog
        naming={{
          title: workflows.renameTitle,
          name,
          action: workflows.rename,
          send: (next) => then(workflowCalls.rename(id, next)),
        }}
        onClose={close}
      />,
    );
  const moveTo = (rows: readonly ListedWorkflow[], folderId: string | null) =>
    bulk.run({ action: 'move', folderId }, rows);
  const move = (rows: readonly ListedWorkflow[]) =>
    setDialog(
      <MoveDialog
        title={workflows.moveTitle(rows.length)}
        folders={folders}
        from={rows[0]?.folderId ?? null}
        send={(folderId) => moveTo(rows, folderId)}
        onClose={close}
      />,
    );
  const tags = (rows: readonly ListedWorkflow[]) => {
    const [first] = rows;
    const isOne = rows.length === 1;
    setDialog(
      <TagsDialog
        title={isOne ? workflows.editTags : workflows.addTags(rows.length)}
        tags={isOne && first ? first.tags : []}
        known={knownTags}
        send={(next) =>
          isOne && first
            ? then(workflowCalls.setTags(first.id, next))
            : next.length > 0
              ? bulk.run({ action: 'tag', tags: next }, rows)
              : Promise.resolve()
        }
        onClose={close}
      />,
    );
  };
  const unpublish = async (row: ListedWorkflow) => {
    const sure = await confirm({
      title: workflows.switchOffTitle(row.name),
      text: workflows.switchOffText,
      action: canvas.unpublish,
      danger: true,
    });
    if (sure) await bulk.run({ action: 'deactivate' }, [row]);
  };
  const exportThese = (which: Parameters<typeof workflowCalls.export>[0]) =>
    workflowCalls.export(which).catch(toastFault);
  const remove = async (rows: readonly ListedWorkflow[]) => {
    const [first] = rows;
    const sure = await confirm({
      title: rows.length === 1 && first ? workflows.deleteTitle(first.name) : workflows.deleteManyTitle(rows.length),
      text: workflows.deleteText,
      action: rows.length === 1 ? workflows.delete : words.delete,
      danger: true,
    });
    if (!sure) return;
    await bulk.run({ action: 'delete' }, rows);
  };

  const newFolder = (parentId: string | undefined) =>
    setDialog(
      <NameDialog
        naming={{
          title: workflows.newFolder,
          name: '',
          action: words.create,
          send: (name) => then(workflowCalls.createFolder(name, parentId)),
        }}
        onClose={close}
      />,
    );
  const renameFolder = (folder: Folder) =>
    setDialog(
      <NameDialog
        naming={{
          title: workflows.renameFolder,
          name: folder.name,
          action: workflows.rename,
          send: (name) => then(workflowCalls.changeFolder(folder.id, name, folder.parentId)),
        }}
        onClose={close}
      />,
    );
  const moveFolder = (folder: Folder) =>
    setDialog(
      <MoveDialog
        title={workflows.moveFolder(folder.name)}
        folders={placesFor(folders, folder.id)}
        from={folder.parentId}
        send={(parentId) => then(workflowCalls.changeFolder(folder.id, folder.name, parentId))}
        onClose={close}
      />,
    );
  const deleteFolder = async (folder: Folder): Promise<boolean> => {
    const sure = await confirm({
      title: workflows.deleteFolderTitle(folder.name),
      text: workflows.deleteFolderText,
      action: workflows.deleteFolder,
      danger: true,
    });
    if (!sure) return false;
    return then(workflowCalls.deleteFolder(folder.id))
      .then(() => true)
      .catch((fault) => {
        toastFault(fault);
        return false;
      });
  };
  /** Moves what was dropped on a folder. */
  const dropInto = async (folderId: string | null, what: Dragged) => {
    const dragged = rows.filter(({ id }) => what.workflows?.includes(id));
    if (dragged.length > 0) await moveTo(dragged, folderId);
    const folder = folders.find(({ id }) => id === what.folder);
    if (!folder) return;
    try {
      await then(workflowCalls.changeFolder(folder.id, folder.name, folderId));
      toast({ text: workflows.moved });
    } catch (fault) {
      toastFault(fault);
    }
  };

  const menu = (row: ListedWorkflow): readonly (MenuItem | null)[] => [
    { label: workflows.open, run: () => void open(row.id) },
    {
      label: workflows.executions,
      run: () => void navigate({ to: '/workflows/$workflowId/executions', params: { workflowId: row.id } }),
    },
    ...(canEdit
      ? [
          null,
          { label: workflows.duplicate, run: () => void duplicate(row) },
          { label: workflows.rename, run: () => rename(row) },
          { label: workflows.move, run: () => move([row]) },
          { label: workflows.editTags, run: () => tags([row]) },
        ]
      : []),
    null,
    { label: canvas.history, run: () => void openFor(row.id, 'history') },
    { label: canvas.settings, run: () => void openFor(row.id, 'settings') },
    { label: workflows.export, run: () => void exportThese({ ids: [row.id] }) },
    ...(canEdit ? [null] : []),
    ...(canEdit && row.active ? [{ label: canvas.unpublish, danger: true, run: () => void unpublish(row) }] : []),
    ...(canEdit ? [{ label: words.delete, danger: true, run: () => void remove([row]) }] : []),
  ];
  return {
    dialog,
    open,
    create,
    move,
    tags,
    exportThese,
    bulk,
    remove,
    newFolder,
    renameFolder,
    moveFolder,
    deleteFolder,
    dropInto,
    menu,
  };
}
