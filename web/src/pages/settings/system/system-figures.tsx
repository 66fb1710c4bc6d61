import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../../api/client.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Block } from '../block.tsx';

const FRESH_MS = 5000;

/** The process that answers, in figures; for those who run the installation. */
export function SystemFigures() {
  const { settings } = useTexts();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['system-health'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/system/health', { signal })),
    refetchInterval: FRESH_MS,
  });
  if (!data) return null;
  const { memory, database } = data;
  const last = data.crashes?.last;
  const crashes = !last
    ? settings.noCrash
    : [
        settings.crashes(format.number(data.crashes?.total ?? 0), format.ago(last.at)),
        settings.crashOf(last.host, last.message ?? settings.crashSilent),
      ].join(' · ');
  const rows: readonly [string, string][] = [
    [settings.systemVersion, `${data.version} · Node ${data.node}`],
    [settings.systemSince, `${format.dateTime(data.startedAt)} (${format.ago(data.startedAt)})`],
    [settings.systemRoles, data.roles.join(', ')],
    [
      settings.systemMemory,
      `${format.bytes(memory.rss)} · ${format.bytes(memory.heapUsed)} / ${format.bytes(memory.heapLimit)}`,
    ],
    [settings.systemDelay, `${format.number(data.eventLoopDelayMs)} ms`],
    [
      settings.systemDatabase,
      [
        database.version && `PostgreSQL ${database.version}`,
        database.embedded ? settings.systemEmbedded : settings.systemExternal,
        database.size !== null && format.bytes(database.size),
        database.answersInMs !== null && `${database.answersInMs} ms`,
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    [settings.systemCode, format.number(data.codeProcesses)],
    [settings.systemCrashes, crashes],
  ];
  return (
    <Block title={settings.systemTitle} text={settings.systemText}>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-2 first:border-0">
            <dt className="font-medium">{name}</dt>
            <dd className="min-w-0 wrap-anywhere text-muted">{value}</dd>
          </div>
        ))}
      </dl>
    </Block>
  );
}
