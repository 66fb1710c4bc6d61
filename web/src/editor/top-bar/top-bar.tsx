import { Link, useNavigate } from '@tanstack/react-router';
import { Redo2, Undo2 } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { useDraft } from '../draft/draft-store.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { DraftBadge } from './draft-badge.tsx';
import { WorkflowName } from './workflow-name.tsx';

/** Above the canvas: which workflow this is, what became of the changes, and what can be done with all of it. */
export function TopBar() {
  const { canvas, frame } = useTexts();
  const editor = useEditorStore();
  const navigate = useNavigate();
  const id = useEditor(({ workflowId }) => workflowId);
  const canUndo = useEditor((state) => state.canUndo);
  const canRedo = useEditor((state) => state.canRedo);
  const activeVersion = useDraft((state) => state.activeVersion);
  return (
    <header className="flex h-12 shrink-0 items-center gap-2.5 border-b border-line bg-surface ps-3.5 pe-3">
      <Link to="/workflows" className="shrink-0 text-muted hover:text-text max-phone:hidden">
        {frame.workflows} /
      </Link>
      <WorkflowName />
      <DraftBadge />
      {activeVersion !== null && (
        <Badge tone="ok">
          <span aria-hidden="true" className="size-2 rounded-full bg-ok" />
          {canvas.live(activeVersion)}
        </Badge>
      )}
      <span className="flex-1" />
      <IconButton label={`${canvas.undo} (Ctrl Z)`} disabled={!canUndo} onClick={() => editor.getState().undo()}>
        <Undo2 size={15} />
      </IconButton>
      <IconButton label={`${canvas.redo} (Ctrl Y)`} disabled={!canRedo} onClick={() => editor.getState().redo()}>
        <Redo2 size={15} />
      </IconButton>
      {id && (
        <Button
          className="max-phone:hidden"
          onClick={() => void navigate({ to: '/executions', search: { workflowId: id } })}
        >
          {frame.executions}
        </Button>
      )}
    </header>
  );
}
