import type { WorkflowNode } from '@orchestrator/workflow';
import { useEffect } from 'react';
import type { RunActions } from './run-actions.ts';

/** Where keys are text, or an open dialog's. */
const NOT_HERE =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="alertdialog"], [role="menu"]';

/** Ctrl-Enter runs the selected node, Ctrl-Shift-Enter the workflow, wherever the focus is in the editor. */
export function useRunKeys(
  actions: RunActions,
  { trigger, selected }: { trigger?: WorkflowNode; selected?: WorkflowNode },
  enabled: boolean,
): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const keys = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.altKey || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      if ((event.target as Element).closest(NOT_HERE)) return;
      if (event.shiftKey && trigger) void actions.runAll(trigger.name);
      else if (!event.shiftKey && selected) void actions.runTo(selected.name);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  });
}
