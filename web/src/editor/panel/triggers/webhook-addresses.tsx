import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { parameterValue } from '../../../forms/declaration.ts';
import { useTexts } from '../../../texts/texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useEditor } from '../../editor-store.ts';
import { useNodeType } from '../../node-types/looks.ts';
import { callPath } from './call-path.ts';
import { CopyLine } from './copy-line.tsx';
import { ListenButton } from './listen-button.tsx';

const MOST = 200;
const KINDS = ['test', 'live'] as const;

/** Where a webhook is called: for testing, and once the workflow is live. */
export function WebhookAddresses({ node }: { node: WorkflowNode }) {
  const { panel } = useTexts();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('test');
  const workflowId = useEditor((state) => state.workflowId);
  const readOnly = useEditor((state) => state.readOnly);
  const type = useNodeType(node.type, node.version);
  const live = useQuery({
    queryKey: ['webhooks', 'all'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/webhooks', { params: { query: { limit: MOST } } }))).items,
  }).data?.filter((each) => each.nodeId === node.id && each.workflow.id === workflowId);
  const path = callPath(node);
  const methods = parameterValue(node.parameters, 'methods', type?.parameters ?? {});
  const method = Array.isArray(methods) ? methods.join(', ') : 'GET';
  // Only the server knows where webhooks are called, and whose the plain path is.
  const { origin } = useQuery({
    queryKey: ['webhooks', 'origin'],
    queryFn: () => unwrap(api.GET('/api/v1/webhooks/origin')),
    staleTime: Number.POSITIVE_INFINITY,
  }).data ?? { origin: location.origin };
  const address = kind === 'test' ? `${origin}/webhook-test/${path}` : (live?.[0]?.url ?? `${origin}/webhook/${path}`);
  return (
    <section aria-label={panel.addresses} className="rounded-card border border-line p-3">
      <div className="mb-2 flex items-center gap-1">
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            onClick={() => setKind(each)}
            className={classNames(
              'rounded-control px-2 py-1',
              kind === each ? 'bg-sunken font-medium' : 'text-muted hover:text-text',
            )}
          >
            {panel.addressKinds[each]}
          </button>
        ))}
      </div>
      <CopyLine lead={method} text={address} label={panel.copyAddress} />
      <p className="mt-1.5 text-sm text-muted">
        {kind === 'test' ? panel.testHint : live?.length ? panel.liveHint : panel.notLiveHint}
      </p>
      {kind === 'test' && !readOnly && <ListenButton node={node} />}
    </section>
  );
}
