import { Pencil, Trash2 } from 'lucide-react';
import { useTexts } from '../texts/texts.ts';
import { Badge } from '../ui/badge.tsx';
import { IconButton } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/states.tsx';
import type { View } from './views.queries.ts';

/** All views of a list, to be opened, renamed, shared and deleted. */
export function ManageViews({
  views,
  current,
  onOpen,
  onEdit,
  onDelete,
  onClose,
}: {
  views: readonly View[];
  /** The id of the one that the list shows now. */
  current: string | undefined;
  onOpen(view: View): void;
  onEdit(view: View): void;
  onDelete(view: View): void;
  onClose(): void;
}) {
  const { views: texts } = useTexts();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={texts.title} description={texts.manageText}>
      {views.length === 0 ? (
        <EmptyState title={texts.none}>{texts.noneText}</EmptyState>
      ) : (
        <ul aria-label={texts.title} className="-mx-2 pb-3">
          {views.map((view) => (
            <li key={view.id} className="flex min-h-11 items-center gap-1 rounded-control px-2 hover:bg-bg">
              <button
                type="button"
                aria-current={view.id === current || undefined}
                onClick={() => onOpen(view)}
                className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 py-2 text-start aria-[current]:font-semibold"
              >
                <span className="min-w-0 wrap-anywhere">{view.name}</span>
                {view.id === current && <Badge tone="accent">{texts.shown}</Badge>}
                {view.shared && (
                  <Badge>{view.mine ? texts.shared : texts.sharedBy(view.ownerName ?? texts.formerMember)}</Badge>
                )}
              </button>
              {view.mayChange && (
                <>
                  <IconButton label={texts.edit(view.name)} onClick={() => onEdit(view)}>
                    <Pencil size={14} />
                  </IconButton>
                  <IconButton label={texts.delete(view.name)} onClick={() => onDelete(view)}>
                    <Trash2 size={14} />
                  </IconButton>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
