import type { WorkflowNode } from '@orchestrator/workflow';
import { ChevronLeft, ChevronRight, Pin, PinOff, Play, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Select } from '../../ui/select.tsx';
import { nodesBefore, useNodeInput, useNodeOutput } from '../data/node-data.ts';
import { findNode } from '../document/lookup.ts';
import { pin } from '../document/pins.ts';
import { useEditor, useEditorStore } from '../editor-store.ts';
import { useNodeTypes } from '../node-types/node-types.queries.ts';
import { useMaybeRunActions } from '../run/run-actions.ts';
import { isOver } from '../run/run-events.ts';
import { useRun } from '../run/run-store.ts';
import { DataPane } from './data-pane.tsx';
import { NodeFault } from './node-fault.tsx';
import { NodeHeader } from './node-header.tsx';
import { NodeTabs } from './node-tabs.tsx';

const PinDialog = lazy(() => import('./pin-dialog.tsx'));

/** The three panes of the open node: what goes in, its parameters, what comes out. On phones one at a time. */
export function NodeSheet() {
  const editor = useEditorStore();
  const node = useEditor(({ document, open }) => (open === undefined ? undefined : findNode(document, open)));
  return (
    <Radix.Root open={node !== undefined} onOpenChange={(open) => !open && editor.getState().openNode(undefined)}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-30 bg-overlay" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-7 z-30 flex flex-col overflow-hidden rounded-sheet bg-surface shadow-sheet outline-none max-phone:inset-0 max-phone:rounded-none"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            (document.querySelector('[data-sheet]') as HTMLElement | null)?.focus();
          }}
          onEscapeKeyDown={(event) => {
            // Within an editor of text, Esc leaves that first.
            const active = document.activeElement as HTMLElement | null;
            if (active?.closest('.cm-editor')) {
              event.preventDefault();
              active.blur();
              (document.querySelector('[data-sheet]') as HTMLElement | null)?.focus();
            }
          }}
        >
          {node && <Sheet node={node} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Sheet({ node }: { node: WorkflowNode }) {
  const { panel, words } = useTexts();
  const editor = useEditorStore();
  const actions = useMaybeRunActions();
  const types = useNodeTypes();
  const readOnly = useEditor((state) => state.readOnly);
  const running = useRun(({ shown }) => shown !== undefined && !isOver(shown));
  const [tab, setTab] = useState('parameters');
  const [pane, setPane] = useState<'input' | 'parameters' | 'output'>('parameters');
  const [item, setItem] = useState(0);
  const [pinning, setPinning] = useState(false);
  const declared = types?.find(node.type, node.version);
  const output = useNodeOutput(node);
  const neighbours = useNeighbours(node.id);
  const run = () => void actions?.runTo(node.name);
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    editor.getState().select([id]);
    editor.getState().openNode(id);
    setItem(0);
  };
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.altKey && event.key === 'ArrowLeft') go(neighbours.previous);
      else if (event.altKey && event.key === 'ArrowRight') go(neighbours.next);
      else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'Enter') run();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', keys, true);
    return () => window.removeEventListener('keydown', keys, true);
  });
  const changePins = (items: readonly import('@orchestrator/workflow').Item[] | undefined) =>
    editor.getState().change((document) => pin(document, node.id, items));
  const panes = { input: panel.input, parameters: panel.tabs.parameters, output: panel.output } as const;
  return (
    <>
      <header
        data-sheet
        tabIndex={-1}
        className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-3.5 py-2 outline-none"
      >
        <Radix.Title className="sr-only">{node.name}</Radix.Title>
        <NodeHeader key={node.id} node={node} declared={declared} />
        <IconButton
          label={`${panel.previousNode} (Alt ←)`}
          disabled={!neighbours.previous}
          onClick={() => go(neighbours.previous)}
        >
          <ChevronLeft size={16} className="rtl:rotate-180" />
        </IconButton>
        <IconButton label={`${panel.nextNode} (Alt →)`} disabled={!neighbours.next} onClick={() => go(neighbours.next)}>
          <ChevronRight size={16} className="rtl:rotate-180" />
        </IconButton>
        {!readOnly && actions && (
          <>
            {output.pinned ? (
              <Button icon={<PinOff size={14} />} onClick={() => changePins(undefined)}>
                {panel.unpin}
              </Button>
            ) : (
              <Button
                icon={<Pin size={14} />}
                disabled={output.items.length === 0}
                onClick={() => changePins(output.items)}
              >
                {panel.pinOutput}
              </Button>
            )}
            <Button look="primary" icon={<Play size={14} />} busy={running} onClick={run}>
              {panel.runNode}
              <kbd className="rounded border border-on-accent/50 px-1 font-mono text-xs max-phone:hidden">Ctrl ↵</kbd>
            </Button>
          </>
        )}
        <Radix.Close asChild>
          <IconButton label={words.close}>
            <X size={16} />
          </IconButton>
        </Radix.Close>
      </header>
      <fieldset aria-label={panel.views} className="flex shrink-0 border-b border-line phone:hidden">
        {(Object.keys(panes) as (keyof typeof panes)[]).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={pane === each}
            onClick={() => setPane(each)}
            className={classNames('h-10 flex-1', pane === each ? 'border-b-2 border-accent font-medium' : 'text-muted')}
          >
            {panes[each]}
          </button>
        ))}
      </fieldset>
      <div className="grid min-h-0 flex-1 grid-cols-[1fr_minmax(300px,1fr)_1fr] max-phone:grid-cols-1">
        <div className={classNames('min-h-0 min-w-0', pane !== 'input' && 'max-phone:hidden')}>
          <InputPane
            key={node.id}
            node={node}
            item={item}
            onItem={setItem}
            onRun={actions && !readOnly ? (name) => void actions.runTo(name) : undefined}
          />
        </div>
        <div
          className={classNames(
            'min-h-0 min-w-0 overflow-y-auto border-x border-line p-4 max-phone:border-0',
            pane !== 'parameters' && 'max-phone:hidden',
          )}
        >
          <NodeTabs key={node.id} node={node} declared={declared} itemIndex={item} tab={tab} onTab={setTab} />
        </div>
        <div className={classNames('min-h-0 min-w-0', pane !== 'output' && 'max-phone:hidden')}>
          <DataPane
            key={node.id}
            title={panel.output}
            firstView="table"
            data={output}
            node={node.name}
            empty={panel.noOutput}
            aside={output.run?.status === 'error' && <Badge tone="bad">{output.run.error?.code ?? '✕'}</Badge>}
            notice={
              <>
                {output.pinned && (
                  <div className="mx-4 mb-2 flex items-center gap-2 rounded-control bg-accent-soft px-3 py-2 text-sm">
                    <span className="flex-1">{panel.pinned}</span>
                    {!readOnly && <Button onClick={() => setPinning(true)}>{panel.editPinned}</Button>}
                  </div>
                )}
                {output.run?.error && (
                  <NodeFault
                    error={output.run.error}
                    attempts={output.run.attempts}
                    onRetry={actions && !readOnly ? run : undefined}
                    onEditRetry={() => setTab('retry')}
                  />
                )}
              </>
            }
          />
        </div>
      </div>
      {pinning && (
        <Suspense>
          <PinDialog items={output.items} onClose={() => setPinning(false)} onSave={changePins} />
        </Suspense>
      )}
    </>
  );
}

function InputPane({
  node,
  item,
  onItem,
  onRun,
}: {
  node: WorkflowNode;
  item: number;
  onItem(item: number): void;
  onRun?(name: string): void;
}) {
  const { panel } = useTexts();
  const document = useEditor((state) => state.document);
  const before = nodesBefore(document, node.id);
  const direct = useNodeInput(node);
  const [chosen, setChosen] = useState<string>();
  const other = before.find(({ id }) => id === chosen && id !== direct.from?.id);
  const given = useNodeOutput(other);
  const data = other ? given : direct;
  if (before.length === 0) return <p className="p-4 text-muted">{panel.noNodesBefore}</p>;
  const count = data.items.length;
  return (
    <DataPane
      title={panel.input}
      firstView="schema"
      data={data}
      node={other?.name}
      current={item}
      onPick={other ? undefined : onItem}
      empty={panel.noInput}
      action={onRun && direct.from && <Button onClick={() => onRun(direct.from?.name ?? '')}>{panel.runBefore}</Button>}
      aside={
        <>
          <Select
            aria-label={panel.sourceNode}
            className="!w-auto max-w-44"
            value={other?.id ?? direct.from?.id ?? ''}
            options={before.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
          {!other && count > 1 && (
            <span className="flex items-center text-muted">
              <IconButton
                label={panel.previousItem}
                className="!size-6"
                disabled={item <= 0}
                onClick={() => onItem(item - 1)}
              >
                <ChevronLeft size={13} className="rtl:rotate-180" />
              </IconButton>
              {panel.itemOf(Math.min(item, count - 1) + 1, count)}
              <IconButton
                label={panel.nextItem}
                className="!size-6"
                disabled={item >= count - 1}
                onClick={() => onItem(item + 1)}
              >
                <ChevronRight size={13} className="rtl:rotate-180" />
              </IconButton>
            </span>
          )}
        </>
      }
    />
  );
}

/** The nodes before and after one, along the first edges. */
function useNeighbours(id: string): { previous?: string; next?: string } {
  const previous = useEditor(
    ({ document }) => document.edges.find(({ kind, to }) => kind === 'main' && to.node === id)?.from.node,
  );
  const next = useEditor(
    ({ document }) => document.edges.find(({ kind, from }) => kind === 'main' && from.node === id)?.to.node,
  );
  return { previous, next };
}
