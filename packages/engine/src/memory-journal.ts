import type { RunEvent } from './events.js';
import { type Journal, type JournalAppend, LeaseLostError } from './journal.js';

/** A journal in memory, for the command line and for tests. Keeps to the contract of `Journal`, fences included. */
export class MemoryJournal implements Journal {
  readonly #runs = new Map<string, { fence: number; events: RunEvent[] }>();

  append({ executionId, fence, seq, events }: JournalAppend): Promise<void> | undefined {
    let run = this.#runs.get(executionId);
    if (!run) {
      run = { fence, events: [] };
      this.#runs.set(executionId, run);
    }
    if (fence < run.fence) return Promise.reject(new LeaseLostError(executionId));
    run.fence = fence;
    run.events.push(...events.slice(Math.max(0, run.events.length - seq)));
    return undefined;
  }

  /** Takes the lease: appends with an older fence are refused from now on. */
  takeLease(executionId: string, fence: number): void {
    const run = this.#runs.get(executionId);
    if (run) run.fence = Math.max(run.fence, fence);
    else this.#runs.set(executionId, { fence, events: [] });
  }

  /** All events of an execution, in order. */
  read(executionId: string): readonly RunEvent[] {
    return this.#runs.get(executionId)?.events ?? [];
  }

  /** Lets go of a run that nobody asks for any more. */
  forget(executionId: string): void {
    this.#runs.delete(executionId);
  }
}
