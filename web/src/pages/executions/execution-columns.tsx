import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import type { Column } from '../../ui/table/data-table.tsx';
import type { Execution } from './executions.queries.ts';
import { useExecutionWords } from './use-execution-words.ts';

/** The columns of the list of executions. */
export function useExecutionColumns(): readonly Column<Execution>[] {
  const { executions } = useTexts();
  const format = useFormat();
  const words = useExecutionWords();
  return [
    { id: 'status', header: executions.status, width: '142px', cell: ({ status }) => <StatusBadge status={status} /> },
    {
      id: 'workflow',
      header: executions.workflow,
      cell: ({ id, workflowName }) => (
        <Link
          to="/executions/$executionId"
          params={{ executionId: id }}
          search={{}}
          tabIndex={-1}
          className="font-semibold hover:underline"
        >
          {workflowName ?? executions.gone}
        </Link>
      ),
    },
    {
      id: 'by',
      header: executions.startedBy,
      width: '130px',
      cell: (row) => <span className="text-muted">{words.startedBy(row)}</span>,
    },
    {
      id: 'started',
      header: executions.started,
      width: '130px',
      cell: ({ startedAt, queuedAt }) => (
        <time dateTime={startedAt ?? queuedAt} title={format.dateTime(startedAt ?? queuedAt)}>
          {format.moment(startedAt ?? queuedAt)}
        </time>
      ),
    },
    { id: 'took', header: executions.took, width: '140px', mono: true, cell: words.took },
    {
      id: 'worth',
      header: executions.worth,
      align: 'end',
      width: '30%',
      cell: (row) => (
        <span className="text-muted" title={words.worth(row)}>
          {words.worth(row)}
        </span>
      ),
    },
  ];
}
