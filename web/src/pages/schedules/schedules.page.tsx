import { Link } from '@tanstack/react-router';
import { CalendarClock, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { useZonedFormat } from '../../texts/zoned-format.ts';
import { Page } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { toastFault } from '../../ui/toast.tsx';
import { Switch } from '../../ui/toggle.tsx';
import { LINK } from '../session/session-card.tsx';
import { type Schedule, usePause, useSchedules, useUpcoming } from './schedules.queries.ts';
import { Timeline } from './timeline.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** When workflows start by themselves: what comes next, and the rule behind each. */
export default function SchedulesPage() {
  const { schedules } = useTexts();
  const format = useFormat();
  const zoned = useZonedFormat();
  const inWords = useRuleWords();
  const canEdit = useSession(({ signed }) => signed !== undefined && signed.tenant.role !== 'viewer');
  const list = useSchedules();
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const upcoming = useUpcoming(rows ?? []);
  const change = usePause();
  const changing = change.isPending ? change.variables : undefined;

  const running = (row: Schedule) => (changing?.schedule.id === row.id ? !changing.pause : !row.paused);
  const runs = (row: Schedule) => (
    <Switch
      checked={running(row)}
      disabled={!canEdit}
      aria-label={schedules.runs(row.workflowName)}
      onChange={(on) => change.mutate({ schedule: row, pause: !on }, { onError: toastFault })}
    />
  );
  const name = (row: Schedule, className: string) => (
    <Link
      to="/workflows/$workflowId"
      params={{ workflowId: row.workflowId }}
      className={`${className} truncate font-semibold hover:underline`}
    >
      {row.workflowName}
    </Link>
  );
  const next = (row: Schedule) =>
    !running(row) ? (
      <span className="text-muted">{schedules.paused}</span>
    ) : row.nextAt ? (
      <time dateTime={row.nextAt} title={zoned.dateTime(row.nextAt, row.timezone)}>
        {format.ago(row.nextAt)}
      </time>
    ) : (
      <span className="text-muted">{schedules.never}</span>
    );
  const last = (row: Schedule) =>
    row.error ? (
      <span className="inline-flex items-center gap-1 text-bad" title={row.error}>
        <TriangleAlert size={13} aria-hidden="true" className="shrink-0" />
        <span className="truncate">{row.error}</span>
      </span>
    ) : row.lastAt ? (
      <time dateTime={row.lastAt} title={zoned.dateTime(row.lastAt, row.timezone)} className="text-muted">
        {format.ago(row.lastAt)}
      </time>
    ) : (
      <span className="text-muted">{schedules.notYet}</span>
    );
  const missed = (row: Schedule) => (row.missed === 'skip' ? schedules.missedSkip : schedules.missedOnce);
  return (
    <Page
      title={schedules.title}
      figures={
        <p className="text-muted">
          {rows ? schedules.figures(rows.length, rows.filter(({ paused }) => paused).length) : '\u00a0'}
          {!canEdit && ` · ${schedules.onlyEditors}`}
        </p>
      }
    >
      {rows && upcoming && upcoming.length > 0 && <Timeline upcoming={upcoming} />}
      <DataTable
        // The times above come with the list, in the place of what stood in for both: nothing is pushed down.
        key={upcoming ? 'list' : 'loading'}
        label={schedules.title}
        rows={upcoming && rows}
        rowId={({ id }) => id}
        rowName={({ workflowName }) => workflowName}
        columns={[
          {
            id: 'runs',
            header: schedules.on,
            width: '64px',
            cell: (row) => <span className="flex">{runs(row)}</span>,
          },
          { id: 'workflow', header: schedules.workflow, cell: (row) => name(row, '') },
          {
            id: 'rule',
            header: schedules.rule,
            width: '37%',
            cell: (row) => <span title={inWords(row.rule, row.timezone)}>{inWords(row.rule, row.timezone)}</span>,
          },
          { id: 'next', header: schedules.nextRun, width: '12%', cell: next },
          { id: 'last', header: schedules.lastRun, width: '13%', cell: last },
          {
            id: 'missed',
            header: schedules.missed,
            width: '13%',
            cell: (row) => <span className="text-muted">{missed(row)}</span>,
          },
        ]}
        card={(row) => (
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              {name(row, 'block text-[14px]')}
              <p>{inWords(row.rule, row.timezone)}</p>
              <p className="mt-0.5 text-muted">
                {schedules.nextRun}: {next(row)}
              </p>
              <p className="text-muted">
                {schedules.lastRun}: {last(row)}
              </p>
              <p className="text-muted">
                {schedules.missed}: {missed(row)}
              </p>
            </div>
            <span className="flex h-10 items-center">{runs(row)}</span>
          </div>
        )}
        fault={list.error}
        onRetry={() => void list.refetch()}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        empty={
          <EmptyState
            icon={<CalendarClock size={28} aria-hidden="true" />}
            title={schedules.emptyTitle}
            action={
              <Link to="/workflows" className={LINK}>
                {schedules.toWorkflows}
              </Link>
            }
          >
            {schedules.emptyText}
          </EmptyState>
        }
      />
    </Page>
  );
}
