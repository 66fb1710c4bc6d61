import { useRef } from 'react';
import { ArrivalsButton } from '../../pages/executions/arrivals-button.tsx';
import { type Execution, useExecutionStats, type useExecutions } from '../../pages/executions/executions.queries.ts';
import { KindFilter, StatusFilter } from '../../pages/executions/word-filters.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../ui/states.tsx';
import { RunRow } from './run-row.tsx';

interface Props extends ReturnType<typeof useExecutions> {
  workflowId: string;
  q: string;
  onSearch(q: string): void;
  /** Missing until they have come. */
  rows: readonly Execution[] | undefined;
  /** Id of the one that is shown. */
  chosen: string;
}

/** The executions of one workflow, newest first: the arrow keys go from one to the next. */
export function RunList({ workflowId, q, onSearch, rows, chosen, list, arrivals, bringIn }: Props) {
  const { executions, words } = useTexts();
  const shown = useRef<HTMLUListElement>(null);
  const step = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const links = [...(shown.current?.querySelectorAll('a') ?? [])];
    const next = by !== 0 && links[links.indexOf(document.activeElement as HTMLAnchorElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-1 px-2 pt-2">
        <StatusFilter q={q} onSearch={onSearch} />
        <KindFilter q={q} onSearch={onSearch} />
      </div>
      <Figures workflowId={workflowId} />
      <ArrivalsButton arrivals={arrivals} onShow={bringIn} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.error && !rows ? (
          <ErrorState fault={list.error} onRetry={() => void list.refetch()} />
        ) : rows ? (
          <ul ref={shown} onKeyDown={step} aria-label={executions.ofWorkflow}>
            {rows.map((row) => (
              <RunRow key={row.id} row={row} isShown={row.id === chosen} />
            ))}
          </ul>
        ) : (
          <Skeleton rows={8} height={56} />
        )}
        {rows?.length === 0 && <p className="px-4 py-6 text-center text-muted">{executions.noneText}</p>}
        {list.hasNextPage && (
          <div className="p-2 text-center">
            <Button look="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.loadMore}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}

/** The last day in a line, with its room kept. */
function Figures({ workflowId }: { workflowId: string }) {
  const { executions } = useTexts();
  const format = useFormat();
  const stats = useExecutionStats(workflowId).data;
  return (
    <p className="min-h-7 border-b border-line px-3.5 py-1 text-sm text-muted">
      {stats &&
        executions.ofLast24(
          format.number(stats.total),
          stats.failed > 0 ? format.percent(stats.failed / stats.total) : undefined,
          stats.tests,
        )}
    </p>
  );
}
