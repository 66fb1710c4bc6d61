import type { ListedWorkflow } from '../../../api/answers/workflows.ts';
import type { components } from '../../../api/schema.d.ts';

type Body = components['schemas']['WorkflowBulkBody'];
/** One thing that is done to several workflows. */
export type Act =
  | { action: Extract<Body['action'], 'activate' | 'deactivate' | 'delete'> }
  | { action: 'move'; folderId: string | null }
  | { action: 'tag' | 'untag'; tags: readonly string[] };

type Before = Pick<ListedWorkflow, 'id' | 'folderId' | 'tags' | 'version' | 'activeVersion'>;
/** An act and whom it is for. */
export type Undoing = Act & { ids: readonly string[] };

/**
 * What takes an act back, exactly.
 * @param rows what it was done to, as they were before
 * @returns nothing when it can't be: a workflow that is gone, or was live in another version than the newest
 */
export function undoOf(act: Act, rows: readonly Before[]): readonly Undoing[] | undefined {
  switch (act.action) {
    case 'delete':
      return undefined;
    case 'activate': {
      const changed = rows.filter(({ version, activeVersion }) => activeVersion !== version);
      if (changed.some(({ activeVersion }) => activeVersion !== null)) return undefined;
      return undoing({ action: 'deactivate' }, changed);
    }
    case 'deactivate': {
      const changed = rows.filter(({ activeVersion }) => activeVersion !== null);
      if (changed.some(({ version, activeVersion }) => activeVersion !== version)) return undefined;
      return undoing({ action: 'activate' }, changed);
    }
    case 'move': {
      const places = new Set(rows.map(({ folderId }) => folderId).filter((folderId) => folderId !== act.folderId));
      return [...places].flatMap((folderId) =>
        undoing(
          { action: 'move', folderId },
          rows.filter((row) => row.folderId === folderId),
        ),
      );
    }
    case 'tag':
    case 'untag': {
      const isAdding = act.action === 'tag';
      return act.tags.flatMap((tag) =>
        undoing(
          { action: isAdding ? 'untag' : 'tag', tags: [tag] },
          rows.filter(({ tags }) => tags.includes(tag) !== isAdding),
        ),
      );
    }
  }
}

const undoing = (act: Act, rows: readonly Before[]): readonly Undoing[] =>
  rows.length > 0 ? [{ ...act, ids: rows.map(({ id }) => id) }] : [];
