import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { useDraft } from '../draft/draft-store.ts';
import { useEditor } from '../editor-store.ts';
import type { NodeType } from '../node-types/node-types.queries.ts';
import { type RunActions, useMaybeRunActions } from '../run/run-actions.ts';

/** How a trigger is reached, or when it is due. */
export function TriggerFacts({ node, declared }: { node: WorkflowNode; declared: NodeType }) {
  if (declared.trigger === 'webhook') return <WebhookFacts node={node} />;
  if (declared.trigger === 'schedule') return <ScheduleFacts node={node} />;
  return null;
}

function WebhookFacts({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const workflowId = useEditor((state) => state.workflowId);
  const readOnly = useEditor((state) => state.readOnly);
  const actions = useMaybeRunActions();
  const active = useQuery({
    queryKey: ['webhooks', workflowId],
    enabled: workflowId !== undefined,
    queryFn: async () => (await unwrap(api.GET('/api/v1/webhooks', { params: { query: { limit: 200 } } }))).items,
  });
  const live = active.data?.filter((each) => each.workflow.id === workflowId && each.nodeId === node.id) ?? [];
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line p-3">
      {live.length > 0 && <p className="text-sm text-muted">{panel.webhookProduction}</p>}
      {live.map((each) => (
        <Address key={`${each.method} ${each.url}`} method={each.method} url={each.url} />
      ))}
      {!readOnly && actions && workflowId && <Listen workflowId={workflowId} node={node} actions={actions} />}
    </div>
  );
}

function Address({ method, url }: { method: string; url: string }) {
  const { panel, words } = useTexts();
  return (
    <div className="flex items-center gap-2 font-mono text-sm">
      <span className="text-muted">{method}</span>
      <span className="min-w-0 flex-1 break-all">{url}</span>
      <IconButton
        label={panel.copyAddress}
        className="!size-6"
        onClick={() => void navigator.clipboard.writeText(url).then(() => toast({ text: words.copied }))}
      >
        <Copy size={12} />
      </IconButton>
    </div>
  );
}

/** Arms the test address, and follows the run that the call starts. */
function Listen({ workflowId, node, actions }: { workflowId: string; node: WorkflowNode; actions: RunActions }) {
  const { panel } = useTexts();
  const flush = useDraft((state) => state.flush);
  const [busy, setBusy] = useState(false);
  const [armed, setArmed] = useState<{
    until: number;
    addresses: { method: string; url: string; executionId: string }[];
  }>();
  useEffect(() => {
    if (!armed) return;
    const end = setTimeout(() => setArmed(undefined), armed.until - Date.now());
    const stream = new AbortController();
    const poll = setInterval(async () => {
      for (const { executionId } of armed.addresses) {
        const { response } = await api
          .GET('/api/v1/executions/{id}', { params: { path: { id: executionId } }, signal: stream.signal })
          .catch(() => ({ response: undefined }));
        if (response?.ok && !stream.signal.aborted) {
          actions.follow(executionId);
          setArmed(undefined);
          return;
        }
      }
    }, POLL_MS);
    return () => {
      clearTimeout(end);
      clearInterval(poll);
      stream.abort();
    };
  }, [armed, actions]);
  const listen = async () => {
    setBusy(true);
    try {
      if (!(await flush())) return toast({ text: panel.saveFirst, tone: 'bad' });
      const { until, webhooks } = await unwrap(
        api.POST('/api/v1/workflows/{id}/listen', { params: { path: { id: workflowId } } }),
      );
      setArmed({ until: Date.parse(until), addresses: webhooks.filter((each) => each.node === node.name) });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setBusy(false);
    }
  };
  const stop = () => {
    setArmed(undefined);
    void api.DELETE('/api/v1/workflows/{id}/listen', { params: { path: { id: workflowId } } }).catch(() => {});
  };
  if (!armed) {
    return (
      <Button busy={busy} onClick={() => void listen()}>
        {panel.listen}
      </Button>
    );
  }
  return (
    <>
      <p role="status" className="text-sm text-run">
        {panel.listening}
      </p>
      {armed.addresses.map((each) => (
        <Address key={each.url + each.method} method={each.method} url={each.url} />
      ))}
      <Button onClick={stop}>{panel.stopListening}</Button>
    </>
  );
}

/** The call that was waited for is looked for this often. */
const POLL_MS = 1_000;

function ScheduleFacts({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const format = useFormat();
  const workflowId = useEditor((state) => state.workflowId);
  const { data } = useQuery({
    queryKey: ['schedules', workflowId, node.id],
    enabled: workflowId !== undefined,
    queryFn: async () => {
      const { items } = await unwrap(api.GET('/api/v1/schedules', { params: { query: { limit: 200 } } }));
      const mine = items.filter((each) => each.workflowId === workflowId && each.nodeId === node.id);
      const times = await Promise.all(
        mine.map(({ id }) => unwrap(api.GET('/api/v1/schedules/{id}/upcoming', { params: { path: { id } } }))),
      );
      return times
        .flatMap((each) => each.items as string[])
        .sort()
        .slice(0, 5);
    },
  });
  if (!data || data.length === 0) return null;
  return (
    <div className="rounded-card border border-line p-3">
      <p className="text-sm text-muted">{panel.nextTimes}</p>
      <ul className="mt-1 font-mono text-sm">
        {data.map((at) => (
          <li key={at}>{format.dateTime(at)}</li>
        ))}
      </ul>
    </div>
  );
}
