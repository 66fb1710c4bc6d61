import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { List } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { StatusBadge } from '../../editor/run/status-badge.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { FilterButton } from '../../ui/filter-button.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { formatSearch, parseSearch, withWord } from '../../ui/search-words.ts';
import { EmptyState } from '../../ui/states.tsx';
import { type Column, DataTable } from '../../ui/table/data-table.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import {
  type BulkAction,
  bulk,
  type Execution,
  useExecutionStats,
  useExecutions,
  useWorkflowNames,
} from './executions.queries.ts';
import { ExportMenu } from './export-menu.tsx';
import { HourBars } from './hour-bars.tsx';
import { filterOf, KEYS, MODES, STATUSES } from './list-filter.ts';
import { useExecutionWords } from './use-execution-words.ts';

/** All runs: what happened, what is going on, what needs a person. */
export default function ExecutionsPage() {
  const { executions, run } = useTexts();
  const format = useFormat();
  const words = useExecutionWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const q = typeof raw.q === 'string' ? raw.q : '';
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const workflows = useWorkflowNames().data ?? NONE;
  const search = parseSearch(q, KEYS);
  const asked = typeof raw.workflowId === 'string' ? { workflowId: raw.workflowId } : {};
  const filter = { ...asked, ...filterOf(search, workflows) };
  const list = useExecutions(filter);
  const stats = useExecutionStats(filter.workflowId).data;
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const selected = (rows ?? []).filter(({ id }) => ids.has(id));

  const setSearch = (next: string) => {
    setIds(new Set());
    void navigate({
      to: '/executions',
      search: { ...(next ? { q: next } : {}), ...(next ? asked : {}) },
      replace: true,
    });
  };
  const choose = (key: string) => (chosen: readonly string[]) => setSearch(formatSearch(withWord(search, key, chosen)));
  const open = ({ id }: Execution) =>
    void navigate({ to: '/executions/$executionId', params: { executionId: id }, search: {} });
  const act = async (action: BulkAction, of: readonly Execution[]) => {
    if (
      action === 'delete' &&
      !(await confirm({
        title: executions.deleteTitle(of.length),
        text: executions.deleteText,
        action: executions.delete,
        danger: true,
      }))
    )
      return;
    try {
      const { items } = await bulk(
        action,
        of.map(({ id }) => id),
      );
      const failed = items.filter(({ ok }) => !ok);
      const [first] = failed;
      toast({
        text: [executions.bulkDone(items.length - failed.length, failed.length), first?.message]
          .filter(Boolean)
          .join(' '),
        ...(first ? { tone: 'bad' as const } : {}),
      });
      setIds(new Set(failed.map(({ id }) => id)));
      await queries.invalidateQueries({ queryKey: ['executions'] });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const isGoing = ({ status }: Execution) => status === 'running' || status === 'queued' || status === 'waiting';
  const columns: readonly Column<Execution>[] = [
    { id: 'status', header: executions.status, width: '128px', cell: ({ status }) => <StatusBadge status={status} /> },
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
  return (
    <Page
      title={executions.title}
      actions={<ExportMenu filter={filter} />}
      figures={
        <div className="flex min-h-[52px] flex-wrap items-end gap-x-7 gap-y-2 max-phone:min-h-[95px]">
          {stats && (
            <>
              <Figure label={executions.last24} value={format.number(stats.total)} />
              <Figure
                label={executions.failed}
                value={format.number(stats.failed)}
                bad={stats.failed > 0}
                aside={stats.total > 0 ? format.percent(stats.failed / stats.total) : undefined}
              />
              <Figure
                label={executions.p95}
                value={stats.p95Ms === null ? executions.nothingEnded : format.span(stats.p95Ms)}
              />
              <HourBars stats={stats} />
            </>
          )}
        </div>
      }
    >
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        <SearchBox value={q} onChange={setSearch} label={executions.search} placeholder={executions.searchExample} />
        {/* Two in a row on phones, however wide the words are before their typeface is there. */}
        <div className="flex flex-wrap gap-2 max-phone:grid max-phone:w-full max-phone:grid-cols-2 max-phone:[&>button]:justify-start max-phone:[&>button]:overflow-hidden">
          <FilterButton
            label={executions.status}
            any={executions.any}
            options={STATUSES.map((value) => ({ value, label: run.status[value] }))}
            chosen={search.words.status ?? []}
            onChange={choose('status')}
          />
          <FilterButton
            label={executions.workflow}
            any={executions.any}
            options={workflows.map(({ name }) => ({ value: name, label: name }))}
            chosen={
              search.words.workflow ?? workflows.filter(({ id }) => id === asked.workflowId).map(({ name }) => name)
            }
            onChange={(chosen) => choose('workflow')(chosen.slice(-1))}
          />
          <FilterButton
            label={executions.startedBy}
            any={executions.any}
            options={MODES.map((value) => ({ value, label: executions.modes[value] }))}
            chosen={search.words.mode ?? []}
            onChange={choose('mode')}
          />
        </div>
        <span className="flex-1" />
        {selected.length > 0 && (
          <>
            <span className="text-muted" role="status">
              {executions.selected(selected.length)}
            </span>
            {selected.length === 2 && (
              <Button
                onClick={() =>
                  void navigate({ to: '/executions/compare', search: { a: selected[1]?.id, b: selected[0]?.id } })
                }
              >
                {executions.compare}
              </Button>
            )}
            {canEdit && (
              <>
                {selected.some(({ status }) => status === 'error') && (
                  <Button onClick={() => void act('retry', selected)}>{executions.retry}</Button>
                )}
                <Button onClick={() => void act('replay', selected)}>{executions.replay}</Button>
                {selected.some(isGoing) && (
                  <Button onClick={() => void act('cancel', selected)}>{executions.cancel}</Button>
                )}
                <Button look="danger" onClick={() => void act('delete', selected)}>
                  {executions.delete}
                </Button>
              </>
            )}
          </>
        )}
      </div>
      <DataTable
        label={executions.title}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ workflowName, queuedAt }) => `${workflowName ?? executions.gone}, ${format.moment(queuedAt)}`}
        onOpen={open}
        selection={{ ids, onChange: setIds }}
        fault={list.error ?? undefined}
        onRetry={() => void list.refetch()}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        card={(row) => <Card row={row} />}
        empty={
          q || asked.workflowId ? (
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

const NONE: readonly { id: string; name: string }[] = [];

function Figure({ label, value, aside, bad }: { label: string; value: string; aside?: string; bad?: boolean }) {
  return (
    <div>
      <p className="text-muted">{label}</p>
      <p className={`text-xl font-semibold ${bad ? 'text-bad' : ''}`}>
        {value} {aside && <span className="text-base font-normal text-muted">{aside}</span>}
      </p>
    </div>
  );
}

/** A row as phones show it. */
function Card({ row }: { row: Execution }) {
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
          className="min-w-0 font-semibold break-words"
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
          className={`mt-0.5 line-clamp-2 break-words ${row.status === 'error' || row.status === 'in_doubt' ? 'text-bad' : 'text-muted'}`}
        >
          {worth}
        </p>
      )}
    </>
  );
}
