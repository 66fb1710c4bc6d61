import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { List } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { parseSearch } from '../../ui/search-words.ts';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { SavedViews } from '../../views/saved-views.tsx';
import { ArrivalsButton } from './arrivals-button.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ExecutionCard } from './execution-card.tsx';
import { useExecutionColumns } from './execution-columns.tsx';
import { ExecutionFigures } from './execution-figures.tsx';
import { ExecutionFilters } from './execution-filters.tsx';
import { useExecutions, useWorkflowNames } from './executions.queries.ts';
import { ExportMenu } from './export-menu.tsx';
import { filterOf, KEYS } from './list-filter.ts';

const NONE: readonly { id: string; name: string }[] = [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All runs: what happened, what is going on, what needs a person. */
export default function ExecutionsPage() {
  const { executions } = useTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const [q, workflowId] = [text(raw.q), text(raw.workflowId)];
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const workflows = useWorkflowNames().data ?? NONE;
  const filter = { ...(workflowId ? { workflowId } : {}), ...filterOf(parseSearch(q, KEYS), workflows) };
  const { list, arrivals, bringIn } = useExecutions(filter);
  const columns = useExecutionColumns();
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const selected = (rows ?? []).filter(({ id }) => ids.has(id));

  const show = (search: Readonly<Record<string, string>>) => {
    setIds(new Set());
    void navigate({ to: '/executions', search, replace: true });
  };
  const setSearch = (next: string) => show(next ? { q: next, ...(workflowId ? { workflowId } : {}) } : {});
  return (
    <Page
      title={executions.title}
      actions={
        <>
          <SavedViews list="executions" search={{ q, workflowId }} onOpen={show} />
          <ExportMenu filter={filter} />
        </>
      }
      figures={<ExecutionFigures workflowId={filter.workflowId} />}
    >
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        <ExecutionFilters q={q} workflows={workflows} workflowId={workflowId} onSearch={setSearch} />
        {selected.length > 0 && (
          <SelectionBar>
            <BulkBar rows={selected} canEdit={canEdit} onLeft={setIds} />
          </SelectionBar>
        )}
      </div>
      <ArrivalsButton arrivals={arrivals} onShow={bringIn} />
      <DataTable
        label={executions.title}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ workflowName, queuedAt }) => `${workflowName ?? executions.gone}, ${format.moment(queuedAt)}`}
        onOpen={({ id }) => void navigate({ to: '/executions/$executionId', params: { executionId: id }, search: {} })}
        selection={{ ids, onChange: setIds }}
        fault={list.error ?? undefined}
        onRetry={() => void list.refetch()}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        card={(row) => <ExecutionCard row={row} />}
        empty={
          q || workflowId ? (
            <EmptyState
              title={executions.noneTitle}
              action={<Button onClick={() => setSearch('')}>{executions.clearSearch}</Button>}
            >
              {executions.noneText}
            </EmptyState>
          ) : (
            <EmptyState
              icon={<List />}
              title={executions.emptyTitle}
              action={
                <Link to="/workflows" className="font-medium text-accent underline">
                  {executions.toWorkflows}
                </Link>
              }
            >
              {executions.emptyText}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}
