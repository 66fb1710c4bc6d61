import { Link } from '@tanstack/react-router';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';

/** How a workflow last ran and when; leads to that execution. */
export function LastRun({ of: { name, lastExecution } }: { of: ListedWorkflow }) {
  const { workflows } = useTexts();
  const format = useFormat();
  if (!lastExecution) return <span className="text-muted">{workflows.neverRan}</span>;
  const { id, status, queuedAt, startedAt } = lastExecution;
  const at = startedAt ?? queuedAt;
  return (
    <Link
      to="/executions/$executionId"
      params={{ executionId: id }}
      search={{}}
      title={format.dateTime(at)}
      className="group inline-flex max-w-full align-middle items-center gap-2 rounded-control"
    >
      <span className="sr-only">{workflows.lastRunOf(name)} </span>
      <StatusBadge status={status} />
      <time dateTime={at} className="truncate text-muted group-hover:underline">
        {format.ago(at)}
      </time>
    </Link>
  );
}
