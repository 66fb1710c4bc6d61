import { Link } from '@tanstack/react-router';
import { ChevronRight, Folder as FolderIcon, FolderPlus, MoreHorizontal } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useNameOrder } from '../../../texts/name-order.ts';
import { useTexts } from '../../../texts/texts.ts';
import { IconButton } from '../../../ui/button.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { Menu } from '../../../ui/menu.tsx';
import { type Dragged, drag, dropped, isDragged } from '../dragged.ts';
import { childrenOf, type Folder, pathOf } from './folder-tree.ts';

interface Props {
  folders: readonly Folder[];
  /** The folder that is open; nothing at the top. */
  current: string | undefined;
  canEdit: boolean;
  onDropInto(folderId: string | null, what: Dragged): void;
  onCreate(): void;
  onRename(folder: Folder): void;
  onMove(folder: Folder): void;
  onDelete(folder: Folder): void;
}

/** Where one is, the folders that lie here, and what can be done with them. */
export function FolderBar(props: Props) {
  const { folders, current, canEdit, onDropInto, onCreate } = props;
  const { workflows } = useTexts();
  const path = pathOf(folders, current);
  const here = childrenOf(folders, path.at(-1)?.id, useNameOrder());
  if (folders.length === 0) return null;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      {path.length > 0 && (
        <nav aria-label={workflows.folderPath} className="max-phone:w-full">
          <ol className="flex flex-wrap items-center gap-1 text-muted">
            <li>
              <DropTarget onDrop={(what) => onDropInto(null, what)}>
                <Crumb id={undefined} name={workflows.top} />
              </DropTarget>
            </li>
            {path.map(({ id, name }, index) => (
              <li key={id} className="flex min-w-0 items-center gap-1">
                <ChevronRight size={13} aria-hidden="true" className="shrink-0 rtl:rotate-180" />
                {index === path.length - 1 ? (
                  <span aria-current="page" className="truncate px-1 font-medium text-text">
                    {name}
                  </span>
                ) : (
                  <DropTarget onDrop={(what) => onDropInto(id, what)}>
                    <Crumb id={id} name={name} />
                  </DropTarget>
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <ul aria-label={workflows.folders} className="flex flex-wrap gap-2 empty:hidden">
        {here.map((folder) => (
          <li key={folder.id}>
            <FolderCard {...props} folder={folder} />
          </li>
        ))}
      </ul>
      {canEdit && (
        <IconButton label={workflows.newFolder} onClick={onCreate}>
          <FolderPlus size={15} />
        </IconButton>
      )}
    </div>
  );
}

const toFolder = (id: string | undefined) => (before: Record<string, unknown>) => ({ ...before, folder: id });

const Crumb = ({ id, name }: { id: string | undefined; name: string }) => (
  <Link
    to="/workflows"
    search={toFolder(id) as never}
    className="block max-w-48 truncate rounded-control px-1 underline-offset-2 hover:text-text hover:underline"
  >
    {name}
  </Link>
);

function FolderCard({ folder, canEdit, onDropInto, onRename, onMove, onDelete }: Props & { folder: Folder }) {
  const { words, workflows } = useTexts();
  return (
    <DropTarget onDrop={(what) => what.folder !== folder.id && onDropInto(folder.id, what)}>
      <div className="flex h-9 max-w-64 items-center rounded-control border border-line bg-surface max-phone:h-11">
        <Link
          to="/workflows"
          search={toFolder(folder.id) as never}
          draggable={canEdit}
          onDragStart={(event) => drag(event, { folder: folder.id })}
          className="flex h-full min-w-0 items-center gap-2 rounded-control ps-3 pe-2 hover:text-accent"
        >
          <FolderIcon size={15} aria-hidden="true" className="shrink-0 text-muted" />
          <span className="truncate">{folder.name}</span>
        </Link>
        {canEdit && (
          <Menu
            items={[
              { label: workflows.rename, run: () => onRename(folder) },
              { label: workflows.move, run: () => onMove(folder) },
              null,
              { label: words.delete, danger: true, run: () => onDelete(folder) },
            ]}
          >
            <IconButton label={`${words.more}: ${folder.name}`}>
              <MoreHorizontal size={15} />
            </IconButton>
          </Menu>
        )}
      </div>
    </DropTarget>
  );
}

function DropTarget({ onDrop, children }: { onDrop(what: Dragged): void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const dragging = (event: DragEvent) => {
    if (!isDragged(event)) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way; the menu's "move" is the one for keyboards
    <div
      onDragEnter={dragging}
      onDragOver={dragging}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!isDragged(event)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onDrop(dropped(event));
      }}
      className={classNames('rounded-control', over && 'outline-2 outline-accent')}
    >
      {children}
    </div>
  );
}
