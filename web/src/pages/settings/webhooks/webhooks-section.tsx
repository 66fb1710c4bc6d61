import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { copyText } from '../../../api/plain-http.ts';
import type { components } from '../../../api/schema.d.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { toast, toastFault } from '../../../ui/toast.tsx';
import { Block } from '../block.tsx';
import { atLeast } from '../role-order.ts';
import { webhooksQuery } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';
import { curlOf } from './curl.ts';
import { HeldPaths } from './held-paths.tsx';
import { TestCallDialog } from './test-call-dialog.tsx';

type Address = components['schemas']['WebhookView'];

/** The addresses at which live workflows are called. */
export function WebhooksSection() {
  const { settings, words } = useTexts();
  const canTest = atLeast(useRole(), 'editor');
  const list = useQuery(webhooksQuery);
  const [testing, setTesting] = useState<Address>();
  const copy = (text: string) => void copyText(text).then(() => toast({ text: words.copied }), toastFault);
  const workflow = ({ workflow: { id, name } }: Address) => (
    <Link to="/workflows/$workflowId" params={{ workflowId: id }} className="truncate font-semibold hover:underline">
      {name}
    </Link>
  );
  return (
    <>
      <Block title={settings.webhooks} text={settings.webhooksText}>
        <DataTable
          label={settings.webhooks}
          rows={list.data}
          rowId={({ id }) => id}
          rowName={({ method, url }) => `${method} ${url}`}
          fault={list.error}
          onRetry={() => void list.refetch()}
          empty={
            <EmptyState icon={<Webhook size={28} aria-hidden="true" />} title={settings.noWebhooks}>
              {settings.noWebhooksText}
            </EmptyState>
          }
          columns={[
            { id: 'method', header: settings.method, width: '90px', cell: ({ method }) => <Badge>{method}</Badge> },
            { id: 'url', header: settings.address, mono: true, cell: ({ url }) => <span title={url}>{url}</span> },
            { id: 'workflow', header: settings.workflow, width: '28%', cell: workflow },
          ]}
          menu={(row) => [
            { label: settings.copyAddress, run: () => copy(row.url) },
            { label: settings.copyTenantAddress, run: () => copy(row.tenantUrl) },
            { label: settings.copyCurl, run: () => copy(curlOf(row.method, row.url)) },
            ...(canTest ? [null, { label: settings.testCall, run: () => setTesting(row) }] : []),
          ]}
          card={(row) => (
            <>
              <p className="flex items-center gap-2">
                <Badge>{row.method}</Badge>
                {workflow(row)}
              </p>
              <p className="mt-1 font-mono text-sm break-all text-muted">{row.url}</p>
            </>
          )}
        />
        {testing && <TestCallDialog key={testing.id} address={testing} onClose={() => setTesting(undefined)} />}
      </Block>
      {/* Not before the list above has its height: it would be pushed down. */}
      {(list.data || list.error) && <HeldPaths />}
    </>
  );
}
