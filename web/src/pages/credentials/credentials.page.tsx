import { useNavigate, useSearch } from '@tanstack/react-router';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { CredentialDialog } from '../../forms/credential-dialog.tsx';
import { CredentialIcon } from '../../forms/credential-icon.tsx';
import { CredentialState } from '../../forms/credential-state.tsx';
import { CredentialTypePicker } from '../../forms/credential-type-picker.tsx';
import { useCredentialTypes } from '../../forms/credentials.queries.ts';
import { UsedBy } from '../../forms/used-by.tsx';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Select } from '../../ui/select.tsx';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { toast, toastFault } from '../../ui/toast.tsx';
import { SavedViews } from '../../views/saved-views.tsx';
import {
  type Credential,
  useCredentials,
  useDeleteCredential,
  useDeleteCredentials,
  useTestCredential,
} from './credentials.queries.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** `?new=pick` asks for the type first; any other word is the type itself. */
const PICK = 'pick';
const ALL = 'all';

/** What workflows sign in with. `?new=httpBasicAuth` opens a new one of a type, `?open=<id>` one that is there. */
export default function CredentialsPage() {
  const { credentials, words } = useTexts();
  const format = useFormat();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const [q, type, making, open] = [text(raw.q), text(raw.type), text(raw.new), text(raw.open)];
  const navigate = useNavigate();
  const canEdit = useSession(({ signed }) => signed !== undefined && signed.tenant.role !== 'viewer');
  const types = useCredentialTypes().data ?? [];
  const list = useCredentials(type || undefined, q.trim());
  const test = useTestCredential();
  const remove = useDeleteCredential();
  const removeAll = useDeleteCredentials();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());

  const labelOf = (row: Credential) => types.find((each) => each.type === row.type)?.label ?? row.type;
  const all = list.data?.pages.flatMap(({ items }) => items);
  const selected = (all ?? []).filter(({ id }) => ids.has(id));
  const opened = open ? all?.find(({ id }) => id === open) : undefined;

  const show = (change: Readonly<Record<string, string | undefined>>) => {
    const next = { q, type, ...change };
    const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    void navigate({ to: '/credentials', search, replace: true });
  };
  const tryOut = async (row: Credential) => {
    try {
      const { ok, message } = await test.mutateAsync(row);
      toast({ text: credentials.testedFine(row.name, message), tone: ok === false ? 'bad' : 'plain' });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const askDelete = async (row: Credential) => {
    const agreed = await confirm({
      title: credentials.deleteTitle(row.name),
      text: credentials.deleteText(row.usedBy),
      details: row.usedBy > 0 && <UsedBy id={row.id} plain />,
      action: words.delete,
      danger: true,
    });
    if (!agreed) return;
    remove.mutate(row, {
      onSuccess: () => toast({ text: credentials.deleted(row.name) }),
      onError: toastFault,
    });
  };
  const askDeleteAll = async (rows: readonly Credential[]) => {
    const used = rows.filter(({ usedBy }) => usedBy > 0);
    const agreed = await confirm({
      title: credentials.deleteManyTitle(rows.length),
      text: credentials.deleteManyText(used.length),
      details: used.length > 0 && (
        <ul className="max-h-40 overflow-y-auto rounded-control bg-sunken px-3 py-1">
          {used.map(({ id, name, usedBy }) => (
            <li key={id} className="flex justify-between gap-3 py-1">
              <span className="min-w-0 truncate">{name}</span>
              <span className="shrink-0 text-muted">{credentials.usedByCount(usedBy)}</span>
            </li>
          ))}
        </ul>
      ),
      action: words.delete,
      danger: true,
    });
    if (!agreed) return;
    removeAll.mutate(rows, {
      onSuccess: ({ items }) => {
        const failed = items.filter(({ ok }) => !ok);
        setIds(new Set(failed.map(({ id }) => id)));
        toast({ text: credentials.deletedMany(items.length - failed.length) });
        if (failed[0]) toast({ text: failed[0].message ?? '', tone: 'bad' });
      },
      onError: toastFault,
    });
  };
  const newButton = canEdit && (
    <Button look="primary" icon={<Plus size={14} aria-hidden="true" />} onClick={() => show({ new: PICK })}>
      {credentials.new}
    </Button>
  );
  return (
    <Page
      title={credentials.title}
      figures={
        <p className="text-muted">
          {all ? credentials.figures(all.length, list.hasNextPage) : '\u00a0'}
          {!canEdit && ` · ${credentials.onlyEditors}`}
        </p>
      }
      actions={
        <>
          <SavedViews
            list="credentials"
            search={{ q, type }}
            onOpen={(search) => show({ q: undefined, type: undefined, ...search })}
          />
          {newButton}
        </>
      }
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <SearchBox
          value={q}
          onChange={(next) => show({ q: next })}
          label={credentials.search}
          placeholder={credentials.searchExample}
        />
        <Select
          aria-label={credentials.type}
          className="!w-auto min-w-40"
          value={type || ALL}
          onChange={(next) => show({ type: next === ALL ? undefined : next })}
          options={[
            { value: ALL, label: `${credentials.type}: ${credentials.anyType}` },
            ...types.map((each) => ({ value: each.type, label: each.label })),
          ]}
        />
        {selected.length > 0 && (
          <SelectionBar>
            <div role="toolbar" aria-label={credentials.selected(selected.length)} className="flex items-center gap-2">
              <span className="text-muted">{credentials.selected(selected.length)}</span>
              <Button look="danger" onClick={() => void askDeleteAll(selected)}>
                {words.delete}
              </Button>
              <Button look="quiet" onClick={() => setIds(new Set())}>
                {words.clear}
              </Button>
            </div>
          </SelectionBar>
        )}
      </div>
      <DataTable
        label={credentials.title}
        rows={all}
        selection={canEdit ? { ids, onChange: setIds } : undefined}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onOpen={canEdit ? ({ id }) => show({ open: id }) : undefined}
        menu={
          canEdit
            ? (row) => [
                { label: words.edit, run: () => show({ open: row.id }) },
                { label: credentials.test, run: () => void tryOut(row) },
                null,
                { label: words.delete, danger: true, run: () => void askDelete(row) },
              ]
            : undefined
        }
        columns={[
          {
            id: 'name',
            header: credentials.name,
            cell: (row) => (
              <span className="flex items-center gap-2.5 py-1">
                <CredentialIcon icon={types.find((each) => each.type === row.type)?.icon} />
                <span className="truncate font-semibold">{row.name}</span>
              </span>
            ),
          },
          { id: 'type', header: credentials.type, width: '18%', cell: labelOf },
          {
            id: 'used',
            header: credentials.usedBy,
            width: '14%',
            cell: ({ usedBy }) => <span className="text-muted">{credentials.usedByCount(usedBy)}</span>,
          },
          {
            id: 'tested',
            header: credentials.tested,
            width: '22%',
            cell: ({ proof }) => <CredentialState proof={proof} />,
          },
          {
            id: 'changed',
            header: credentials.changed,
            width: '14%',
            cell: ({ updatedAt }) => (
              <time dateTime={updatedAt} title={format.dateTime(updatedAt)} className="text-muted">
                {format.ago(updatedAt)}
              </time>
            ),
          },
        ]}
        card={(row) => (
          <div className="flex items-start gap-3">
            <CredentialIcon icon={types.find((each) => each.type === row.type)?.icon} />
            <div className="min-w-0 flex-1">
              {canEdit ? (
                <button
                  type="button"
                  className="block max-w-full truncate text-start text-[14px] font-semibold"
                  onClick={() => show({ open: row.id })}
                >
                  {row.name}
                </button>
              ) : (
                <p className="truncate text-[14px] font-semibold">{row.name}</p>
              )}
              <p className="mt-0.5 text-muted">
                {labelOf(row)} · {credentials.usedBy}: {credentials.usedByCount(row.usedBy)}
              </p>
              <div className="mt-1">
                <CredentialState proof={row.proof} />
              </div>
            </div>
          </div>
        )}
        fault={list.error}
        onRetry={() => void list.refetch()}
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, load: () => void list.fetchNextPage() }}
        empty={
          q || type ? (
            <EmptyState
              title={credentials.noneFound}
              action={<Button onClick={() => show({ q: undefined, type: undefined })}>{credentials.showAll}</Button>}
            >
              {credentials.noneFoundText}
            </EmptyState>
          ) : (
            <EmptyState
              icon={<KeyRound size={28} aria-hidden="true" />}
              title={credentials.emptyTitle}
              action={newButton}
            >
              {credentials.emptyText}
            </EmptyState>
          )
        }
      />
      {canEdit && making === PICK && (
        <CredentialTypePicker onPick={(picked) => show({ new: picked })} onClose={() => show({})} />
      )}
      {canEdit && making && making !== PICK && (
        <CredentialDialog
          key={making}
          type={making}
          {...(text(raw.name) ? { name: text(raw.name) } : {})}
          onClose={() => show({})}
        />
      )}
      {canEdit && opened && (
        <CredentialDialog key={opened.id} type={opened.type} id={opened.id} onClose={() => show({})} />
      )}
    </Page>
  );
}
