import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, in milliseconds; rejects when the run is cancelled meanwhile. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal });
}
