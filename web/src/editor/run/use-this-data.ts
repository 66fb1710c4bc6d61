import type { Item } from '@orchestrator/workflow';
import { useTexts } from '../../texts/texts.ts';
import { toast } from '../../ui/toast.tsx';
import { useEditorStore } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { pinItems, toPin } from './pin-items.ts';
import { holdCall } from './run-data-store.ts';
import type { Step } from './run-events.ts';
import { useRunStore } from './run-store.ts';

/** Makes what a step of the shown run gave the data that is worked with. */
export type UseData = (step: Step, items: readonly Item[]) => void;

/** In the editor: a trigger starts with it from now on; at any other node it is pinned. */
export function useThisData(): UseData {
  const editor = useEditorStore();
  const looks = useLooksStore();
  const run = useRunStore();
  const { run: texts } = useTexts();
  return (step, items) => {
    const { document, workflowId } = editor.getState();
    const { shown } = run.getState();
    const node = document.nodes.find(({ name }) => name === step.node);
    if (!node || !shown) return;
    if (isBeginning(step) && looks.getState().looks[node.id]?.trigger !== undefined) {
      holdCall(workflowId, node.id, {
        executionId: shown.executionId,
        at: new Date(shown.startedAt ?? step.startedAt).toISOString(),
      });
      toast({ text: texts.usesData(node.name) });
      return;
    }
    pinItems(editor, node.id, items);
    toast({ text: texts.usesPinned(node.name, toPin(items).length) });
  };
}

/** Whether a run began with this step: only what it began with can be begun with again. */
export const isBeginning = ({ index }: Pick<Step, 'index'>): boolean => index === 0;
