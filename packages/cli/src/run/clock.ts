import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@orchestrator/engine';

/** The clock of this machine. Its timers hold no process open: a step's time limit must not outlast the run. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};
