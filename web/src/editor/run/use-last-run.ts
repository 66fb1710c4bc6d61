import { useEffect, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { useEditor } from '../editor-store.ts';
import { useRunActions } from './run-actions.ts';
import { isOver, shownRunOf } from './run-events.ts';
import { useRun, useRunStore } from './run-store.ts';

/** Workflows that a run was shown of in this browser. */
const keyOf = (workflowId = '') => `has-run.${workflowId}`;

/**
 * Whoever opens a workflow finds what was tried last with it, as whoever stays does: once the canvas is there.
 * @returns whether a run is shown, or is likely to be in a moment: there is a place to be kept for it
 */
export function useLastRun(): boolean {
  const run = useRunStore();
  const { follow } = useRunActions();
  const workflowId = useEditor((state) => state.workflowId);
  const isShown = useRun(({ shown }) => shown !== undefined);
  const [isAwaited, setAwaited] = useState(() => localStorage.getItem(keyOf(workflowId)) !== null);
  useEffect(() => {
    if (isShown && workflowId) localStorage.setItem(keyOf(workflowId), '1');
  }, [isShown, workflowId]);
  useEffect(() => {
    if (!workflowId || run.getState().shown) return undefined;
    let isLeft = false;
    const isWanted = () => !isLeft && run.getState().shown === undefined;
    const look = async () => {
      const last = await lastTest(workflowId);
      if (!last || !isWanted()) return;
      if (!isOver(last)) return follow(last.id);
      const detail = await unwrap(api.GET('/api/v1/executions/{id}', { params: { path: { id: last.id } } }));
      if (isWanted()) run.getState().show(shownRunOf(detail));
    };
    // Nothing was asked for here, so nothing is said when it can't be had.
    void look()
      .catch(() => {})
      .finally(() => setAwaited(false));
    return () => {
      isLeft = true;
    };
  }, [workflowId, run, follow]);
  return isShown || isAwaited;
}

async function lastTest(workflowId: string) {
  const query = { workflowId, test: true, limit: 1 };
  const page = await unwrap(api.GET('/api/v1/executions', { params: { query } }));
  return page.items[0];
}
