import type { Clock } from './ports.js';

/**
 * Longest time in milliseconds that a drive runs steps without letting the process turn to others: short beside what a
 * person or a health check notices, long beside the cost of a step.
 */
const MAX_TURN_MS = 5;

/** A drive's turn at the event loop. Steps that wait for nothing outside would else never let timers and I/O have theirs. */
export class Turn {
  readonly #clock: Clock;
  readonly #tenantId: string;
  #beganAt: number;
  #next: Promise<void> | undefined;

  constructor(clock: Clock, tenantId: string) {
    this.#clock = clock;
    this.#tenantId = tenantId;
    this.#beganAt = clock.now();
  }

  /** Others have waited long enough. `now` is in epoch milliseconds. */
  isOver(now: number): boolean {
    return now - this.#beganAt > MAX_TURN_MS;
  }

  /** Resolves when it is the tenant's turn again. One turn serves all of the drive who ask meanwhile. */
  next(): Promise<void> {
    this.#next ??= this.#clock.yield(this.#tenantId).then(() => {
      this.#next = undefined;
      this.#beganAt = this.#clock.now();
    });
    return this.#next;
  }
}
