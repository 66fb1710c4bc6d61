import { useQuery } from '@tanstack/react-query';
import { KeySquare } from 'lucide-react';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import type { components } from '../../../api/schema.d.ts';
import { useAsked } from '../../../app/use-asked.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { confirm } from '../../../ui/confirm.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { Block } from '../block.tsx';
import { OnceDialog, type Secret } from '../once-dialog.tsx';
import { apiKeysQuery, membersQuery, useChange } from '../settings.queries.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

type Key = components['schemas']['ApiKeyView'];

/** Keys with which programs call the API. */
export function ApiKeysSection() {
  const { settings, access, words } = useTexts();
  const format = useFormat();
  const keys = useQuery(apiKeysQuery);
  const members = useQuery(membersQuery).data ?? [];
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<Secret>();
  useAsked('new-key', () => setMaking(true));
  const remove = useChange(
    ({ id }: Key) => unwrap(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    ['api-keys'],
  );
  const askDelete = async (row: Key) => {
    const question = { title: settings.deleteKeyTitle(row.name), text: settings.deleteKeyText, action: words.delete };
    if (await confirm({ ...question, danger: true })) remove.mutate(row);
  };
  const owner = ({ userId }: Key) => members.find((each) => each.userId === userId)?.name ?? '';
  const end = ({ expiresAt }: Key) =>
    !expiresAt ? (
      <span className="text-warn" title={access.noEndHint}>
        {settings.noEnd}
      </span>
    ) : Date.parse(expiresAt) < Date.now() ? (
      <Badge tone="warn">{settings.ended}</Badge>
    ) : (
      <time dateTime={expiresAt} title={format.dateTime(expiresAt)}>
        {format.ago(expiresAt)}
      </time>
    );
  const mayDo = ({ permissions: named, addresses, parentId }: Key) => {
    const names = named?.map((name) => (access.permissions as Record<string, string | undefined>)[name] ?? name);
    const what = named ? access.someOf(named.length) : access.mayAll;
    const where = addresses.length > 0 ? access.onlyFrom(addresses.join(', ')) : access.anywhere;
    return (
      <span title={[...(names ?? []), ...addresses].join('\n')}>
        <span className="block truncate">{what}</span>
        <span className="block truncate text-sm text-muted">
          {where}
          {parentId && ` · ${access.madeByKey}`}
        </span>
      </span>
    );
  };
  const used = ({ lastUsedAt }: Key) => (lastUsedAt ? format.ago(lastUsedAt) : settings.neverUsed);
  return (
    <>
      <Block
        title={settings.apiKeys}
        text={settings.apiKeysText}
        actions={
          <Button look="primary" onClick={() => setMaking(true)}>
            {settings.newKey}
          </Button>
        }
      >
        <DataTable
          label={settings.apiKeys}
          rows={keys.data}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          fault={keys.error}
          onRetry={() => void keys.refetch()}
          empty={
            <EmptyState icon={<KeySquare size={28} aria-hidden="true" />} title={settings.noKeys}>
              {settings.noKeysText}
            </EmptyState>
          }
          columns={[
            {
              id: 'name',
              header: settings.name,
              cell: (row) => (
                <>
                  <span className="font-semibold">{row.name}</span>{' '}
                  <span className="font-mono text-sm text-muted">…{row.hint}</span>
                </>
              ),
            },
            { id: 'role', header: settings.role, width: '11%', cell: ({ role }) => settings.roles[role] },
            { id: 'may', header: access.may, width: '22%', cell: mayDo },
            { id: 'owner', header: settings.actsFor, width: '15%', cell: owner },
            { id: 'used', header: settings.lastUsed, width: '13%', cell: used },
            { id: 'end', header: settings.endsAt, width: '13%', cell: end },
          ]}
          menu={(row) => [{ label: words.delete, danger: true, run: () => void askDelete(row) }]}
          card={(row) => (
            <>
              <p className="truncate text-[14px] font-semibold">{row.name}</p>
              <p className="text-muted">
                <span className="font-mono text-sm">…{row.hint}</span> · {settings.roles[row.role]} · {owner(row)}
              </p>
              <div className="text-muted">{mayDo(row)}</div>
              <p className="text-muted">
                {settings.lastUsed}: {used(row)} · {settings.endsAt}: {end(row)}
              </p>
            </>
          )}
        />
      </Block>
      {making && (
        <NewKeyDialog
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
          }}
        />
      )}
      {secret && <OnceDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </>
  );
}
