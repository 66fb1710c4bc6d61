import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, Database } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormat } from '../../texts/format.ts';
import { told } from '../../texts/messages.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { type ItemsView, ItemView } from '../data/item-view.tsx';
import { LogView } from '../data/log-view.tsx';
import type { NodeData } from '../data/node-data.ts';
import { itemsAt, stepItemsQuery } from '../data/step-items.queries.ts';
import { ViewSwitch } from '../data/view-switch.tsx';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useExecutionPlace } from '../execution/execution-place.ts';
import { OutdatedBadge } from './outdated-badge.tsx';
import { type Step, stepsOf } from './run-events.ts';
import { type CalledRun, useRun, useRunStore } from './run-store.ts';
import { StatusBadge } from './status-badge.tsx';
import { StepStory } from './step-story.tsx';
import { StepTimeline } from './step-timeline.tsx';
import type { UseData } from './use-this-data.ts';

/** The shown run: its steps in time, and what went into and came out of the one that is looked at. */
export function RunDrawer({
  called,
  onUse,
  noticed,
}: {
  called?: readonly CalledRun[];
  onUse?: UseData;
  /** What the page says of the run's error already: it is not said again. */
  noticed?: string;
}) {
  const { run: texts } = useTexts();
  const format = useFormat();
  const editor = useEditorStore();
  const workflowId = useEditor((state) => state.workflowId);
  const place = useExecutionPlace();
  const store = useRunStore();
  const shown = useRun((state) => state.shown);
  const chosen = useRun((state) => state.step);
  const selectedName = useEditor(({ document, selection }) => {
    const [only] = selection.size === 1 ? selection : [];
    return only === undefined ? undefined : document.nodes.find(({ id }) => id === only)?.name;
  });
  // On a phone there is room for one of the two: the steps, or what is in one.
  const [reading, setReading] = useState(false);
  if (!shown) return <p className="truncate px-4 py-2 text-muted">{texts.nothingYet}</p>;
  const steps = stepsOf(shown);
  const step =
    steps.find(({ index, node }) => index === chosen && (selectedName === undefined || node === selectedName)) ??
    steps.findLast(({ node }) => node === selectedName) ??
    // What failed is what a person wants to see first.
    (selectedName === undefined && chosen === undefined
      ? steps.findLast(({ status }) => status === 'error')
      : undefined);
  const failsInStep = steps.some(({ error }) => error !== undefined && error.message === shown.error?.message);
  const pick = (next: Step) => {
    const node = editor.getState().document.nodes.find(({ name }) => name === next.node);
    if (node) editor.getState().select([node.id]);
    store.getState().look(next.index);
    setReading(true);
  };
  const took = shown.startedAt === undefined ? undefined : (shown.finishedAt ?? Date.now()) - shown.startedAt;
  return (
    <div data-tour="data" className="flex h-full">
      <div
        className={classNames(
          'flex w-[420px] max-w-[45%] shrink-0 flex-col border-e border-line max-phone:w-full max-phone:max-w-none',
          reading && step && 'max-phone:hidden',
        )}
      >
        <header className="flex h-9 shrink-0 items-center gap-2 px-3">
          <Link
            {...place(shown.executionId, workflowId)}
            aria-label={`${texts.runOf(shown.executionId.slice(-4))}: ${texts.openExecution}`}
            className="font-semibold hover:underline"
          >
            {texts.runOf(shown.executionId.slice(-4))}
          </Link>
          <StatusBadge status={shown.status} more={took === undefined ? undefined : format.span(took)} />
        </header>
        {shown.error && !failsInStep && noticed === undefined && (
          <p className="line-clamp-2 shrink-0 px-3 pb-1 text-sm text-bad" title={told(shown.error.message)}>
            {told(shown.error.message)}
          </p>
        )}
        <div className="min-h-0 flex-1">
          <StepTimeline run={shown} current={step?.index} onPick={pick} />
        </div>
      </div>
      <div className={classNames('flex min-w-0 flex-1 flex-col', !(reading && step) && 'max-phone:hidden')}>
        <div className="hidden shrink-0 max-phone:block">
          <Button look="quiet" icon={<ArrowLeft size={14} />} onClick={() => setReading(false)}>
            {step ? texts.backToSteps(step.node) : ''}
          </Button>
        </div>
        {step ? (
          <StepItems
            key={step.index}
            step={step}
            executionId={shown.executionId}
            onUse={onUse}
            noticed={noticed}
            called={(called ?? shown.called ?? []).filter((each) => each.step === step.index)}
          />
        ) : (
          <p className="p-4 text-muted">{texts.chooseStep}</p>
        )}
      </div>
    </div>
  );
}

/** What went into a step, or came out of it. */
function StepItems({
  step,
  executionId,
  called,
  onUse,
  noticed,
}: {
  step: Step;
  executionId: string;
  called: readonly CalledRun[];
  onUse?: UseData;
  noticed?: string;
}) {
  const { run: texts, panel } = useTexts();
  const [side, setSide] = useState<'in' | 'out' | 'log'>(
    // What failed gave nothing: what went in is what there is to look at.
    step.status === 'error' && step.itemCounts.every((count) => count === 0) ? 'in' : 'out',
  );
  const logs = step.logs ?? [];
  const [view, setView] = useState<ItemsView>('table');
  const ended = step.finishedAt !== undefined;
  const query = useInfiniteQuery(
    stepItemsQuery(executionId, ended ? step.index : undefined, side === 'in' ? 'in' : 'out'),
  );
  const pages = query.data?.pages;
  const items = useMemo(() => itemsAt(pages), [pages]);
  const data: NodeData = {
    items,
    isLoading: query.isLoading && ended,
    fault: query.error ?? undefined,
    more: query.hasNextPage ? { busy: query.isFetchingNextPage, load: () => void query.fetchNextPage() } : undefined,
  };
  const hasFiles = items.some(({ binary }) => binary && Object.keys(binary).length > 0);
  // What is pinned has one output: that of a node which gave items at others can't be.
  const canUse = side === 'out' && items.length > 0 && step.itemCounts.slice(1).every((each) => each === 0);
  const count = query.hasNextPage ? `${items.length}+` : items.length;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex h-9 shrink-0 items-center justify-between gap-2 overflow-x-auto px-3">
        <div className="flex">
          {(['in', 'out'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={side === each}
              onClick={() => setSide(each)}
              className={classNames(
                'rounded-control px-2.5 py-1 whitespace-nowrap',
                side === each ? 'bg-sunken font-medium' : 'text-muted hover:text-text',
              )}
            >
              {each === 'in' ? texts.input : texts.output}
              {side === each && data.items.length > 0 && ` · ${typeof count === 'number' ? panel.items(count) : count}`}
            </button>
          ))}
          {logs.length > 0 && (
            <button
              type="button"
              aria-pressed={side === 'log'}
              onClick={() => setSide('log')}
              className={classNames(
                'rounded-control px-2.5 py-1 whitespace-nowrap',
                side === 'log' ? 'bg-sunken font-medium' : 'text-muted hover:text-text',
              )}
            >
              {panel.log} · {panel.logLines(logs.length)}
            </button>
          )}
        </div>
        <span className="flex-1" />
        {side !== 'log' && <OutdatedBadge node={step.node} stale={step.stale} />}
        {onUse && canUse && (
          <Button look="quiet" icon={<Database size={14} />} onClick={() => onUse(step, items)}>
            {texts.useData}
          </Button>
        )}
        {side !== 'log' && <ViewSwitch value={view} onChange={setView} hasFiles={hasFiles} />}
      </header>
      <StepStory step={step} called={called} noticed={noticed} />
      <div className="min-h-0 flex-1">
        {side === 'log' ? (
          <LogView lines={logs} />
        ) : (
          <ItemView
            data={data}
            view={view}
            node={side === 'out' ? step.node : undefined}
            executionId={executionId}
            empty={side === 'in' ? texts.noItemsIn : texts.noItemsOut}
          />
        )}
      </div>
    </div>
  );
}
