import { useState } from 'react';
import type { ListedWorkflow } from '../../../api/answers/workflows.ts';
import { useTexts } from '../../../texts/texts.ts';
import { toast, toastFault } from '../../../ui/toast.tsx';
import { useRefreshLists } from '../workflows.queries.ts';
import { type Act, undoOf } from './bulk-acts.ts';
import { doToAll } from './do-to-all.ts';

export interface Bulk {
  /** How far an act is that is under way. */
  progress: { done: number; all: number } | undefined;
  /** Does something to all of these, says what became of it, and offers to take it back where it can be. */
  run(act: Act, rows: readonly ListedWorkflow[]): Promise<void>;
}

/** Acts on several workflows at once. */
export function useBulk(): Bulk {
  const { workflows, words } = useTexts();
  const refresh = useRefreshLists();
  const [progress, setProgress] = useState<Bulk['progress']>();

  const undo = async (acts: NonNullable<ReturnType<typeof undoOf>>) => {
    try {
      for (const { ids, ...act } of acts) await doToAll(act, ids);
      toast({ text: workflows.undone });
    } catch (fault) {
      toastFault(fault);
    }
    await refresh();
  };
  const run = async (act: Act, rows: readonly ListedWorkflow[]) => {
    const all = rows.length;
    try {
      const outcomes = await doToAll(
        act,
        rows.map(({ id }) => id),
        (done) => setProgress({ done, all }),
      );
      const failed = outcomes.filter(({ ok }) => !ok);
      const left = new Set(failed.map(({ id }) => id));
      const done = rows.filter(({ id }) => !left.has(id));
      const acts = undoOf(act, done);
      if (done.length > 0) {
        toast({
          text: workflows.bulkDone[act.action](done.length),
          ...(acts?.length ? { action: { label: words.undo, run: () => void undo(acts) } } : {}),
        });
      }
      if (failed[0]) toast({ text: workflows.someFailed(failed.length, failed[0].message ?? ''), tone: 'bad' });
    } catch (fault) {
      toastFault(fault);
    } finally {
      setProgress(undefined);
    }
    await refresh();
  };
  return { progress, run };
}
