import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Block } from '../block.tsx';
import { sessionsQuery, useChange } from '../settings.queries.ts';
import { browserOf } from './browser-of.ts';

/** Where I am signed in; each can be ended. */
export function SessionsBlock() {
  const { settings } = useTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const end = useChange(
    (id: string) => unwrap(api.DELETE('/api/v1/users/me/sessions/{id}', { params: { path: { id } } })),
    ['sessions'],
  );
  return (
    <Block title={settings.sessions} text={settings.sessionsText}>
      {error && !data ? (
        <ErrorState fault={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={2} height={52} />
      ) : (
        <ul>
          {data.map(({ id, userAgent, ip, rotatedAt, current }) => (
            <li key={id} className="flex items-center gap-3 border-t border-line py-2.5 first:border-0">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {browserOf(userAgent) ?? settings.unknownBrowser}
                  {current && <Badge tone="ok">{settings.thisBrowser}</Badge>}
                </p>
                <p className="text-muted">
                  {ip && <span className="font-mono text-sm">{ip} · </span>}
                  <time dateTime={rotatedAt} title={format.dateTime(rotatedAt)}>
                    {settings.active(format.ago(rotatedAt))}
                  </time>
                </p>
              </div>
              {!current && (
                <Button busy={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                  {settings.endSession}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}
