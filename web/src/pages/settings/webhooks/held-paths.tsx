import { useQuery } from '@tanstack/react-query';
import { Signpost } from 'lucide-react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { Block } from '../block.tsx';
import { atLeast } from '../role-order.ts';
import { heldPathsQuery, useChange } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';

type Held = components['schemas']['HeldPath'];

/** The plain paths that nobody else can have, to be let go of when nothing uses them any more. */
export function HeldPaths() {
  const { settings } = useTexts();
  const format = useFormat();
  const mayRelease = atLeast(useRole(), 'editor');
  const list = useQuery(heldPathsQuery);
  const release = useChange(
    ({ id }: Held) => unwrap(api.DELETE('/api/v1/webhooks/held/{id}', { params: { path: { id } } })),
    ['webhooks'],
  );
  const ask = async (row: Held) => {
    const question = {
      title: settings.releaseTitle(row.segment),
      text: settings.releaseText,
      action: settings.release,
    };
    if (await confirm({ ...question, danger: true })) release.mutate(row);
  };
  const state = ({ used, keptUntil }: Held) =>
    used || !keptUntil ? (
      <Badge>{settings.heldInUse}</Badge>
    ) : (
      <time dateTime={keptUntil}>{settings.heldUntil(format.dateTime(keptUntil))}</time>
    );
  return (
    <Block title={settings.heldPaths} text={settings.heldPathsText}>
      <DataTable
        label={settings.heldPaths}
        rows={list.data}
        rowId={({ id }) => id}
        rowName={({ segment }) => segment}
        fault={list.error}
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState icon={<Signpost size={28} aria-hidden="true" />} title={settings.noHeldPaths}>
            {settings.noHeldPathsText}
          </EmptyState>
        }
        columns={[
          { id: 'path', header: settings.heldPath, mono: true, cell: ({ segment }) => segment },
          { id: 'state', header: settings.heldState, width: '40%', cell: state },
        ]}
        menu={(row) => (mayRelease && !row.used ? [{ label: settings.release, run: () => void ask(row) }] : [])}
        card={(row) => (
          <>
            <p className="font-mono text-sm break-all">{row.segment}</p>
            <p className="mt-1 text-sm text-muted">{state(row)}</p>
          </>
        )}
      />
    </Block>
  );
}
