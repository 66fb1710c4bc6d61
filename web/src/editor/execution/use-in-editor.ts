import type { Item } from '@orchestrator/workflow';
import { useNavigate } from '@tanstack/react-router';
import { useTexts } from '../../texts/texts.ts';
import { toast, toastFault } from '../../ui/toast.tsx';
import { pin } from '../document/pins.ts';
import { documentOf, fetchWorkflow, saveDraft } from '../draft/workflow.queries.ts';
import { useEditorStore } from '../editor-store.ts';
import { useLooksStore } from '../node-types/looks.ts';
import { toPin } from '../run/pin-items.ts';
import { choosePinned, holdCall } from '../run/run-data-store.ts';
import { isBeginning, type UseData } from '../run/use-this-data.ts';
import type { ExecutionDetail } from './execution.queries.ts';

/**
 * From an execution's page: a trigger of the draft starts with what the execution began with; what any other step gave is
 * pinned in the draft. Goes on in the editor.
 */
export function useInEditor({ id, workflowId, startedAt, queuedAt }: ExecutionDetail): UseData {
  const editor = useEditorStore();
  const looks = useLooksStore();
  const navigate = useNavigate();
  const { run: texts, executions } = useTexts();
  const take = async (step: Parameters<UseData>[0], items: readonly Item[]): Promise<string> => {
    const ran = editor.getState().document.nodes.find(({ name }) => name === step.node);
    const draft = await fetchWorkflow(workflowId);
    const document = documentOf(draft);
    const node = document.nodes.find((each) => each.id === ran?.id && each.type === ran.type);
    if (!ran || !node) throw new Error(executions.nodeGone(step.node));
    if (isBeginning(step) && looks.getState().looks[ran.id]?.trigger !== undefined) {
      holdCall(workflowId, node.id, { executionId: id, at: startedAt ?? queuedAt });
      return texts.usesData(node.name);
    }
    const pinned = toPin(items);
    await saveDraft(draft.id, pin(document, node.id, pinned), draft.version);
    choosePinned(draft.id, node.id);
    return texts.usesPinned(node.name, pinned.length);
  };
  return (step, items) =>
    void take(step, items).then((text) => {
      toast({ text });
      void navigate({ to: '/workflows/$workflowId', params: { workflowId }, search: {} });
    }, toastFault);
}
