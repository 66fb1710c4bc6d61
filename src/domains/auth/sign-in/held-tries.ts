import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../../http/problem.js';

/** Tries that are held at once, of one network and in all: a held one costs a connection and nothing else. */
const OF_ONE = 3;
const IN_ALL = 300;

/** Tries that are let go on after a while. Holding costs a guesser time, and whoever has the right password waits only. */
export class HeldTries {
  private held = 0;
  private readonly byNetwork = new Map<string, number>();

  constructor(private readonly bounds = { ofOne: OF_ONE, inAll: IN_ALL }) {}

  /** @throws Problem 429 or 503 when too many are held already, which says nothing of what is tried */
  async hold(network: string, ms: number): Promise<void> {
    if (ms <= 0) return;
    const seconds = Math.ceil(ms / 1000);
    const mine = this.byNetwork.get(network) ?? 0;
    if (mine >= this.bounds.ofOne)
      throw Problem.tooMany('Too many tries at once. Wait a little and try again.', seconds);
    if (this.held >= this.bounds.inAll) throw Problem.busy('Too many people sign in at once. Try again soon.', seconds);
    this.held++;
    this.byNetwork.set(network, mine + 1);
    try {
      await sleep(ms);
    } finally {
      this.held--;
      const left = (this.byNetwork.get(network) ?? 1) - 1;
      if (left > 0) this.byNetwork.set(network, left);
      else this.byNetwork.delete(network);
    }
  }
}
