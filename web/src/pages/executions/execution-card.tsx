import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Execution } from './executions.queries.ts';
import { useExecutionWords } from './use-execution-words.ts';

/** A row as phones show it. */
export function ExecutionCard({ row }: { row: Execution }) {
  const { executions } = useTexts();
  const format = useFormat();
  const words = useExecutionWords();
  const worth = words.worth(row);
  return (
    <>
      <div className="flex items-start justify-between gap-2">
        <Link
          to="/executions/$executionId"
          params={{ executionId: row.id }}
          search={{}}
          className="min-w-0 font-semibold wrap-anywhere"
        >
          {row.workflowName ?? executions.gone}
        </Link>
        <StatusBadge status={row.status} />
      </div>
      <p className="mt-1 text-muted">
        {[format.moment(row.startedAt ?? row.queuedAt), words.startedBy(row), words.took(row)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {worth && (
        <p
          className={`mt-0.5 line-clamp-2 wrap-anywhere ${row.status === 'error' || row.status === 'in_doubt' ? 'text-bad' : 'text-muted'}`}
        >
          {worth}
        </p>
      )}
    </>
  );
}
