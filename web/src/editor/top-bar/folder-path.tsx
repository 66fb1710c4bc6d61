import { Link } from '@tanstack/react-router';
import { pathOf } from '../../pages/workflows/folders/folder-tree.ts';
import { useFolders } from '../../pages/workflows/workflows.queries.ts';
import { useTexts } from '../../texts/texts.ts';
import { useDraft } from '../draft/draft-store.ts';

const CRUMB = 'block max-w-40 shrink-0 truncate rounded-control hover:text-text hover:underline';

/** Where the workflow is: back to all of them, or to the folders that it lies in. */
export function FolderPath() {
  const { canvas, frame } = useTexts();
  const folderId = useDraft((state) => state.folderId);
  const folders = useFolders().data ?? [];
  return (
    <nav aria-label={canvas.folderPath} className="shrink-0 text-muted max-phone:hidden">
      <ol className="flex items-center gap-1">
        <li className="flex items-center gap-1">
          <Link to="/workflows" className={CRUMB}>
            {frame.workflows}
          </Link>
          <span aria-hidden="true">/</span>
        </li>
        {pathOf(folders, folderId ?? undefined).map(({ id, name }) => (
          <li key={id} className="flex items-center gap-1">
            <Link to="/workflows" search={{ folder: id }} title={name} className={CRUMB}>
              {name}
            </Link>
            <span aria-hidden="true">/</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
