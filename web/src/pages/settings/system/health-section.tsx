import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Block } from '../block.tsx';
import { infoQuery } from '../settings.queries.ts';
import { SystemFigures } from './system-figures.tsx';

/** Asked anew this often. */
const FRESH_MS = 5000;

interface Readiness {
  status: string;
  parts: Readonly<Record<string, string>>;
  /** How long the answer took. */
  ms: number;
}

async function readiness({ signal }: { signal: AbortSignal }): Promise<Readiness> {
  const started = performance.now();
  // An answer of 503 says the same in the same shape: some part does not work.
  const answer = await fetch('/health/ready', { signal, cache: 'no-store' });
  const body = (await answer.json()) as Partial<Readiness>;
  return { status: String(body.status), parts: body.parts ?? {}, ms: performance.now() - started };
}

/** Whether the server works, part by part. */
export function HealthSection() {
  const { settings } = useTexts();
  const format = useFormat();
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['health'],
    queryFn: readiness,
    refetchInterval: FRESH_MS,
    retry: false,
  });
  const nameOf = (part: string) => (settings.parts as Readonly<Record<string, string>>)[part] ?? part;
  const seesMore = useQuery(infoQuery).data?.seesHealth;
  return (
    <>
      <Block
        title={settings.health}
        text={settings.healthText}
        actions={
          data && (
            <Badge tone={data.status === 'ok' ? 'ok' : 'bad'}>
              {data.status === 'ok' ? settings.allWell : settings.ill}
            </Badge>
          )
        }
      >
        {error ? (
          <ErrorState fault={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton rows={3} />
        ) : (
          <>
            <ul>
              {Object.entries(data.parts).map(([part, state]) => (
                <li key={part} className="flex items-center gap-2.5 border-t border-line py-2 first:border-0">
                  {state === 'ok' ? (
                    <CircleCheck size={16} aria-hidden="true" className="text-ok" />
                  ) : (
                    <CircleX size={16} aria-hidden="true" className="text-bad" />
                  )}
                  <span className="flex-1 font-medium">{nameOf(part)}</span>
                  <span className={state === 'ok' ? 'text-muted' : 'text-bad'}>
                    {state === 'ok' ? settings.working : settings.failing}
                  </span>
                </li>
              ))}
            </ul>
            <p className="mt-3 text-sm text-muted">
              {settings.checkedAt(format.moment(new Date(dataUpdatedAt).toISOString()), format.span(data.ms))}
            </p>
          </>
        )}
      </Block>
      {seesMore && <SystemFigures />}
    </>
  );
}
