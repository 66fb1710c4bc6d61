import type { ListedWorkflow } from '../../../api/answers/workflows.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import type { Bulk } from './use-bulk.ts';

interface Props {
  rows: readonly ListedWorkflow[];
  canEdit: boolean;
  bulk: Bulk;
  onClear(): void;
  onMove(rows: readonly ListedWorkflow[]): void;
  onTags(rows: readonly ListedWorkflow[]): void;
  onExport(rows: readonly ListedWorkflow[]): void;
  onDelete(rows: readonly ListedWorkflow[]): void;
}

/** What can be done to all that are selected; while it is done, how far it is. */
export function BulkBar({ rows, canEdit, bulk, onClear, onMove, onTags, onExport, onDelete }: Props) {
  const { words, workflows } = useTexts();
  const switchAll = async (on: boolean) => {
    const sure = await confirm({
      title: on ? workflows.manyOnTitle(rows.length) : workflows.manyOffTitle(rows.length),
      text: on ? workflows.manyOnText : workflows.switchOffText,
      action: on ? workflows.switchOn : workflows.switchOff,
    });
    if (sure) await bulk.run({ action: on ? 'activate' : 'deactivate' }, rows);
  };
  if (bulk.progress) {
    const { done, all } = bulk.progress;
    return (
      <div role="status" className="flex min-h-8 items-center gap-2 text-muted">
        <progress className="w-40 accent-accent" aria-label={workflows.selected(all)} value={done} max={all} />
        {workflows.importing(done, all)}
      </div>
    );
  }
  return (
    <div role="toolbar" aria-label={workflows.selected(rows.length)} className="flex flex-wrap items-center gap-2">
      <span className="text-muted">{workflows.selected(rows.length)}</span>
      {canEdit && (
        <>
          <Button onClick={() => void switchAll(true)}>{workflows.switchOn}</Button>
          <Button onClick={() => void switchAll(false)}>{workflows.switchOff}</Button>
          <Button onClick={() => onMove(rows)}>{workflows.moveHere}</Button>
          <Button onClick={() => onTags(rows)}>{workflows.tags}</Button>
        </>
      )}
      <Button onClick={() => onExport(rows)}>{workflows.export}</Button>
      {canEdit && (
        <Button look="danger" onClick={() => onDelete(rows)}>
          {words.delete}
        </Button>
      )}
      <Button look="quiet" onClick={onClear}>
        {words.clear}
      </Button>
    </div>
  );
}
