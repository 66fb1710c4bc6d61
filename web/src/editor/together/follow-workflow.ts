import { useConnection } from '../../api/connection.ts';
import { serverEvents } from '../../api/events.ts';
import { ApiProblem } from '../../api/problem.ts';
import { useSession } from '../../api/session.ts';
import type { RefusedCall } from '../panel/triggers/listening-store.ts';

export interface Somebody {
  id: string;
  name: string;
}
interface Told {
  by: Somebody | null;
  at: string;
}

/** What the server tells those who have a workflow open (`GET workflows/:id/events`). */
export type WorkflowEvent =
  | { type: 'state'; version: number; activeVersion: number | null; liveNumber: number | null; folderId: string | null }
  | ({ type: 'saved'; version: number; activeVersion: number | null; liveNumber: number | null } & Told)
  | ({ type: 'activated'; version: number; liveNumber: number } & Told)
  | ({ type: 'deactivated' } & Told)
  | ({ type: 'moved'; folderId: string | null } & Told)
  | ({ type: 'versions' } & Told)
  | ({ type: 'comments' } & Told)
  | ({ type: 'deleted' } & Told)
  | ({ type: 'run-started'; executionId: string } & Told)
  | ({ type: 'call-refused' } & Omit<RefusedCall, 'at'> & Told)
  | { type: 'present'; people: (Somebody & { tabs: number })[] };

/** Waits before a stream that broke off is opened again: longer each time, and no longer than this. */
const AGAIN_MS = 500;
const LONGEST_MS = 30_000;
/** A page that is not looked at gives its connection up after this: a browser has few for one server. */
const HIDDEN_MS = 15_000;

/**
 * Follows a workflow until `signal` or the workflow's end. It waits while nobody is signed in, the server is away or the
 * page is not looked at; a new stream begins with how things stand.
 */
export async function followWorkflow(
  id: string,
  tell: (event: WorkflowEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let wait = AGAIN_MS;
  for (;;) {
    await mayFollow(signal);
    if (signal.aborted) return;
    const pause = new AbortController();
    const stop = pauseWhenIdle(pause);
    try {
      const stream = serverEvents(`/api/v1/workflows/${id}/events`, AbortSignal.any([signal, pause.signal]));
      for await (const { type, data } of stream) {
        wait = AGAIN_MS;
        tell({ type, ...(data as object) } as WorkflowEvent);
        if (type === 'deleted') return;
      }
    } catch (fault) {
      if (fault instanceof ApiProblem && (fault.status === 403 || fault.status === 404)) return;
    } finally {
      stop();
    }
    if (signal.aborted) return;
    if (pause.signal.aborted) tell({ type: 'present', people: [] });
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_MS);
  }
}

/** Resolves when there is somebody to tell and something to ask. */
function mayFollow(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const may = !useConnection.getState().away && useSession.getState().state === 'in' && !document.hidden;
      if (!may && !signal.aborted) return;
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      resolve();
    };
    const stops = [useConnection.subscribe(look), useSession.subscribe(look)];
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
    look();
  });
}

/** Ends a stream when the server is away, or when the page has not been looked at for a while. @returns stops watching */
function pauseWhenIdle(pause: AbortController): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(() => pause.abort(), HIDDEN_MS);
  };
  const stop = useConnection.subscribe(({ away }) => away && pause.abort());
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    stop();
    document.removeEventListener('visibilitychange', look);
  };
}
