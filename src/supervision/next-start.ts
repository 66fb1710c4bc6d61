import { EXIT } from './exit-codes.js';

/** How a process ended: by itself, or by a signal. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Milliseconds that it ran for. */
  ranMs: number;
}

/** How long the supervisor waits before it starts the server again, in milliseconds. */
export interface Pace {
  first: number;
  /** Each crash in a row doubles the wait, up to this. */
  most: number;
  /** Who ran for so long has recovered: the next crash is the first again. */
  recovered: number;
}

export const PACE: Pace = { first: 1_000, most: 60_000, recovered: 5 * 60_000 };

/** What the supervisor does next: ends as well, or starts the server again. */
export type NextStep = { exit: number } | { waitMs: number; crashes: number };

/**
 * Decides about a server that has ended although nobody asked it to.
 * @param crashes how often it has ended so before, in a row
 * @param random from 0 to 1: servers that crashed together do not come back together
 */
export function nextStep(ended: Ended, crashes: number, random: number, pace: Pace = PACE): NextStep {
  const { code, signal, ranMs } = ended;
  if (signal === null && (code === EXIT.stopped || code === EXIT.settings)) return { exit: code };
  // What never ran is told at once to whoever starts it; what did comes back as soon as it can.
  if (code === EXIT.notStarted && crashes === 0) return { exit: code };
  const before = ranMs >= pace.recovered ? 0 : crashes;
  const longest = Math.min(pace.most, pace.first * 2 ** before);
  return { waitMs: Math.round(longest * (0.5 + random / 2)), crashes: before + 1 };
}
