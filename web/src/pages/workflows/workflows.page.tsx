import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FolderPlus, MoreHorizontal, Plus, Workflow } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { usePaletteActions } from '../../app/palette/palette-actions.ts';
import { useTexts } from '../../texts/texts.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Page } from '../../ui/page.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { formatSearch } from '../../ui/search-words.ts';
import { SelectionBar } from '../../ui/selection-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { DataTable, type Sort } from '../../ui/table/data-table.tsx';
import { SavedViews } from '../../views/saved-views.tsx';
import { LINK } from '../session/session-card.tsx';
import { BulkBar } from './bulk/bulk-bar.tsx';
import { FolderBar } from './folders/folder-bar.tsx';
import { ImportDialog } from './import/import-dialog.tsx';
import type { Source } from './import/import-queue.ts';
import { useImportAnywhere } from './import/use-import-anywhere.ts';
import { listQuery } from './list-search.ts';
import { sortAddress, sortIn } from './list-sort.ts';
import { useWorkflowActions } from './use-workflow-actions.tsx';
import { WorkflowCard } from './workflow-card.tsx';
import { useWorkflowColumns } from './workflow-columns.tsx';
import { WorkflowFigures } from './workflow-figures.tsx';
import { FAILING, SortMenu, WorkflowFilters } from './workflow-filters.tsx';
import { useFolders, useTags, useWorkflowStats, useWorkflows } from './workflows.queries.ts';

const NO_TAGS: readonly string[] = [];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** All workflows of the tenant: found, sorted into folders, switched, moved, imported. */
export default function WorkflowsPage() {
  const { words, workflows } = useTexts();
  const raw = useSearch({ strict: false }) as Record<string, unknown>;
  const q = text(raw.q);
  const folder = text(raw.folder) || undefined;
  const navigate = useNavigate();
  const canEdit = useSession(({ signed }) => signed?.tenant.role !== 'viewer');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [importing, setImporting] = useState<{ sources?: readonly Source[] }>();

  const folders = useFolders().data ?? [];
  const asked = { ...listQuery(q), ...(folder ? { folderId: folder } : {}) };
  const sort = sortIn(raw.sort);
  const list = useWorkflows(asked, sort);
  const stats = useWorkflowStats(asked).data;
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const selected = (rows ?? []).filter(({ id }) => ids.has(id));
  const knownTags = useTags().data ?? NO_TAGS;
  const actions = useWorkflowActions({ rows: rows ?? [], folders, knownTags, canEdit });
  const columns = useWorkflowColumns({
    canEdit,
    dragged: (id) => (ids.has(id) ? [...ids] : [id]),
    ...(folders.length > 0 && !folder ? { folderName: (id) => folders.find((each) => each.id === id)?.name } : {}),
  });
  const show = (search: Readonly<Record<string, string | undefined>>) => {
    setIds(new Set());
    void navigate({ to: '/workflows', search, replace: true });
  };
  /** What the address says; a view keeps it. */
  const address = (next: string, order: Sort) => {
    const name = sortAddress(order);
    return { ...(next ? { q: next } : {}), ...(folder ? { folder } : {}), ...(name ? { sort: name } : {}) };
  };
  const setSearch = (next: string) => show(address(next, sort));
  const setSort = (next: Sort) => show(address(q, next));
  const take = useMemo(() => (sources: readonly Source[]) => setImporting({ sources }), []);
  const { over, target } = useImportAnywhere(take, canEdit && !importing);

  // The palette and other pages ask by the address: /workflows?do=import.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time that it is asked
  useEffect(() => {
    if (raw.do === 'import') setImporting({});
    if (raw.do !== undefined) setSearch(q);
  }, [raw.do]);
  usePaletteActions([
    ...(canEdit ? [{ id: 'new-folder', label: workflows.newFolder, run: () => actions.newFolder(folder) }] : []),
    { id: 'export-list', label: workflows.export, run: () => void actions.exportThese(asked) },
  ]);

  const isFiltered = q !== '';
  return (
    <div {...target} className="relative min-h-full">
      <Page
        title={workflows.title}
        figures={<WorkflowFigures stats={stats} onFailing={() => setSearch(formatSearch(FAILING))} />}
        actions={
          <>
            <SavedViews list="workflows" search={address(q, sort)} onOpen={show} />
            <Menu
              items={[
                ...(canEdit ? [{ label: workflows.import, run: () => setImporting({}) }] : []),
                { label: workflows.export, disabled: !rows?.length, run: () => void actions.exportThese(asked) },
              ]}
            >
              <IconButton look="plain" label={words.more} className="phone:hidden">
                <MoreHorizontal size={15} />
              </IconButton>
            </Menu>
            <Button
              look="quiet"
              className="max-phone:hidden"
              disabled={!rows?.length}
              onClick={() => void actions.exportThese(asked)}
            >
              {workflows.export}
            </Button>
            {canEdit && (
              <>
                <Button look="quiet" className="max-phone:hidden" onClick={() => setImporting({})}>
                  {workflows.import}
                </Button>
                <Button
                  look="primary"
                  icon={<Plus size={14} aria-hidden="true" />}
                  onClick={() => void actions.create(folder)}
                  className="max-phone:order-first"
                >
                  {workflows.new}
                </Button>
              </>
            )}
          </>
        }
      >
        <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
          <SearchBox
            value={q}
            onChange={setSearch}
            label={workflows.searchLabel}
            placeholder={workflows.searchExample}
          />
          <WorkflowFilters q={q} onChange={setSearch} tags={knownTags} hasFolders={folders.length > 0 && !folder} />
          <SortMenu sort={sort} onChange={setSort} />
          {canEdit && folders.length === 0 && (
            <Button
              look="quiet"
              icon={<FolderPlus size={14} aria-hidden="true" />}
              onClick={() => actions.newFolder(undefined)}
            >
              {workflows.newFolder}
            </Button>
          )}
          {selected.length > 0 && (
            <SelectionBar>
              <BulkBar
                rows={selected}
                canEdit={canEdit}
                onClear={() => setIds(new Set())}
                onMove={actions.move}
                onTags={actions.tags}
                onExport={(of) => void actions.exportThese({ ids: of.map(({ id }) => id) })}
                bulk={actions.bulk}
                onDelete={actions.remove}
              />
            </SelectionBar>
          )}
        </div>
        <FolderBar
          folders={folders}
          current={folder}
          canEdit={canEdit}
          onDropInto={actions.dropInto}
          onCreate={() => actions.newFolder(folder)}
          onRename={actions.renameFolder}
          onMove={actions.moveFolder}
          onDelete={actions.deleteFolder}
        />
        <DataTable
          label={workflows.title}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowName={({ name }) => name}
          onOpen={({ id }) => void actions.open(id)}
          href={({ id }) => `/workflows/${id}`}
          sort={{ ...sort, onChange: setSort }}
          menu={actions.menu}
          selection={{ ids, onChange: setIds }}
          card={(row) => <WorkflowCard workflow={row} canEdit={canEdit} />}
          fault={list.error}
          onRetry={() => void list.refetch()}
          more={{
            has: list.hasNextPage,
            busy: list.isFetchingNextPage,
            load: () => void list.fetchNextPage(),
          }}
          empty={
            isFiltered ? (
              <EmptyState
                title={workflows.noneFound}
                action={<Button onClick={() => setSearch('')}>{workflows.clearSearch}</Button>}
              >
                {workflows.noneFoundText}
              </EmptyState>
            ) : folder ? (
              <EmptyState title={workflows.emptyFolder}>{workflows.emptyFolderText}</EmptyState>
            ) : (
              <EmptyState
                icon={<Workflow size={28} aria-hidden="true" />}
                title={workflows.emptyTitle}
                action={
                  canEdit && (
                    <>
                      <Button look="primary" onClick={() => void actions.create(undefined)}>
                        {workflows.new}
                      </Button>
                      <Button onClick={() => setImporting({})}>{workflows.import}</Button>
                      <Link to="/templates" className={`${LINK} self-center`}>
                        {workflows.fromTemplate}
                      </Link>
                    </>
                  )
                }
              >
                {workflows.emptyText}
              </EmptyState>
            )
          }
        />
      </Page>
      {over && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-2 z-30 flex items-center justify-center rounded-sheet border-2 border-dashed border-accent bg-accent-soft text-lg font-semibold text-accent opacity-95"
        >
          {workflows.dropHere}
        </div>
      )}
      {importing && (
        <ImportDialog sources={importing.sources} folderId={folder} onClose={() => setImporting(undefined)} />
      )}
      {actions.dialog}
    </div>
  );
}
