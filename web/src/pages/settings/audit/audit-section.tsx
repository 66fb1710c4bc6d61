import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { handOver } from '../../../api/hand-over.ts';
import { useFormat } from '../../../texts/format.ts';
import { useTexts } from '../../../texts/texts.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { DataTable } from '../../../ui/table/data-table.tsx';
import { toastFault } from '../../../ui/toast.tsx';
import { Block, NotAllowed } from '../block.tsx';
import { atLeast } from '../role-order.ts';
import { membersQuery } from '../settings.queries.ts';
import { useRole } from '../use-role.ts';
import { ActionName } from './action-name.tsx';
import { auditCsv } from './audit-csv.ts';
import { AuditFilters } from './audit-filters.tsx';
import { auditQuery } from './audit-search.ts';
import { EntryDialog } from './entry-dialog.tsx';
import { TargetLink } from './target-link.tsx';
import { briefly, type Entry, toldChanges } from './told-changes.ts';

const PAGE = 50;

/** Who changed what, the newest first; admins alone may look. */
export function AuditSection() {
  const { settings } = useTexts();
  return (
    <Block title={settings.audit} text={settings.auditText}>
      {atLeast(useRole(), 'admin') ? <AuditList /> : <NotAllowed>{settings.auditAdmins}</NotAllowed>}
    </Block>
  );
}

function AuditList() {
  const { settings, access } = useTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const q = typeof raw.q === 'string' ? raw.q : '';
  const members = useQuery(membersQuery);
  const people = members.data ?? [];
  const query = auditQuery(q, people);
  const list = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam: cursor }) =>
      unwrap(api.GET('/api/v1/audit', { params: { query: { ...query, limit: PAGE, cursor } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: members.isFetched,
  });
  const [opened, setOpened] = useState<Entry>();
  const [exporting, setExporting] = useState(false);

  const who = ({ actor }: Entry) => {
    const name = actor.name ?? access.somebodyGone;
    if (actor.kind === 'system') return settings.bySystem;
    return actor.kind === 'apiKey' ? settings.byKey(name) : name;
  };
  const exportAll = async () => {
    setExporting(true);
    try {
      const { items } = await unwrap(api.GET('/api/v1/audit/export', { params: { query } }));
      handOver(new Blob([auditCsv(items, who)], { type: 'text/csv' }), 'audit.csv');
    } catch (fault) {
      toastFault(fault);
    } finally {
      setExporting(false);
    }
  };
  const search = (next: string) =>
    void navigate({
      to: '/settings/$section',
      params: { section: 'audit' },
      search: next ? { q: next } : {},
      replace: true,
    });
  return (
    <>
      <AuditFilters q={q} people={people} onSearch={search} />
      <DataTable<Entry>
        label={settings.audit}
        rows={list.data?.pages.flatMap(({ items }) => items)}
        rowId={({ id }) => id}
        rowName={({ action }) => action}
        onOpen={setOpened}
        fault={list.error ?? members.error}
        onRetry={() => void list.refetch()}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        empty={
          <EmptyState icon={<ScrollText size={28} aria-hidden="true" />} title={settings.noAudit}>
            {settings.noAuditText}
          </EmptyState>
        }
        columns={[
          {
            id: 'at',
            header: settings.when,
            width: '170px',
            mono: true,
            cell: ({ at }) => (
              <time dateTime={at} title={format.dateTime(at)}>
                {format.moment(at)}
              </time>
            ),
          },
          { id: 'who', header: settings.who, width: '19%', cell: who },
          { id: 'what', header: settings.what, cell: (entry) => <Sentence entry={entry} /> },
        ]}
        card={(entry) => (
          <button type="button" className="block w-full text-start" onClick={() => setOpened(entry)}>
            <span className="block">
              <b className="font-semibold">{who(entry)}</b> <Sentence entry={entry} isPlain />
            </span>
            <span className="block text-muted">{format.moment(entry.at)}</span>
          </button>
        )}
      />
      {/* Below a list that is still to come it would be moved. */}
      {list.data && (
        <p className="mt-3 text-end">
          <Button icon={<Download size={14} aria-hidden="true" />} busy={exporting} onClick={() => void exportAll()}>
            {settings.exportCsv}
          </Button>
        </p>
      )}
      {opened && <EntryDialog entry={opened} who={who(opened)} onClose={() => setOpened(undefined)} />}
    </>
  );
}

/** What was done to what, with what was and is where that matters; plain where it is a button by itself. */
function Sentence({ entry, isPlain = false }: { entry: Entry; isPlain?: boolean }) {
  const texts = useTexts();
  const format = useFormat();
  const more = briefly(entry, toldChanges(entry, texts, format.dateTime));
  // Who does something to themselves has said so already.
  const isOwn = entry.target.type === 'user' && entry.target.id === entry.actor.userId;
  return (
    <>
      <ActionName action={entry.action} />
      {!isOwn && entry.target.name !== null && (
        <>: {isPlain ? entry.target.name : <TargetLink target={entry.target} />}</>
      )}
      {more && <span className="text-muted"> · {more}</span>}
    </>
  );
}
