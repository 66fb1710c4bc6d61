import { useState } from 'react';
import { useTexts } from '../../../texts/texts.ts';
import { toast, toastFault } from '../../../ui/toast.tsx';
import { useDraftStore } from '../../draft/draft-store.ts';
import { useEditorStore } from '../../editor-store.ts';
import { listen } from './listening-store.ts';

/** Begins to wait for a test call of the draft as it stands, saved first. */
export function useListen(): { busy: boolean; begin(): void } {
  const { run: texts } = useTexts();
  const editor = useEditorStore();
  const draft = useDraftStore();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      if (!(await draft.getState().flush())) return toast({ text: texts.notSaved, tone: 'bad' });
      const { workflowId } = editor.getState();
      if (workflowId) await listen(workflowId);
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  return { busy, begin: () => void start() };
}
