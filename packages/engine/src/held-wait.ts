import type { Clock } from './ports.js';

/** Sleeps for `ms`, or until one of the signals aborts. Says whether the time has passed. */
export async function sleepUnless(
  clock: Clock,
  ms: number,
  signals: readonly (AbortSignal | undefined)[],
): Promise<boolean> {
  if (signals.some((signal) => signal?.aborted)) return false;
  if (ms <= 0) return true;
  // `AbortSignal.any` would do, but a signal that outlives thousands of runs keeps every composite it ever fed.
  const stop = new AbortController();
  const wake = () => stop.abort();
  for (const signal of signals) signal?.addEventListener('abort', wake, { once: true });
  try {
    await clock.sleep(ms, stop.signal);
    return true;
  } catch (error) {
    if (stop.signal.aborted) return false;
    throw error;
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', wake);
  }
}
