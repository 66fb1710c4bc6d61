/**
 * How the host runs a job in a context. Both functions run in the job's own context, so what they answer is as little to
 * be trusted as the job.
 */
export interface Entry {
  /** Starts the job. @returns its answer as JSON text, or a number as `poll` does */
  start(text: string): string | number;
  /** Goes on with the job: its answer, or the milliseconds until there is something to do, or -1 if there never is. */
  poll(): string | number;
}

/** Puts the entry where the host takes it from. The host deletes it before the job's own code runs. */
export function offer(entry: Entry): void {
  Object.defineProperty(globalThis, '__sandbox', { value: entry, configurable: true });
  // V8 adds this property itself when it makes a context of a snapshot, and aborts if the snapshot has it already.
  delete (Error as { stackTraceLimit?: number }).stackTraceLimit;
}
