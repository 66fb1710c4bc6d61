import { apply, newRun, type Plan, type RunEvent, type RunState } from '@orchestrator/engine';
import type { ItemError } from '@orchestrator/workflow';
import type { ExecutionStatus } from '../journal/journal-entry.js';

/** What the row of an execution says of its end. */
export interface EndedRow {
  status: ExecutionStatus;
  finishedAt: Date | null;
  error: ItemError | null;
}

/**
 * How a run stands. One that has ended is shown as far as its journal can be folded, and ended as its row says: a run whose
 * journal can't be read to its end is ended in its row alone.
 * @throws JournalOrderError when the journal of a run that has not ended can't be folded
 */
export function stateOf(plan: Plan, { status, finishedAt, error }: EndedRow, journal: readonly RunEvent[]): RunState {
  const state = newRun(plan);
  try {
    for (const event of journal) apply(state, event);
  } catch (fault) {
    if (finishedAt === null) throw fault;
  }
  if (finishedAt === null || state.finishedAt !== undefined) return state;
  state.status = status;
  state.finishedAt = finishedAt.getTime();
  state.error = error ?? undefined;
  return state;
}
