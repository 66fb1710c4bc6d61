import { Injectable } from '@nestjs/common';
import { Attempts, type Counted, type Pace, waitAfter } from './attempts.js';

/** Keys remembered at once; beyond it the oldest is forgotten, so that made-up names can't fill the memory. */
const KEYS = 50_000;

interface Entry {
  count: number;
  lastAt: number;
  endsAt: number;
}

/** Counts tries in this process. */
@Injectable()
export class LocalAttempts extends Attempts {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  async count(key: string, windowMs: number): Promise<Counted> {
    const open = this.open(key);
    const now = this.now();
    const entry = open ?? this.add(key, { count: 0, lastAt: now, endsAt: now + windowMs });
    entry.count++;
    return { count: entry.count, endsInMs: entry.endsAt - now };
  }

  async take(key: string, pace: Pace): Promise<number> {
    const now = this.now();
    const open = this.open(key);
    if (open) {
      const early = open.lastAt + waitAfter(open.count, pace) - now;
      if (early > 0) return early;
    }
    const entry = open ?? this.add(key, { count: 0, lastAt: now, endsAt: 0 });
    entry.count++;
    entry.lastAt = now;
    entry.endsAt = now + pace.rememberedMs;
    return 0;
  }

  async giveBack(key: string): Promise<void> {
    const open = this.open(key);
    if (!open) return;
    open.count--;
    if (open.count <= 0) this.entries.delete(key);
  }

  async forget(key: string): Promise<void> {
    this.entries.delete(key);
  }

  private open(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    return entry && entry.endsAt > this.now() ? entry : undefined;
  }

  private add(key: string, entry: Entry): Entry {
    this.entries.delete(key); // one that has ended makes room for the new one at the end of the line
    if (this.entries.size >= KEYS) this.entries.delete(this.entries.keys().next().value as string);
    this.entries.set(key, entry);
    return entry;
  }
}
