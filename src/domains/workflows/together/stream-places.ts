import { Injectable } from '@nestjs/common';
import { Problem } from '../../../http/problem.js';

/** Tabs that one person may have open at once. */
const OF_ONE_PERSON = 20;
/** Each holds a connection and some kilobytes. */
const OF_PROCESS = 2_000;
const RETRY_SECONDS = 30;

/** How many streams of workflows are open here, of one person and of all. */
@Injectable()
export class StreamPlaces {
  private readonly taken = new Map<string, number>();
  private all = 0;

  /** Takes a place. @returns gives it back @throws Problem 429 when there is none */
  take(userId: string): () => void {
    const own = this.taken.get(userId) ?? 0;
    if (own >= OF_ONE_PERSON) {
      throw Problem.tooMany(`You follow ${OF_ONE_PERSON} workflows already. Close one of them.`, RETRY_SECONDS);
    }
    if (this.all >= OF_PROCESS) {
      throw Problem.tooMany('So many people follow workflows here that there is no place left.', RETRY_SECONDS);
    }
    this.taken.set(userId, own + 1);
    this.all += 1;
    let given = false;
    return () => {
      if (given) return;
      given = true;
      this.all -= 1;
      const left = (this.taken.get(userId) ?? 1) - 1;
      if (left > 0) this.taken.set(userId, left);
      else this.taken.delete(userId);
    };
  }
}
