import { Injectable } from '@nestjs/common';
import { Problem } from './problem.js';

/** Callers remembered at once; beyond it the oldest is forgotten, so that made-up names can't fill the memory. */
const CALLERS = 50_000;

interface Window {
  count: number;
  endsAt: number;
}

/** Counts calls of those who are not signed in, in fixed windows, in this process. Signed-in callers are not limited. */
@Injectable()
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  /**
   * Counts one call.
   * @param key who and what, such as `login 127.0.0.1`
   * @throws Problem 429 when it is one too many
   */
  take(key: string, limit: number, windowMs: number): void {
    this.check(key, limit);
    const now = Date.now();
    const open = this.windows.get(key);
    if (open && open.endsAt > now) {
      open.count++;
      return;
    }
    if (this.windows.size >= CALLERS) this.windows.delete(this.windows.keys().next().value as string);
    this.windows.delete(key);
    this.windows.set(key, { count: 1, endsAt: now + windowMs });
  }

  /** Refuses when the limit is reached, without counting. */
  check(key: string, limit: number): void {
    const open = this.windows.get(key);
    const left = open ? open.endsAt - Date.now() : 0;
    if (!open || left <= 0 || open.count < limit) return;
    throw Problem.tooMany('Too many tries. Wait a little and try again.', Math.ceil(left / 1000));
  }

  forget(key: string): void {
    this.windows.delete(key);
  }
}
