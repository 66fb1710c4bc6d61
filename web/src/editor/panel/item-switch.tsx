import type { WorkflowNode } from '@orchestrator/workflow';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { useNodeInput } from '../data/node-data.ts';
import { useItemIndex, useItemPlace } from './open-node.ts';

/** Steps through the items that go into a node: expressions are tried with the chosen one. */
export function ItemSwitch({ node, label }: { node: WorkflowNode; label?: string }) {
  const { panel } = useTexts();
  const { items } = useNodeInput(node);
  const index = useItemIndex(node.id, items.length);
  const go = useItemPlace((place) => place.go);
  if (items.length < 2) return null;
  return (
    <div className="flex items-center gap-0.5 text-muted">
      {label && <span>{label}</span>}
      <IconButton
        label={panel.previousItem}
        className="!size-6"
        disabled={index === 0}
        onClick={() => go(node.id, index - 1)}
      >
        <ChevronLeft size={14} className="rtl:rotate-180" />
      </IconButton>
      <span aria-live="polite">{panel.itemOf(index + 1, items.length)}</span>
      <IconButton
        label={panel.nextItem}
        className="!size-6"
        disabled={index >= items.length - 1}
        onClick={() => go(node.id, index + 1)}
      >
        <ChevronRight size={14} className="rtl:rotate-180" />
      </IconButton>
    </div>
  );
}
