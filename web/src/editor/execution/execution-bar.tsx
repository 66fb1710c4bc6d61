import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { MoreHorizontal } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { handOverJson } from '../../api/hand-over.ts';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { isOver } from '../run/run-events.ts';
import { StatusBadge } from '../run/status-badge.tsx';
import { copyIntoDraft } from './copy-into-draft.ts';
import { type ExecutionDetail, executionCalls } from './execution.queries.ts';
import { useBesideEditor, useExecutionPlace } from './execution-place.ts';
import { RetryButton } from './retry-button.tsx';
import { UseBeginning } from './use-beginning.tsx';

const ReplayDialog = lazy(() => import('./replay-dialog.tsx'));

/** Which execution this is, what became of it, and what can be done with it. */
export function ExecutionBar({ execution, isGone }: { execution: ExecutionDetail; isGone: boolean }) {
  const { canvas, executions, words } = useTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [replaying, setReplaying] = useState(false);
  const { id, workflowId, workflowName, status, startedAt, finishedAt } = execution;
  const place = useExecutionPlace();
  const beside = useBesideEditor();
  const open = (executionId: string) => void navigate(place(executionId, workflowId));
  const act = async (what: () => Promise<unknown>) => {
    try {
      const answer = (await what()) as { executionId?: string } | undefined;
      await queries.invalidateQueries({ queryKey: ['executions'] });
      if (answer?.executionId && answer.executionId !== id) open(answer.executionId);
    } catch (fault) {
      toastFault(fault);
    }
  };
  const remove = async () => {
    const agreed = await confirm({
      title: executions.deleteTitle(1),
      text: executions.deleteText,
      action: executions.delete,
      danger: true,
    });
    if (!agreed) return;
    await act(() => executionCalls.delete(id));
    void (beside
      ? navigate({ to: '/workflows/$workflowId/executions', params: { workflowId }, search: {} })
      : navigate({ to: '/executions', search: {} }));
  };
  const copy = async () => {
    await copyIntoDraft(execution);
    toast({ text: executions.copied });
    void navigate({ to: '/workflows/$workflowId', params: { workflowId }, search: {} });
  };
  const download = () => handOverJson(execution, `execution-${id}.json`);
  const over = isOver(execution);
  const stopping = execution.cancelRequested && !over;
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-surface py-1.5 ps-3.5 pe-3">
      {!beside && (
        <>
          <Link to="/executions" search={{}} className="shrink-0 text-muted hover:text-text max-phone:hidden">
            {executions.back} /
          </Link>
          <h1 className="min-w-0 truncate text-[15px] font-semibold">
            {workflowName ? (
              <Link
                {...{ to: '/workflows/$workflowId/executions', params: { workflowId }, search: { execution: id } }}
                className="hover:underline"
              >
                {workflowName}
              </Link>
            ) : (
              executions.gone
            )}
          </h1>
        </>
      )}
      <StatusBadge
        status={status}
        more={startedAt && finishedAt ? format.span(Date.parse(finishedAt) - Date.parse(startedAt)) : undefined}
      />
      <span className="text-muted">
        {canvas.version(execution.version, execution.liveNumber)} · {format.moment(startedAt ?? execution.queuedAt)}
      </span>
      {stopping && (
        <Badge tone="warn">
          <Spinner /> {executions.stopping}
        </Badge>
      )}
      <span className="flex-1" />
      {canEdit && !over && (
        <Button busy={stopping} onClick={() => void act(() => executionCalls.cancel(id))}>
          {executions.cancel}
        </Button>
      )}
      {canEdit && (status === 'error' || status === 'cancelled') && (
        <RetryButton execution={execution} onRetry={(as) => void act(() => executionCalls.retry(id, as))} />
      )}
      {canEdit && !isGone && <UseBeginning execution={execution} />}
      {canEdit && over && !isGone && <Button onClick={() => setReplaying(true)}>{executions.replayFrom}</Button>}
      <Menu
        items={[
          {
            label: executions.openDraft,
            run: () => void navigate({ to: '/workflows/$workflowId', params: { workflowId }, search: {} }),
          },
          ...(canEdit && !isGone ? [{ label: executions.copyToEditor, run: () => void copy().catch(toastFault) }] : []),
          { label: executions.download, run: download },
          ...(canEdit && over ? [null, { label: executions.delete, danger: true, run: () => void remove() }] : []),
        ]}
      >
        <IconButton label={words.more} look="plain">
          <MoreHorizontal size={15} />
        </IconButton>
      </Menu>
      {replaying && (
        <Suspense>
          <ReplayDialog execution={execution} onClose={() => setReplaying(false)} onStarted={open} />
        </Suspense>
      )}
    </header>
  );
}
