/** How tries under one key are slowed: some go at once, each further one waits twice as long as the one before. */
export interface Pace {
  /** Tries that go at once. */
  free: number;
  /** What the first try beyond them waits, in milliseconds since the last one that counted. */
  firstWaitMs: number;
  /** What no try waits longer than. */
  longestWaitMs: number;
  /** All is forgotten so long after the last try that counted. */
  rememberedMs: number;
}

/** How often a window was met, this time included. */
export interface Counted {
  count: number;
  /** Milliseconds until the window ends. */
  endsInMs: number;
}

/**
 * Port: counts tries of callers by keys such as `login ada@example.com 192.0.2.1`. Each call is one atomic step, so
 * that a try is counted before its outcome is known and tries at once don't pass together; what turns out to be no
 * failure is given back. Adapters: this process alone (`LocalAttempts`); one that processes share fits as well.
 */
export abstract class Attempts {
  /** Counts one in a window that begins with its first. */
  abstract count(key: string, windowMs: number): Promise<Counted>;

  /** Counts a try at a pace: 0, or the milliseconds for which it comes too early; it is not counted then. */
  abstract take(key: string, pace: Pace): Promise<number>;

  /** Counts one less, as what was counted was no failure. */
  abstract giveBack(key: string): Promise<void>;

  abstract forget(key: string): Promise<void>;
}

/** What the try waits that comes after `counted` others. */
export function waitAfter(counted: number, pace: Pick<Pace, 'free' | 'firstWaitMs' | 'longestWaitMs'>): number {
  const over = counted - pace.free;
  return over < 0 ? 0 : Math.min(pace.firstWaitMs * 2 ** Math.min(over, 30), pace.longestWaitMs);
}
