import type { WorkflowNode } from '@orchestrator/workflow';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { ExpressionHandle } from '../../data/field-handle.tsx';
import { useNodeOutput, useShownRun } from '../../data/node-data.ts';
import { SchemaView } from '../../data/schema-view.tsx';
import { useEditor } from '../../editor-store.ts';

/** The nodes further before, each to be opened, and what stands for the workflow, the run and the time. */
export function EarlierNodes({ nodes }: { nodes: readonly WorkflowNode[] }) {
  const { panel } = useTexts();
  return (
    <div className="shrink-0 px-3.5 pb-4">
      {nodes.length > 0 && <h4 className="pt-1 pb-1 font-medium text-muted">{panel.earlierNodes}</h4>}
      {nodes.map((node) => (
        <EarlierNode key={node.id} node={node} />
      ))}
      <Fold title={panel.surroundings}>
        <Surroundings />
      </Fold>
    </div>
  );
}

function Fold({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="border-b border-line last:border-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 w-full items-center gap-1 text-start"
      >
        <ChevronRight size={13} aria-hidden="true" className={open ? 'rotate-90' : 'rtl:rotate-180'} />
        <span className="min-w-0 truncate">{title}</span>
        {aside && <span className="shrink-0 text-muted">{aside}</span>}
      </button>
      {open && <div className="pb-2">{children}</div>}
    </div>
  );
}

function EarlierNode({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const run = useShownRun(node.name);
  const pinned = useEditor(({ document }) => document.pins?.[node.id]?.length);
  const count = pinned ?? run?.itemCounts.reduce((sum, each) => sum + each, 0);
  return (
    <Fold title={node.name} aside={count === undefined ? undefined : panel.items(count)}>
      <EarlierItems node={node} />
    </Fold>
  );
}

function EarlierItems({ node }: { node: WorkflowNode }) {
  const { panel, words } = useTexts();
  const { items, isLoading } = useNodeOutput(node);
  if (items.length === 0) return <p className="ps-4 text-muted">{isLoading ? words.loading : panel.notRunYet}</p>;
  return (
    <div className="overflow-auto rounded-card border border-line bg-surface py-1">
      <SchemaView items={items} node={node.name} />
    </div>
  );
}

/** What every expression can read besides items. */
const NAMES = [
  '$now',
  '$today',
  '$itemIndex',
  '$runIndex',
  '$workflow.name',
  '$workflow.id',
  '$workflow.active',
  '$execution.id',
  '$execution.mode',
  '$prevNode.name',
] as const;

function Surroundings() {
  const { panel } = useTexts();
  return (
    <ul className="rounded-card border border-line bg-surface py-1">
      {NAMES.map((name) => (
        <li key={name} className="flex min-h-6 items-center justify-between gap-3 px-2">
          <ExpressionHandle expression={name} name={name} className="font-mono text-sm text-accent">
            {name}
          </ExpressionHandle>
          <span className="truncate text-sm text-muted">{panel.surroundingDocs[name]}</span>
        </li>
      ))}
    </ul>
  );
}
