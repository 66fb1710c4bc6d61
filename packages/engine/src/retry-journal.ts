import type { RunEvent } from './events.js';

/**
 * The journal that a retry of a failed run begins with: all that had happened before the step that failed, whose attempts
 * are forgotten. Driving it runs that step again, then what was still to come. `at` (epoch milliseconds) is the new start,
 * from which the workflow's time limit counts. Take the retried execution's own journal, from its first event.
 */
export function retryJournal(events: readonly RunEvent[], at: number): RunEvent[] {
  let end = events.length;
  while (end > 1 && isOfFailure(events[end - 1]!)) end--;
  return events.slice(0, end).map((event) => (event.t === 'started' ? { ...event, at, mode: 'retry' } : event));
}

function isOfFailure({ t }: RunEvent): boolean {
  return t === 'finished' || t === 'failed' || t === 'tried' || t === 'began' || t === 'doubted' || t === 'answered';
}
