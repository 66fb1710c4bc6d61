import { api, unwrap } from '../../api/client.ts';
import { serverEvents } from '../../api/events.ts';
import { ApiProblem } from '../../api/problem.ts';
import { afterEvent, beginning, isOver, type RunEvent, shownRunOf } from './run-events.ts';
import type { ShownRun } from './run-store.ts';

/** Waits before a stream that broke off is opened again: longer each time, and no longer than this. */
const AGAIN_MS = 500;
const LONGEST_MS = 10_000;
/** How often the end that a stream told is looked for in what is written. */
const LOOKS = 10;

/** One execution with all that is known of it. */
const fetchExecution = (id: string) => unwrap(api.GET('/api/v1/executions/{id}', { params: { path: { id } } }));

/**
 * Follows a run until it ends: every change is shown, and in the end the execution as it was written.
 * @param name the name of a node, by its id
 */
export async function followRun(
  executionId: string,
  version: number,
  name: (id: string) => string,
  show: (run: ShownRun) => void,
  signal: AbortSignal,
): Promise<void> {
  let run = beginning(executionId, version);
  let last: string | undefined;
  let wait = AGAIN_MS;
  while (!signal.aborted) {
    try {
      // A stream that broke off goes on behind what it told last.
      for await (const { id, data } of serverEvents(`/api/v1/executions/${executionId}/events`, signal, last)) {
        run = afterEvent(run, data as RunEvent, name);
        last = id;
        wait = AGAIN_MS;
        show(run);
      }
      if (isOver(run)) break;
    } catch (fault) {
      if (signal.aborted || (fault instanceof ApiProblem && isForGood(fault.status))) return;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, LONGEST_MS);
  }
  if (signal.aborted) return;
  // What was kept of the run, which is nothing where the workflow says so; then what was seen stays.
  const detail = await ended(executionId, signal);
  if (detail && Object.keys(detail.runs ?? {}).length > 0 && !signal.aborted) show(shownRunOf(detail));
}

/** Whether the server will refuse again: not when too many streams are open just now. */
const isForGood = (status: number) => status >= 400 && status < 500 && status !== 429;

/** The execution once it is written as ended: the stream tells the end a moment before. */
async function ended(executionId: string, signal: AbortSignal) {
  for (let look = 1; ; look++) {
    const detail = await fetchExecution(executionId).catch(() => undefined);
    if (!detail || isOver(detail) || look >= LOOKS || signal.aborted) return detail;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
