import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Block } from '../block.tsx';
import { invitationsQuery, useChange } from '../settings.queries.ts';

/** Invitations that nobody has used yet. */
export function Invitations() {
  const { settings } = useTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(invitationsQuery);
  const withdraw = useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    ['invitations'],
  );
  return (
    <Block title={settings.invitations} text={settings.invitationsText}>
      {error && !data ? (
        <ErrorState fault={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={1} />
      ) : data.length === 0 ? (
        <p className="text-muted">{settings.noInvitations}</p>
      ) : (
        <ul>
          {data.map(({ id, email, role, expiresAt }) => (
            <li key={id} className="flex items-center gap-3 border-t border-line py-2 first:border-0">
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{email ?? settings.anybody}</p>
                <p className="text-muted">
                  {settings.roles[role]} · {settings.ends(format.ago(expiresAt))}
                </p>
              </div>
              <Button busy={withdraw.isPending && withdraw.variables === id} onClick={() => withdraw.mutate(id)}>
                {settings.withdraw}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
