import type { WorkflowNode } from '@orchestrator/workflow';
import { ChevronLeft, ChevronRight, Pin, PinOff, Play, X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { useNodeOutput } from '../../data/node-data.ts';
import { useEditor, useEditorStore } from '../../editor-store.ts';
import { pinItems } from '../../run/pin-items.ts';
import { useMaybeRunActions } from '../../run/run-actions.ts';
import { isOver } from '../../run/run-events.ts';
import { useRun } from '../../run/run-store.ts';
import { NodeHeader } from '../node-header.tsx';

interface Props {
  node: WorkflowNode;
  previous?: string;
  next?: string;
  go(id: string): void;
  run(): void;
}

/** The head of the open node: what it is, its neighbours, and what can be done with it. */
export function SheetHeader({ node, previous, next, go, run }: Props) {
  const { panel, words } = useTexts();
  const editor = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const actions = useMaybeRunActions();
  const running = useRun(({ shown }) => shown !== undefined && !isOver(shown));
  // Pinned data is that of the first output.
  const output = useNodeOutput(node, 0);
  // Pinned data may be there while a trigger starts with other data.
  const isPinned = useEditor(({ document }) => document.pins?.[node.id] !== undefined);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-3.5 py-2">
      <div className="min-w-40 flex-1">
        <NodeHeader node={node} />
      </div>
      <Step label={panel.previousNode} short={panel.previous} keys="Alt ←" to={previous} go={go}>
        <ChevronLeft size={16} className="rtl:rotate-180" />
      </Step>
      <Step label={panel.nextNode} short={panel.next} keys="Alt →" to={next} go={go}>
        <ChevronRight size={16} className="rtl:rotate-180" />
      </Step>
      {!readOnly && actions && (
        <div className="flex gap-2 max-phone:order-last max-phone:w-full">
          <Button
            icon={isPinned ? <PinOff size={14} /> : <Pin size={14} />}
            disabled={!isPinned && output.items.length === 0}
            onClick={() => pinItems(editor, node.id, isPinned ? undefined : output.items)}
          >
            {isPinned ? panel.unpin : panel.pinOutput}
          </Button>
          <Button look="primary" icon={<Play size={14} />} busy={running} onClick={run}>
            {panel.runNode}
            <kbd className="rounded border border-on-accent/50 px-1 font-mono text-xs max-phone:hidden">Ctrl ↵</kbd>
          </Button>
        </div>
      )}
      <Radix.Close asChild>
        <IconButton label={words.close}>
          <X size={16} />
        </IconButton>
      </Radix.Close>
    </div>
  );
}

/** Goes to a neighbour; its keys are shown where there is room. */
function Step({
  label,
  short,
  keys,
  to,
  go,
  children,
}: {
  label: string;
  short: string;
  keys: string;
  to?: string;
  go(id: string): void;
  children: ReactNode;
}) {
  const step = () => to && go(to);
  return (
    <>
      <Button look="quiet" className="!px-1.5 max-lg:hidden" title={label} disabled={!to} onClick={step}>
        {short}
        <kbd className="rounded border border-line-strong bg-sunken px-1 font-mono text-xs">{keys}</kbd>
      </Button>
      <IconButton label={label} className="lg:hidden" disabled={!to} onClick={step}>
        {children}
      </IconButton>
    </>
  );
}
