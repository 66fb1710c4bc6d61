import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { type BulkAction, bulk, type Execution } from './executions.queries.ts';

const isGoing = ({ status }: Execution) => status === 'running' || status === 'queued' || status === 'waiting';

/** What can be done to the executions that are selected. */
export function BulkBar({
  rows,
  canEdit,
  onLeft,
}: {
  rows: readonly Execution[];
  canEdit: boolean;
  /** It is done; these could not be, and stay selected. */
  onLeft(ids: ReadonlySet<string>): void;
}) {
  const { executions } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const act = async (action: BulkAction) => {
    const agreed =
      action !== 'delete' ||
      (await confirm({
        title: executions.deleteTitle(rows.length),
        text: executions.deleteText,
        action: executions.delete,
        danger: true,
      }));
    if (!agreed) return;
    try {
      const ids = rows.map(({ id }) => id);
      const { items } = await bulk(action, ids);
      const failed = items.filter(({ ok }) => !ok);
      const [first] = failed;
      const done = executions.bulkDone(items.length - failed.length, failed.length);
      toast({
        text: [done, first?.message].filter(Boolean).join(' '),
        ...(first ? { tone: 'bad' as const } : {}),
      });
      onLeft(new Set(failed.map(({ id }) => id)));
      await queries.invalidateQueries({ queryKey: ['executions'] });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const [newer, older] = rows;
  return (
    <>
      <span className="text-muted" role="status">
        {executions.selected(rows.length)}
      </span>
      {rows.length === 2 && (
        <Button onClick={() => void navigate({ to: '/executions/compare', search: { a: older?.id, b: newer?.id } })}>
          {executions.compare}
        </Button>
      )}
      {canEdit && (
        <>
          {rows.some(({ status }) => status === 'error') && (
            <Button onClick={() => void act('retry')}>{executions.retry}</Button>
          )}
          <Button onClick={() => void act('replay')}>{executions.replay}</Button>
          {rows.some(isGoing) && <Button onClick={() => void act('cancel')}>{executions.cancel}</Button>}
          <Button look="danger" onClick={() => void act('delete')}>
            {executions.delete}
          </Button>
        </>
      )}
    </>
  );
}
