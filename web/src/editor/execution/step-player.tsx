import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { IconButton } from '../../ui/button.tsx';
import { useEditorStore } from '../editor-store.ts';
import { stepsOf } from '../run/run-events.ts';
import { useRun, useRunStore } from '../run/run-store.ts';

/** Goes from step to step, by its buttons and by the keys [ and ]. */
export function StepPlayer() {
  const { executions } = useTexts();
  const editor = useEditorStore();
  const run = useRunStore();
  const shown = useRun((state) => state.shown);
  const current = useRun((state) => state.step);
  const steps = shown ? stepsOf(shown) : [];
  const at = steps.findIndex(({ index }) => index === current);
  const go = (to: number) => {
    const step = steps[to];
    if (!step) return;
    const node = editor.getState().document.nodes.find(({ name }) => name === step.node);
    if (node) editor.getState().select([node.id]);
    run.getState().look(step.index);
  };
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if ((event.target as Element).closest('input, textarea, [contenteditable="true"]')) return;
      if (event.key === '[') go(Math.max(at - 1, 0));
      if (event.key === ']') go(at + 1);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  });
  if (steps.length === 0) return null;
  return (
    <div className="flex items-center gap-1 rounded-sheet border border-line bg-surface p-1 shadow-card">
      <IconButton label={`${executions.previousStep} [`} disabled={at <= 0} onClick={() => go(at - 1)}>
        <ChevronLeft size={16} className="rtl:rotate-180" />
      </IconButton>
      <span className="min-w-28 text-center text-muted" role="status">
        {executions.step(at + 1, steps.length)}
      </span>
      <IconButton label={`${executions.nextStep} ]`} disabled={at >= steps.length - 1} onClick={() => go(at + 1)}>
        <ChevronRight size={16} className="rtl:rotate-180" />
      </IconButton>
    </div>
  );
}
