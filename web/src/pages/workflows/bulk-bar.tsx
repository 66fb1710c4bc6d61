import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { toast } from '../../ui/toast.tsx';
import { useRefreshLists, workflowCalls } from './workflows.queries.ts';

interface Props {
  rows: readonly ListedWorkflow[];
  canEdit: boolean;
  onClear(): void;
  onMove(rows: readonly ListedWorkflow[]): void;
  onTags(rows: readonly ListedWorkflow[]): void;
  onExport(rows: readonly ListedWorkflow[]): void;
  onDelete(rows: readonly ListedWorkflow[]): void;
}

/** What can be done to all that are selected. */
export function BulkBar({ rows, canEdit, onClear, onMove, onTags, onExport, onDelete }: Props) {
  const { words, workflows } = useTexts();
  const each = useEach();
  const switchAll = async (on: boolean) => {
    const sure = await confirm({
      title: on ? workflows.manyOnTitle(rows.length) : workflows.manyOffTitle(rows.length),
      text: on ? workflows.manyOnText : workflows.switchOffText,
      action: on ? workflows.switchOn : workflows.switchOff,
    });
    if (sure) await each(rows, ({ id }) => (on ? workflowCalls.switchOn(id) : workflowCalls.switchOff(id)));
  };
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

/** Does something to each, one after the other; says how many were left and why the first of them was. */
export function useEach() {
  const { workflows } = useTexts();
  const refresh = useRefreshLists();
  return async (rows: readonly ListedWorkflow[], act: (row: ListedWorkflow) => Promise<unknown>): Promise<number> => {
    const faults: unknown[] = [];
    for (const row of rows) await act(row).catch((fault) => faults.push(fault));
    const [first] = faults;
    if (first) {
      const why = first instanceof Error ? first.message : String(first);
      toast({ text: workflows.someFailed(faults.length, why), tone: 'bad' });
    }
    await refresh();
    return rows.length - faults.length;
  };
}
