import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef } from 'react';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { useEditor } from '../editor-store.ts';
import { useNodeType } from '../node-types/looks.ts';
import { NodeChip } from '../node-types/node-chip.tsx';
import { isOver, type Step, stepsOf } from './run-events.ts';
import { type ShownRun, useRun } from './run-store.ts';
import { timeAxis, waitsOf } from './time-axis.ts';

const ROW = 25;
/** The shortest bar that can be seen, in percent of the whole. */
const LEAST_PERCENT = 1.5;

const BARS = { running: 'bg-run', waiting: 'bg-warn', success: 'bg-ok', error: 'bg-bad' } as const;

/** The steps of a run as bars in time, one a row; arrows go from one to the next. */
export function StepTimeline({ run, current, onPick }: { run: ShownRun; current?: number; onPick(step: Step): void }) {
  const { run: texts } = useTexts();
  const format = useFormat();
  const scroller = useRef<HTMLDivElement>(null);
  const steps = useMemo(() => stepsOf(run), [run]);
  // What came before the first step was a wait for room: it says nothing of the steps.
  const from = steps.find(({ kept }) => !kept)?.startedAt ?? steps[0]?.startedAt ?? run.startedAt ?? 0;
  const waiting = useWaitingNodes();
  const outdated = useRun((state) => state.outdated);
  const latest = steps.reduce((end, step) => Math.max(end, step.finishedAt ?? step.startedAt), from);
  const end = run.finishedAt ?? (isOver(run) ? latest : Math.max(latest, Date.now()));
  const waits = waitsOf(steps, (node) => waiting.has(node), end);
  const at = timeAxis(from, end, [...waits.values()]);
  const rows = useVirtualizer({
    count: steps.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 10,
    initialRect: { width: 400, height: 300 },
  });
  const keys = (event: KeyboardEvent) => {
    const at = steps.findIndex(({ index }) => index === current);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: steps.length - 1 }[event.key];
    const step = to === undefined ? undefined : steps[to];
    if (!step || to === undefined) return;
    event.preventDefault();
    onPick(step);
    rows.scrollToIndex(to);
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={texts.timeline}
      aria-activedescendant={current === undefined ? undefined : `step-${current}`}
      tabIndex={0}
      onKeyDown={keys}
      className="h-full overflow-y-auto outline-offset-[-2px]"
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const step = steps[index];
          if (!step) return null;
          const wait = waits.get(step.index);
          const began = wait?.from ?? step.startedAt;
          const ended = wait?.to ?? step.finishedAt ?? (step.status === 'running' ? end : step.startedAt);
          const took = ended - began;
          const time = format.span(took);
          const left = Math.min(at(began), 100 - LEAST_PERCENT);
          return (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
            <div
              key={step.index}
              id={`step-${step.index}`}
              role="option"
              aria-selected={step.index === current}
              onClick={() => onPick(step)}
              style={{ position: 'absolute', insetInline: 0, top: 0, height: ROW, transform: `translateY(${start}px)` }}
              className={classNames(
                'flex cursor-pointer items-center gap-3 px-3',
                step.index === current ? 'bg-accent-soft' : 'hover:bg-bg',
              )}
            >
              <StepChip name={step.node} />
              <span className={classNames('-ms-1 w-28 shrink-0 truncate', step.status === 'error' && 'text-bad')}>
                {step.status === 'error' && '✕ '}
                {step.node}
                <span className="sr-only">, {texts.stepStatus[step.status]},</span>
                {step.run > 0 && <span className="text-muted"> ×{step.run + 1}</span>}
              </span>
              <span className="relative h-2 min-w-10 flex-1 rounded-full bg-sunken">
                {!step.kept && (
                  <span
                    className={classNames(
                      'absolute inset-y-0 rounded-full',
                      BARS[step.status],
                      // What it spent waiting is no work: it is hatched, so that the two are told apart.
                      (wait || step.attempts > 1) && 'waiting-bar',
                    )}
                    style={{
                      insetInlineStart: `${left}%`,
                      width: `${Math.max(Math.min(at(ended) - left, 100 - left), LEAST_PERCENT)}%`,
                    }}
                  />
                )}
              </span>
              <span className="w-24 shrink-0 truncate text-end whitespace-nowrap text-muted">
                {step.stale || outdated.has(step.node) ? (
                  <span title={texts.outdatedText}>{texts.outdated}</span>
                ) : step.kept ? (
                  <span title={texts.keptText}>{texts.kept}</span>
                ) : (
                  <>
                    {wait && `${texts.waited} `}
                    {step.attempts > 1 && `${texts.attempts(step.attempts)} · `}
                    {time}
                  </>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The icon of a step's node, in the colour of its kind. */
function StepChip({ name }: { name: string }) {
  const node = useEditor(({ document }) => document.nodes.find((each) => each.name === name));
  const type = useNodeType(node?.type ?? '', node?.version ?? 0);
  return <NodeChip type={type} size={18} />;
}

/** Names of the nodes whose time is a wait. */
function useWaitingNodes(): ReadonlySet<string> {
  const nodes = useEditor(({ document }) => document.nodes);
  return useMemo(() => new Set(nodes.filter(({ type }) => type === 'wait').map(({ name }) => name)), [nodes]);
}
