import { Link } from '@tanstack/react-router';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';

/** How a workflow last ran in earnest, else how it was last tried, and when; leads to that execution. */
export function LastRun({ of: { name, lastExecution, lastTest } }: { of: ListedWorkflow }) {
  const { workflows } = useTexts();
  const format = useFormat();
  // A test says how a workflow fares only until it runs in earnest.
  const run = lastExecution ?? lastTest;
  if (!run) return <span className="text-muted">{workflows.neverRan}</span>;
  const { id, status, queuedAt, startedAt } = run;
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
      {lastExecution ? (
        <StatusBadge status={status} />
      ) : (
        <Badge>{workflows.tested[status === 'success' ? 'well' : 'ill']}</Badge>
      )}
      <time dateTime={at} className="truncate text-muted group-hover:underline">
        {format.ago(at)}
      </time>
    </Link>
  );
}
