import type { RunEvent } from './events.js';

/** Another worker holds the run now: this one must stop and do nothing more for it. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  constructor(executionId: string) {
    super(`Another worker has taken over execution ${executionId}.`);
  }
}

/** One append to the journal of one execution. */
export interface JournalAppend {
  executionId: string;
  /** The number of the lease that the writer holds. An older one than the journal has seen is refused. */
  fence: number;
  /** Place of the first event in the journal, 0 for `started`. Appending the same place twice changes nothing. */
  seq: number;
  events: readonly RunEvent[];
  /**
   * `true`: the answer comes when the events, and all before them, are durable. `false`: the writer takes them along with
   * whatever it commits next, soon, and the order is kept; the answer means only that they were taken.
   */
  commit: boolean;
}

/** Where events go. Rejects with `LeaseLostError` when the fence is old. */
export interface Journal {
  append(append: JournalAppend): Promise<void> | undefined;
}
