import type { WorkflowNode } from '@orchestrator/workflow';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { parameterValue } from '../../../forms/declaration.ts';
import { useTexts } from '../../../texts/texts.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useEditor } from '../../editor-store.ts';
import { useLooks, useNodeType } from '../../node-types/looks.ts';
import { asCurl } from './as-curl.ts';
import { callPath } from './call-path.ts';
import { CopyLine } from './copy-line.tsx';
import { ListenButton } from './listen-button.tsx';

const MOST = 200;
const KINDS = ['test', 'live'] as const;

/** Where a webhook is called: for testing, and once the workflow is live. */
export function WebhookAddresses({ node }: { node: WorkflowNode }) {
  const { panel, webhooks } = useTexts();
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
  const all: readonly unknown[] = Array.isArray(methods) && methods.length > 0 ? methods : ['GET'];
  const pinned = useEditor(({ document }) => document.pins?.[node.id]?.[0]?.json);
  const { example } = useLooks(node.id);
  // Only the server knows where webhooks are called, and whose the plain path is.
  const asked = useQuery({
    queryKey: ['webhooks', 'address', path],
    queryFn: () => unwrap(api.GET('/api/v1/webhooks/address', { params: { query: { path } } })),
    retry: false,
  });
  const current = kind === 'live' ? live?.[0] : undefined;
  const facts = asked.error ? undefined : asked.data;
  const address = current?.url ?? (kind === 'test' ? facts?.testUrl : facts?.url);
  const isFree = (current ?? facts)?.free;
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
      {asked.error && !current ? (
        <p role="alert" className="text-sm text-bad">
          {asked.error.message}
        </p>
      ) : (
        <CopyLine
          lead={all.join(', ')}
          text={address ?? `…/${path}`}
          label={panel.copyAddress}
          more={
            address && {
              label: webhooks.copyCurl,
              text: asCurl({
                method: String(all[0]),
                url: address,
                example: pinned ?? example,
                authentication: node.parameters.authentication,
              }),
            }
          }
        />
      )}
      {isFree === false && <p className="mt-1.5 text-sm">{panel.notFree}</p>}
      <p className="mt-1.5 text-sm text-muted">
        {kind === 'test' ? panel.testHint : live?.length ? panel.liveHint : panel.notLiveHint}
      </p>
      {kind === 'test' && !readOnly && <ListenButton node={node} />}
    </section>
  );
}
