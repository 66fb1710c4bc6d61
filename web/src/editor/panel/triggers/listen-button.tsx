import type { WorkflowNode } from '@orchestrator/workflow';
import { Radio } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { toast, toastFault } from '../../../ui/toast.tsx';
import { useDraftStore } from '../../draft/draft-store.ts';
import { useEditorStore } from '../../editor-store.ts';
import { useRunActions } from '../../run/run-actions.ts';
import { holdCall } from '../../run/run-data-store.ts';
import { CopyLine } from './copy-line.tsx';

/** How often the server is asked whether the call has come. */
const ASK_MS = 1_000;
/** Executions among which it is looked for. */
const NEWEST = 50;

interface Listening {
  workflowId: string;
  until: string;
  webhooks: readonly { node: string; nodeId: string; method: string; url: string; executionId: string }[];
}

/** Waits for one call of the test addresses, and shows the run that it starts. */
export function ListenButton({ node }: { node: WorkflowNode }) {
  const { panel, run: runTexts } = useTexts();
  const editor = useEditorStore();
  const draft = useDraftStore();
  const { follow } = useRunActions();
  const [listening, setListening] = useState<Listening>();
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (!listening) return undefined;
    let over = false;
    const ask = async () => {
      while (!over && Date.now() < Date.parse(listening.until)) {
        // The list, and not each by its id: those that are not there yet are no error.
        const page = await unwrap(
          api.GET('/api/v1/executions', {
            params: { query: { workflowId: listening.workflowId, limit: NEWEST } },
          }),
        ).catch(() => undefined);
        if (over) return;
        const came = page?.items.find(({ id }) => listening.webhooks.some((each) => each.executionId === id));
        const at = listening.webhooks.find(({ executionId }) => executionId === came?.id);
        if (came && at) {
          holdCall(listening.workflowId, at.nodeId, { executionId: came.id, at: came.queuedAt, test: true });
          follow(came.id);
          setListening(undefined);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, ASK_MS));
      }
      if (!over) setListening(undefined);
    };
    void ask();
    return () => {
      over = true;
    };
  }, [listening, follow]);

  const listen = async () => {
    setBusy(true);
    try {
      if (!(await draft.getState().flush())) return toast({ text: runTexts.notSaved, tone: 'bad' });
      const { workflowId } = editor.getState();
      if (!workflowId) return;
      const answer = await unwrap(api.POST('/api/v1/workflows/{id}/listen', { params: { path: { id: workflowId } } }));
      setListening({ workflowId, ...answer });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  const stop = () => {
    if (!listening) return;
    setListening(undefined);
    void unwrap(api.DELETE('/api/v1/workflows/{id}/listen', { params: { path: { id: listening.workflowId } } })).catch(
      toastFault,
    );
  };
  if (!listening) {
    return (
      <Button className="mt-2" icon={<Radio size={14} />} busy={busy} onClick={() => void listen()}>
        {panel.listen}
      </Button>
    );
  }
  const own = listening.webhooks.filter((each) => each.node === node.name);
  return (
    <div className="mt-2 flex flex-col gap-2" role="status">
      <p className="text-run">{panel.listening}</p>
      {own.map(({ method, url, executionId }) => (
        <CopyLine key={executionId} lead={method} text={url} label={panel.copyAddress} />
      ))}
      <div>
        <Button onClick={stop}>{panel.stopListening}</Button>
      </div>
    </div>
  );
}
