import { Bookmark, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { NameDialog } from './name-dialog.tsx';

/** A view that somebody named: the search that is in the address. */
interface View {
  name: string;
  search: Readonly<Record<string, string>>;
}

const KEY = 'views.workflows';

function kept(): readonly View[] {
  try {
    const views: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(views) ? (views as View[]) : [];
  } catch {
    return [];
  }
}

/** Views that were saved in this browser, and the one that is shown now to be saved. */
export function SavedViews({
  search,
  onOpen,
}: {
  /** What is in the address now. */
  search: Readonly<Record<string, string>>;
  onOpen(search: Readonly<Record<string, string>>): void;
}) {
  const { workflows, words } = useTexts();
  const [views, setViews] = useState(kept);
  const [naming, setNaming] = useState(false);
  const keep = (next: readonly View[]) => {
    localStorage.setItem(KEY, JSON.stringify(next));
    setViews(next);
  };
  const same = (view: View) => JSON.stringify(view.search) === JSON.stringify(search);
  return (
    <>
      <Menu
        items={[
          ...views.map((view) => ({ label: view.name, checked: same(view), run: () => onOpen(view.search) })),
          ...(views.length > 0 ? [null] : []),
          { label: workflows.saveView, icon: <Bookmark size={14} aria-hidden="true" />, run: () => setNaming(true) },
          ...views.filter(same).map((view) => ({
            label: workflows.deleteView(view.name),
            icon: <Trash2 size={14} aria-hidden="true" />,
            run: () => keep(views.filter((each) => each !== view)),
          })),
        ]}
      >
        <Button>{workflows.views}</Button>
      </Menu>
      {naming && (
        <NameDialog
          naming={{
            title: workflows.viewName,
            name: search.q ?? '',
            action: words.save,
            send: async (name) => keep([...views.filter((each) => each.name !== name), { name, search }]),
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}
