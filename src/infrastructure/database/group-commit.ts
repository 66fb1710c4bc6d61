/** How a group commit gathers: whichever bound is met first ends the gathering. */
export interface GroupCommitOptions {
  /** Entries in one flush. */
  maxEntries: number;
  /** Bytes in one flush, by the entries' own estimate. */
  maxBytes: number;
  /** Flushes under way at once, when enough gathers for each. While all are, entries gather, however slow the disk. */
  maxInFlight: number;
  /** Whether it is one entry that the store refuses: each is then flushed by itself, so that it takes no other along. */
  isRefusal?(error: unknown): boolean;
}

/**
 * So many entries are worth a flush, even while more come: whoever is committed goes on and brings the next ones, so that
 * flushing and what is done meanwhile overlap.
 */
const ENOUGH = 16;
/** So many entries are worth a flush beside those that are under way: on a disk that is slow to commit they would only wait. */
const WORTH_ANOTHER = 8;
/** No longer than this is gathered. */
const MAX_GATHER_MS = 2;

interface Pending<T> {
  entry: T;
  bytes: number;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Commits the entries of many callers together. The first entry of a quiet time is flushed at once, and of a
 * busy one with those that come right behind it; those that come while a flush is under way wait for the next. No timer:
 * a flush of a few would make the many behind it wait for two.
 *
 * `flush` gets the entries in the order they were added and answers one outcome for each: `undefined` when it is
 * committed, or the error to reject its caller with. When `flush` itself rejects, nothing of the group may have been
 * committed, and every caller is rejected, unless one entry is to blame.
 */
export class GroupCommit<T> {
  private waiting: Pending<T>[] = [];
  private inFlight = 0;
  private scheduled = false;
  private idle: (() => void)[] = [];

  constructor(
    private readonly flush: (entries: readonly T[]) => Promise<readonly (Error | undefined)[]>,
    private readonly options: GroupCommitOptions,
  ) {}

  /** Entries that are not committed yet, those under way left out. */
  get depth(): number {
    return this.waiting.length;
  }

  /** Resolves once the entry is committed. */
  add(entry: T, bytes: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ entry, bytes, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves when nothing waits and nothing is under way. */
  drained(): Promise<void> {
    if (this.waiting.length === 0 && this.inFlight === 0) return Promise.resolve();
    return new Promise((resolve) => this.idle.push(resolve));
  }

  private get mayFlush(): boolean {
    if (this.inFlight === 0) return this.waiting.length > 0;
    return this.inFlight < this.options.maxInFlight && this.waiting.length >= WORTH_ANOTHER;
  }

  /** Gathers for as long as every turn of the event loop brings more, within bounds. */
  private schedule(): void {
    if (this.scheduled || !this.mayFlush) return;
    this.scheduled = true;
    const end = performance.now() + MAX_GATHER_MS;
    let seen = 0;
    const turn = () => {
      const { length } = this.waiting;
      if (length > seen && length < ENOUGH && performance.now() < end) {
        seen = length;
        setImmediate(turn);
        return;
      }
      this.scheduled = false;
      while (this.mayFlush) void this.flushNext();
    };
    setImmediate(turn);
  }

  private async flushNext(): Promise<void> {
    const group = this.take();
    this.inFlight++;
    try {
      const outcomes = await this.flush(group.map((pending) => pending.entry));
      for (const [i, pending] of group.entries()) {
        const error = outcomes[i];
        if (error) pending.reject(error);
        else pending.resolve();
      }
    } catch (error) {
      if (group.length > 1 && this.options.isRefusal?.(error)) await this.flushEach(group);
      else for (const pending of group) pending.reject(error);
    } finally {
      this.inFlight--;
      if (this.waiting.length > 0) this.schedule();
      else if (this.inFlight === 0) for (const resolve of this.idle.splice(0)) resolve();
    }
  }

  private async flushEach(group: readonly Pending<T>[]): Promise<void> {
    for (const pending of group) {
      try {
        const [error] = await this.flush([pending.entry]);
        if (error) pending.reject(error);
        else pending.resolve();
      } catch (error) {
        pending.reject(error);
      }
    }
  }

  private take(): Pending<T>[] {
    let bytes = 0;
    let count = 0;
    for (const pending of this.waiting) {
      if (count > 0 && (count >= this.options.maxEntries || bytes + pending.bytes > this.options.maxBytes)) break;
      bytes += pending.bytes;
      count++;
    }
    return this.waiting.splice(0, count);
  }
}
