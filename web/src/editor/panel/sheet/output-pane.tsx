import type { WorkflowNode } from '@orchestrator/workflow';
import { Pin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import type { ItemsView } from '../../data/item-view.tsx';
import { LogView } from '../../data/log-view.tsx';
import { useNodeOutput } from '../../data/node-data.ts';
import { useEditor, useEditorStore } from '../../editor-store.ts';
import { useLooks } from '../../node-types/looks.ts';
import { OutdatedBadge } from '../../run/outdated-badge.tsx';
import { pinItems } from '../../run/pin-items.ts';
import { useMaybeRunActions } from '../../run/run-actions.ts';
import { isOver } from '../../run/run-events.ts';
import { useRun } from '../../run/run-store.ts';
import { NodeFault } from '../node-fault.tsx';
import { Count, ItemCard, PaneHead } from './item-card.tsx';
import { UseLastCall } from './use-last-call.tsx';

const PinDialog = lazy(() => import('../pin-dialog.tsx'));

/** What came out of a node, by output, or why nothing did. */
export function OutputPane({
  node,
  onEditRetry,
  onShowLine,
}: {
  node: WorkflowNode;
  onEditRetry(): void;
  onShowLine(line: number): void;
}) {
  const { panel, run: runTexts } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const executionId = useRun(({ shown }) => shown?.executionId);
  const passedBy = useRun(
    ({ shown }) => shown !== undefined && isOver(shown) && !Object.hasOwn(shown.nodes, node.name),
  );
  const actions = useMaybeRunActions();
  const looks = useLooks(node.id);
  const isTrigger = looks.trigger !== undefined;
  const outputs = looks.outputs.filter(({ kind }) => kind === 'main');
  const [view, setView] = useState<ItemsView>('table');
  const [port, setPort] = useState(0);
  const [side, setSide] = useState<'items' | 'log'>('items');
  const [pinning, setPinning] = useState(false);
  const several = outputs.length > 1;
  const data = useNodeOutput(node, several ? Math.min(port, outputs.length - 1) : undefined);
  const look = { view, setView };
  const { run } = data;
  const logs = (!data.pinned && run?.logs) || [];
  const shownSide = logs.length > 0 ? side : 'items';
  return (
    <section aria-label={panel.output} className="flex h-full min-h-0 flex-col overflow-y-auto bg-bg">
      <PaneHead
        title={panel.output}
        data={data}
        look={look}
        aside={
          run?.error ? (
            <Badge tone="bad">
              ✕ {statusOf(run.error.details) ?? panel.failed}
              {run.attempts > 1 && ` · ${runTexts.attempts(run.attempts)}`}
            </Badge>
          ) : data.pinned || data.atHand ? (
            <Badge tone="accent">
              {data.pinned && <Pin size={11} aria-hidden="true" />}
              {data.atHand ? runTexts.data[data.atHand] : panel.pinnedShort}
            </Badge>
          ) : (
            run && <OutdatedBadge node={node.name} stale={run.stale} />
          )
        }
      />
      {logs.length > 0 && (
        <fieldset aria-label={panel.outputOrLog} className="mx-3.5 mb-2 flex gap-1">
          {(['items', 'log'] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={shownSide === each}
              onClick={() => setSide(each)}
              className={classNames(
                'rounded-control px-2.5 py-1',
                shownSide === each ? 'bg-sunken font-medium' : 'text-muted hover:text-text',
              )}
            >
              {each === 'items' ? panel.itemsTab : `${panel.log} · ${panel.logLines(logs.length)}`}
            </button>
          ))}
        </fieldset>
      )}
      {several && !data.pinned && shownSide === 'items' && (
        <fieldset aria-label={panel.outputs} className="mx-3.5 mb-2 flex flex-wrap gap-1">
          {outputs.map(({ name, error }, index) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: outputs are known by their place
              key={index}
              type="button"
              aria-pressed={port === index}
              onClick={() => setPort(index)}
              className={classNames(
                'rounded-control border px-2 py-0.5',
                port === index ? 'border-control bg-surface font-medium' : 'border-line text-muted hover:text-text',
                error && 'text-bad',
              )}
            >
              {name ?? index + 1}
              {run && ` · ${run.itemCounts[index] ?? 0}`}
            </button>
          ))}
        </fieldset>
      )}
      {data.pinned && (
        <div className="mx-3.5 mb-2 flex flex-wrap items-center gap-2 rounded-card bg-accent-soft px-3 py-2">
          <span className="min-w-40 flex-1 text-sm">{panel.pinned}</span>
          {!readOnly && <Button onClick={() => setPinning(true)}>{panel.editPinned}</Button>}
        </div>
      )}
      {run?.error && !data.pinned && (
        <NodeFault
          node={node}
          error={run.error}
          attempts={run.attempts}
          onRetry={actions && !readOnly ? () => void actions.runTo(node.name) : undefined}
          onShowLine={onShowLine}
          onEditRetry={readOnly ? undefined : onEditRetry}
        />
      )}
      {shownSide === 'log' && (
        <div className="mx-3.5 mb-3 min-h-40 flex-1 overflow-hidden rounded-card border border-line bg-surface">
          <LogView lines={logs} />
        </div>
      )}
      {shownSide === 'items' && !(run?.error && data.items.length === 0) && (
        <>
          <Count data={data} />
          <ItemCard
            data={data}
            look={look}
            fills
            node={node.name}
            executionId={data.executionId ?? executionId}
            empty={run?.finishedAt !== undefined ? panel.noItems : passedBy ? panel.notReached : panel.noOutput}
          />
        </>
      )}
      {isTrigger && actions && !readOnly && data.items.length === 0 && !data.isLoading && <UseLastCall node={node} />}
      {pinning && (
        <Suspense>
          <PinDialog
            items={data.items}
            onClose={() => setPinning(false)}
            onSave={(items) => pinItems(editor, node.id, items)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** The status that another server answered with, where the error has one. */
function statusOf(details: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const status = details?.status ?? details?.statusCode;
  return typeof status === 'number' ? String(status) : undefined;
}
