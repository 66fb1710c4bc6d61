import { Link } from '@tanstack/react-router';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { drag } from './dragged.ts';
import { LiveSwitch } from './live-switch.tsx';

interface Options {
  canEdit: boolean;
  /** Name of a folder, where the list holds workflows of several. */
  folderName?(id: string): string | undefined;
  /** What moves with the row that is dragged. */
  dragged(id: string): readonly string[];
}

/** The columns of the list of workflows. */
export function useWorkflowColumns({ canEdit, folderName, dragged }: Options): readonly Column<ListedWorkflow>[] {
  const { workflows } = useTexts();
  const format = useFormat();
  return [
    {
      id: 'live',
      header: workflows.live,
      width: '64px',
      cell: (row) => (
        <span className="flex">
          <LiveSwitch workflow={row} disabled={!canEdit} />
        </span>
      ),
    },
    {
      id: 'name',
      header: workflows.name,
      cell: (row) => (
        <span className="flex items-center gap-2">
          <Link
            to="/workflows/$workflowId"
            params={{ workflowId: row.id }}
            draggable={canEdit}
            onDragStart={(event) => drag(event, { workflows: dragged(row.id) })}
            tabIndex={-1}
            className="truncate font-semibold hover:underline"
          >
            {row.name}
          </Link>
          <DraftBadge workflow={row} />
          <Tags tags={row.tags} />
        </span>
      ),
    },
    ...(folderName
      ? [
          {
            id: 'folder',
            header: workflows.folder,
            width: '16%',
            cell: (row: ListedWorkflow) => (
              <span className="text-muted">{(row.folderId && folderName(row.folderId)) || ''}</span>
            ),
          },
        ]
      : []),
    {
      id: 'changed',
      header: workflows.changed,
      width: '18%',
      cell: (row) => (
        <time dateTime={row.updatedAt} title={format.dateTime(row.updatedAt)} className="text-muted">
          {format.ago(row.updatedAt)}
        </time>
      ),
    },
  ];
}

/** Says that there is a draft beside what is live. */
export function DraftBadge({ workflow: { version, activeVersion } }: { workflow: ListedWorkflow }) {
  const { workflows } = useTexts();
  if (activeVersion === null || activeVersion === version) return null;
  return (
    <span title={workflows.draftHint(version, activeVersion)}>
      <Badge tone="warn">{workflows.draft(version)}</Badge>
    </span>
  );
}

/** As many tags as a row has room for. */
const TAGS_SHOWN = 3;

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Link
          key={tag}
          to="/workflows"
          search={{ q: /\s/.test(tag) ? `tag:"${tag}"` : `tag:${tag}` }}
          tabIndex={-1}
          className="max-w-32 truncate rounded-full bg-sunken px-2 text-sm text-muted hover:text-text"
        >
          {tag}
        </Link>
      ))}
      {tags.length > TAGS_SHOWN && <span className="text-sm text-muted">+{tags.length - TAGS_SHOWN}</span>}
    </>
  );
}
