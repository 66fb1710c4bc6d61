import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { ErrorState, Skeleton } from '../../../ui/states.tsx';
import { Block } from '../block.tsx';
import { usageQuery } from '../settings.queries.ts';

/** What the tenant uses of what it may. */
export function UsageBlock() {
  const { settings } = useTexts();
  const format = useFormat();
  const { data, error, refetch } = useQuery(usageQuery);
  return (
    <Block title={settings.usage} text={settings.usageText}>
      {error && !data ? (
        <ErrorState fault={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} height={44} />
      ) : (
        <div className="flex max-w-xl flex-col gap-4">
          <Bar
            label={settings.storage}
            used={data.storage.executionBytes + data.storage.fileBytes}
            limit={data.storage.limitBytes}
            write={format.bytes}
            text={settings.storageParts(
              format.bytes(data.storage.executionBytes),
              format.bytes(data.storage.fileBytes),
            )}
          />
          <Bar
            label={settings.documents}
            used={data.documents.usedBytes}
            limit={data.documents.limitBytes}
            write={format.bytes}
          />
          <Bar
            label={settings.queuedRuns}
            used={data.queuedRuns.count}
            limit={data.queuedRuns.limit}
            write={format.number}
          />
          <dl className="grid grid-cols-[1fr_auto] gap-y-1.5 border-t border-line pt-3">
            <dt>{settings.runsAtOnce}</dt>
            <dd className="text-muted">{format.number(data.runsAtOnce.limit)}</dd>
            <dt>{settings.callsPerSecond}</dt>
            <dd className="text-muted">{format.number(data.callsPerSecond.limit)}</dd>
          </dl>
        </div>
      )}
    </Block>
  );
}

/** From this share on it is worth a look. */
const NEARLY_FULL = 0.8;

function Bar({
  label,
  used,
  limit,
  write,
  text,
}: {
  label: string;
  used: number;
  limit: number;
  write(value: number): string;
  text?: string;
}) {
  const { settings } = useTexts();
  const id = useId();
  const share = limit > 0 ? Math.min(used / limit, 1) : 0;
  const tone = share >= 1 ? 'bg-bad' : share >= NEARLY_FULL ? 'bg-warn' : 'bg-accent';
  return (
    <div>
      <div className="mb-1 flex justify-between gap-2">
        <span id={id} className="font-medium">
          {label}
        </span>
        <span className="text-muted">
          {settings.usedOf(write(used), write(limit))}
          {share >= NEARLY_FULL && ` · ${share >= 1 ? settings.full : settings.nearlyFull}`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw `meter` each in their own way, and not in the app's colours */}
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(used, limit)}
        aria-valuetext={settings.usedOf(write(used), write(limit))}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div className={`h-full rounded-full ${tone}`} style={{ width: `${share * 100}%` }} />
      </div>
      {text && <p className="mt-1 text-sm text-muted">{text}</p>}
    </div>
  );
}
