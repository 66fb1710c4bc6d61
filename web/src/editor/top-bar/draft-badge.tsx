import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../draft/draft-store.ts';
import { useEditor } from '../editor-store.ts';

/** What became of the changes: saved, on their way, or kept here. */
export function DraftBadge() {
  const { canvas, words } = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const status = useDraft((state) => state.status);
  const fault = useDraft((state) => state.fault);
  const flush = useDraft((state) => state.flush);
  if (readOnly) return <Badge>{canvas.readOnly}</Badge>;
  const text = {
    saved: canvas.saved,
    unsaved: canvas.saving,
    saving: canvas.saving,
    offline: canvas.offline,
    stale: canvas.stale,
    refused: canvas.refused,
  }[status];
  const bad = status === 'offline' || status === 'refused' || status === 'stale';
  return (
    <span
      role="status"
      className="flex min-w-0 items-center gap-1"
      title={fault instanceof Error ? fault.message : undefined}
    >
      <Badge tone={bad ? 'warn' : 'neutral'} className="truncate">
        {text}
      </Badge>
      {(status === 'offline' || status === 'refused') && (
        <Button look="quiet" onClick={() => void flush()}>
          {words.retry}
        </Button>
      )}
    </span>
  );
}
