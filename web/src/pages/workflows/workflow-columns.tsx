import { Link } from '@tanstack/react-router';
import type { ListedWorkflow } from '../../api/answers/workflows.ts';
import { useFormat } from '../../texts/format.ts';
import { useTexts } from '../../texts/texts.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Column } from '../../ui/table/data-table.tsx';
import { drag } from './dragged.ts';
import { LastRun } from './last-run.tsx';
import { SORTS } from './list-sort.ts';
import { LiveSwitch } from './live-switch.tsx';
import { TriggerIcons } from './trigger-icons.tsx';

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
      sorts: SORTS.name,
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
    {
      id: 'triggers',
      header: workflows.triggers,
      width: '108px',
      cell: ({ triggers }) => <TriggerIcons triggers={triggers} />,
    },
    {
      id: 'lastRun',
      header: workflows.lastRun,
      width: '212px',
      sorts: SORTS.lastRun,
      cell: (row) => <LastRun of={row} />,
    },
    ...(folderName
      ? [
          {
            id: 'folder',
            header: workflows.folder,
            width: '11%',
            cell: (row: ListedWorkflow) => (
              <span className="text-muted">{(row.folderId && folderName(row.folderId)) || ''}</span>
            ),
          },
        ]
      : []),
    {
      id: 'updatedAt',
      header: workflows.changed,
      width: '180px',
      sorts: SORTS.updatedAt,
      cell: (row) => <Changed workflow={row} />,
    },
  ];
}

/** When a workflow was last changed, and by whom. */
export function Changed({ workflow: { updatedAt, updatedBy } }: { workflow: ListedWorkflow }) {
  const { workflows } = useTexts();
  const format = useFormat();
  const by = updatedBy && (updatedBy.name ?? workflows.somebodyGone);
  return (
    <span className="text-muted" title={[format.dateTime(updatedAt), by].filter(Boolean).join(' · ')}>
      <time dateTime={updatedAt}>{format.ago(updatedAt)}</time>
      {by && ` · ${by}`}
    </span>
  );
}

/** Says that there is a draft beside what is live. */
export function DraftBadge({ workflow: { version, activeVersion, liveNumber } }: { workflow: ListedWorkflow }) {
  const { workflows } = useTexts();
  if (liveNumber === null || activeVersion === version) return null;
  return (
    <span title={workflows.draftHint(liveNumber)}>
      <Badge tone="warn">{workflows.unpublished}</Badge>
    </span>
  );
}

/** As many tags as a row has room for. */
const TAGS_SHOWN = 2;

export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <Link
          key={tag}
          to="/workflows"
          search={{ q: /\s/.test(tag) ? `tag:"${tag}"` : `tag:${tag}` }}
          tabIndex={-1}
          className="max-w-24 shrink-0 truncate rounded-full bg-sunken px-2 text-sm text-muted hover:text-text"
        >
          {tag}
        </Link>
      ))}
      {tags.length > TAGS_SHOWN && <span className="text-sm text-muted">+{tags.length - TAGS_SHOWN}</span>}
    </>
  );
}
