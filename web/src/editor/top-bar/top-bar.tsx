import { Ellipsis, Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { COMMAND_WORDS } from '../../app/palette/command-words.ts';
import { usePaletteActions } from '../../app/palette/palette-actions.ts';
import { useAsked } from '../../app/use-asked.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { CommentsButton } from '../comments/comments-button.tsx';
import { useDraft } from '../draft/draft-store.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { People } from '../together/people.tsx';
import { DraftBadge } from './draft-badge.tsx';
import { type EditorTab, EditorTabs } from './editor-tabs.tsx';
import { FolderPath } from './folder-path.tsx';
import { useWorkflowMenu } from './use-workflow-menu.tsx';
import { WorkflowName } from './workflow-name.tsx';

const PublishDialog = lazy(async () => ({ default: (await import('../draft/publish-dialog.tsx')).PublishDialog }));
const HistoryDialog = lazy(async () => ({ default: (await import('../draft/history-dialog.tsx')).HistoryDialog }));
const SettingsDialog = lazy(async () => ({ default: (await import('../draft/settings-dialog.tsx')).SettingsDialog }));

/**
 * Above the canvas and beside-lying executions: which workflow this is, what became of the changes, and what can be done
 * with all of it.
 */
export function TopBar({ tab = 'editor' }: { tab?: EditorTab }) {
  const { canvas, words } = useTexts();
  const editor = useEditorStore();
  const id = useEditor(({ workflowId }) => workflowId);
  const canUndo = useEditor((state) => state.canUndo);
  const canRedo = useEditor((state) => state.canRedo);
  const liveNumber = useDraft((state) => state.liveNumber);
  const readOnly = useEditor((state) => state.readOnly);
  const [open, setOpen] = useState<'publish' | 'history' | 'settings'>();
  const close = () => setOpen(undefined);
  const { items, dialog } = useWorkflowMenu(setOpen);
  // Lists ask by the address: /workflows/<id>?do=history.
  useAsked('history', () => setOpen('history'), id !== undefined);
  useAsked('settings', () => setOpen('settings'), id !== undefined);
  usePaletteActions([
    ...(id && !readOnly
      ? [{ id: 'publish', label: canvas.publish, keywords: COMMAND_WORDS.publish, run: () => setOpen('publish') }]
      : []),
    ...items
      .filter((item) => item !== null)
      .map(({ id: name, ...item }) => ({ id: `workflow ${name}`, keywords: COMMAND_WORDS[name] ?? [], ...item })),
  ]);
  return (
    <header className="flex min-h-12 shrink-0 items-center gap-x-2.5 gap-y-1 border-b border-line bg-surface ps-3.5 pe-3 max-phone:flex-wrap max-phone:gap-x-1 max-phone:py-1.5">
      <FolderPath />
      <WorkflowName />
      {/* On phones the name and what is done most are a row of their own. */}
      <span aria-hidden="true" className="hidden basis-full max-phone:-order-1 max-phone:block" />
      <DraftBadge />
      {liveNumber !== null && (
        <Badge tone="ok">
          <span aria-hidden="true" className="size-2 rounded-full bg-ok" />
          {canvas.live(liveNumber)}
        </Badge>
      )}
      {id && <EditorTabs workflowId={id} current={tab} />}
      <span className="flex-1" />
      <People />
      {id && tab === 'editor' && <CommentsButton workflowId={id} />}
      {tab === 'editor' && (
        <>
          <IconButton label={`${canvas.undo} (Ctrl Z)`} disabled={!canUndo} onClick={() => editor.getState().undo()}>
            <Undo2 size={15} />
          </IconButton>
          <IconButton label={`${canvas.redo} (Ctrl Y)`} disabled={!canRedo} onClick={() => editor.getState().redo()}>
            <Redo2 size={15} />
          </IconButton>
        </>
      )}
      {id && (
        <Button className="max-phone:hidden" onClick={() => setOpen('history')}>
          {canvas.history}
        </Button>
      )}
      {!readOnly && (
        <Button
          look={tab === 'editor' ? 'primary' : 'plain'}
          className="max-phone:-order-2"
          disabled={!id}
          onClick={() => setOpen('publish')}
        >
          {canvas.publish}
        </Button>
      )}
      {id && (
        <Menu items={items}>
          <IconButton label={words.more} className="max-phone:-order-2">
            <Ellipsis size={16} />
          </IconButton>
        </Menu>
      )}
      <Suspense>
        {open === 'publish' && <PublishDialog open onClose={close} />}
        {open === 'history' && <HistoryDialog open onClose={close} />}
        {open === 'settings' && <SettingsDialog open onClose={close} />}
      </Suspense>
      {dialog}
    </header>
  );
}
