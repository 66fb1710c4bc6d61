import { Bookmark, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import { Button } from '../ui/button.tsx';
import { confirm } from '../ui/confirm.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { toast, toastFault } from '../ui/toast.tsx';
import { useCarryOver } from './carry-over.ts';
import { type ListSearch, queryOf, sameQuery, searchOf } from './list-search.ts';
import { ManageViews } from './manage-views.tsx';
import { ViewDialog } from './view-dialog.tsx';
import { useViewCalls, useViews, type View, type ViewList } from './views.queries.ts';

type Asked = { what: 'save' } | { what: 'manage' } | { what: 'edit'; view: View };

/** The saved views of a list: opens them, and saves, changes, shares and deletes them. */
export function SavedViews({
  list,
  search,
  onOpen,
}: {
  list: ViewList;
  /** What is in the address now. */
  search: ListSearch;
  onOpen(search: ListSearch): void;
}) {
  const { views: texts, words } = useTexts();
  useCarryOver(list);
  const found = useViews(list);
  const views = found.data ?? [];
  const calls = useViewCalls(list);
  const [asked, setAsked] = useState<Asked>();
  /** The view that was opened last: what is searched after that may be meant for it. */
  const [openedId, setOpenedId] = useState<string>();
  const query = queryOf(search);
  const shows = (view: View) => sameQuery(view.query, query);
  const opened = views.find(({ id }) => id === openedId);
  // Two views may show the same: the one that was opened counts.
  const current = opened && shows(opened) ? opened : views.find(shows);
  const toUpdate = opened?.mayChange && !shows(opened) ? opened : undefined;

  const open = (view: View) => {
    setOpenedId(view.id);
    setAsked(undefined);
    onOpen(searchOf(view.query));
  };
  const update = async (view: View) => {
    try {
      await calls.change(view.id, { query });
      toast({ text: texts.updated(view.name) });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const remove = async (view: View) => {
    const agreed = await confirm({
      title: texts.deleteTitle(view.name),
      text: view.shared ? texts.deleteSharedText : texts.deleteText,
      action: texts.deleteAction,
      danger: true,
    });
    if (!agreed) return;
    try {
      await calls.remove(view.id);
      toast({ text: texts.deleted(view.name) });
    } catch (fault) {
      toastFault(fault);
    }
  };
  const entry = (view: View): MenuEntry => ({
    label: view.name,
    checked: view.id === current?.id,
    run: () => open(view),
  });
  const group = (heading: string, of: readonly View[]): readonly MenuEntry[] =>
    of.length > 0 ? [{ heading }, ...of.map(entry)] : [];
  const state: readonly MenuEntry[] = found.isPending
    ? [{ heading: words.loading }]
    : found.isError && !found.data
      ? [{ heading: texts.failed }, { label: words.retry, run: () => void found.refetch() }]
      : views.length === 0
        ? [{ heading: texts.none }]
        : [];
  return (
    <>
      <Menu
        items={[
          ...state,
          ...group(
            texts.mine,
            views.filter(({ mine }) => mine),
          ),
          ...group(
            texts.ofOthers,
            views.filter(({ mine }) => !mine),
          ),
          null,
          ...(toUpdate ? [{ label: texts.update(toUpdate.name), run: () => void update(toUpdate) }] : []),
          {
            label: texts.save,
            icon: <Bookmark size={14} aria-hidden="true" />,
            run: () => setAsked({ what: 'save' }),
          },
          ...(views.length > 0 ? [{ label: texts.manage, run: () => setAsked({ what: 'manage' }) }] : []),
        ]}
      >
        <Button
          look={current ? 'plain' : 'quiet'}
          aria-label={current ? `${texts.title}: ${current.name}` : undefined}
          icon={
            <Bookmark size={14} aria-hidden="true" className={current ? 'fill-current text-accent' : 'text-muted'} />
          }
        >
          <span className="max-w-40 truncate">{current?.name ?? texts.title}</span>
          <ChevronDown size={13} aria-hidden="true" className="text-muted" />
        </Button>
      </Menu>
      {asked?.what === 'save' && (
        <ViewDialog
          title={texts.saveTitle}
          initial={{ name: search.q ?? '', shared: false }}
          mayMakePrivate
          send={async (wanted) => setOpenedId((await calls.create({ ...wanted, query })).id)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.what === 'edit' && (
        <ViewDialog
          title={texts.editTitle}
          initial={asked.view}
          mayMakePrivate={asked.view.mine}
          send={(wanted) => calls.change(asked.view.id, changesOf(asked.view, wanted))}
          onClose={() => setAsked({ what: 'manage' })}
        />
      )}
      {asked?.what === 'manage' && (
        <ManageViews
          views={views}
          current={current?.id}
          onOpen={open}
          onEdit={(view) => setAsked({ what: 'edit', view })}
          onDelete={(view) => void remove(view)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

/** What is new of it: who may not share may still rename what is theirs alone. */
const changesOf = (view: View, { name, shared }: { name: string; shared: boolean }) => ({
  ...(name === view.name ? {} : { name }),
  ...(shared === view.shared ? {} : { shared }),
});
