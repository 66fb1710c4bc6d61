import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useExecutions } from '../../pages/executions/executions.queries.ts';
import { filterOf, KEYS } from '../../pages/executions/list-filter.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { parseSearch } from '../../ui/search-words.ts';
import { EmptyState } from '../../ui/states.tsx';
import { useEditor } from '../editor-store.ts';
import { ShownExecution } from '../execution/shown-execution.tsx';
import { DeletedBanner } from '../together/deleted-banner.tsx';
import { useFollowing } from '../together/use-following.ts';
import { TopBar } from '../top-bar/top-bar.tsx';
import { RunList } from './run-list.tsx';

/** Phones have room for the list or for one execution. */
const WIDE = '(min-width: 640px)';
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a workflow did: its executions, and the chosen one of them on the version that it ran. */
export default function ExecutionsTab({ workflowId }: { workflowId: string }) {
  const { executions, canvas } = useTexts();
  const navigate = useNavigate();
  const raw = useSearch({ from: '/app/workflows/$workflowId/executions' });
  const [q, chosen] = [text(raw.q), text(raw.execution)];
  const name = useEditor(({ document }) => document.name);
  const filter = { ...filterOf(parseSearch(q, KEYS), []), workflowId };
  const listed = useExecutions(filter);
  const { data, isPlaceholderData } = listed.list;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  useFollowing();
  useEffect(() => {
    document.title = `${name}: ${canvas.tabExecutions} · Orchestrator`;
  }, [name, canvas]);

  // Not one of those that were asked for before.
  const newest = isPlaceholderData ? undefined : rows?.[0]?.id;
  useEffect(() => {
    if (chosen || !newest || !matchMedia(WIDE).matches) return;
    void navigate({
      to: '/workflows/$workflowId/executions',
      params: { workflowId },
      search: (before: object) => ({ ...before, execution: newest }),
      replace: true,
    });
  }, [chosen, newest, workflowId, navigate]);
  const setSearch = (next: string) =>
    void navigate({
      to: '/workflows/$workflowId/executions',
      params: { workflowId },
      search: next ? { q: next } : {},
      replace: true,
    });
  const isEmpty = !q && rows?.length === 0 && !chosen;
  return (
    <div className="flex h-full flex-col">
      <TopBar tab="executions" />
      <DeletedBanner />
      {isEmpty ? (
        <EmptyState
          title={executions.noneOfWorkflow}
          action={
            <Link
              to="/workflows/$workflowId"
              params={{ workflowId }}
              search={{}}
              className="font-medium text-accent underline"
            >
              {executions.toEditor}
            </Link>
          }
        >
          {executions.noneOfWorkflowText}
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1">
          <aside
            aria-label={executions.ofWorkflow}
            className={classNames(
              'flex w-[300px] shrink-0 flex-col border-e border-line bg-surface max-phone:w-full max-phone:border-0',
              chosen !== '' && 'max-phone:hidden',
            )}
          >
            <RunList workflowId={workflowId} q={q} onSearch={setSearch} rows={rows} chosen={chosen} {...listed} />
          </aside>
          <div className={classNames('flex min-w-0 flex-1 flex-col', chosen === '' && 'max-phone:hidden')}>
            {chosen && (
              <Link
                to="/workflows/$workflowId/executions"
                params={{ workflowId }}
                search={q ? { q } : {}}
                className="flex min-h-10 shrink-0 items-center gap-1 border-b border-line bg-surface px-2 text-muted phone:hidden"
              >
                <ChevronLeft size={15} aria-hidden="true" className="rtl:rotate-180" />
                {executions.toList}
              </Link>
            )}
            <div className="min-h-0 flex-1">
              {chosen ? (
                <ShownExecution key={chosen} id={chosen} />
              ) : (
                <p className="p-6 text-center text-muted">{executions.chooseOne}</p>
              )}
            </div>
          </div>
        </div>
      )}
    </div>
  );
}
