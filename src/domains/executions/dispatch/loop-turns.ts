/**
 * Milliseconds that runs which have had their turn may take of one round of the event loop: what has come in meanwhile is
 * looked at then, however many runs have much to do.
 */
const ROUND_MS = 5;

/**
 * Turns at the event loop for runs that have much to do. `setImmediate` alone lets all of them go on in one round, so that
 * fifty runs make everybody else wait for fifty turns; here a round ends after a while, and who is left comes first in
 * the next.
 */
export class LoopTurns {
  private readonly queue: (() => void)[] = [];
  /** When the first turn of this round began; 0 before it. */
  private roundBeganAt = 0;

  /** Resolves when it is the caller's turn to go on. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.queue.push(resolve);
      setImmediate(this.go);
    });
  }

  private readonly go = (): void => {
    const now = performance.now();
    if (this.roundBeganAt === 0) {
      this.roundBeganAt = now;
      setImmediate(this.newRound); // ahead of all that is put off to the next round
    }
    if (now - this.roundBeganAt > ROUND_MS) setImmediate(this.go);
    else this.queue.shift()?.();
  };

  private readonly newRound = (): void => {
    this.roundBeganAt = 0;
  };
}
