import type { RunEvent } from '@orchestrator/engine';
import { type FeedFrame, feedFrame } from './feed-frame.js';

/** A run that another instance drives is looked at this often; one of our own tells as it goes. */
const POLL_MS = 1_000;
/** What a run had told before anybody listened is looked for in the journal, no sooner than it may be there. */
const GAP_MS = 250;
/** What is kept for those who are a little behind; who is further behind reads the journal. */
const KEPT_BYTES = 1024 * 1024;

/** What of a journal is new. */
export interface NewEvents {
  /** Place of the first event. */
  seq: number;
  events: readonly RunEvent[];
  /** The run has ended, and nothing of its journal follows. */
  isOver: boolean;
}

/** Where a tail reads. */
interface TailSource {
  /** @param exact begin in the middle of what was written together, if need be */
  read(seq: number, exact: boolean): Promise<NewEvents | undefined>;
  /** Tells events of this process as they happen. @returns stops */
  listen(heard: (placed: { seq: number; event: RunEvent }) => void): () => void;
}

/**
 * What is new in one run, read once for all who follow it in this process: from where the journal was read to, on. It
 * reads while somebody listens.
 */
export class RunTail {
  private frames: FeedFrame[] = [];
  private bytes = 0;
  private readonly waiting = new Set<() => void>();
  private followers = 0;
  private stop: (() => void) | undefined;
  private timer: NodeJS.Timeout | undefined;
  private soon: NodeJS.Timeout | undefined;
  private reading = false;
  private gap = false;
  /** The run has ended, and all of it has been told. */
  isOver = false;

  /** @param next place of the first event that is not read yet */
  constructor(
    private readonly source: TailSource,
    private next: number,
  ) {}

  /** Place of the first event that is kept. */
  get first(): number {
    return this.next - this.frames.length;
  }

  at(seq: number): FeedFrame | undefined {
    return this.frames[seq - this.first];
  }

  /** @returns leaves again; whether nobody is left */
  join(): () => boolean {
    this.followers++;
    if (this.followers === 1) {
      this.stop = this.source.listen(({ seq, event }) => this.heard(seq, event));
      this.timer = setInterval(() => void this.read(), POLL_MS);
      void this.read();
    }
    return () => {
      this.followers--;
      if (this.followers > 0) return false;
      this.stop?.();
      clearInterval(this.timer);
      clearTimeout(this.soon);
      return true;
    };
  }

  /** Resolves when there is more, or the signal aborts. */
  more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  private heard(seq: number, event: RunEvent): void {
    if (seq === this.next) {
      this.add(feedFrame(seq, event));
      this.wake();
    } else if (seq > this.next) {
      this.gap = true;
      this.soon ??= setTimeout(() => {
        this.soon = undefined;
        void this.read();
      }, GAP_MS);
    }
  }

  private async read(): Promise<void> {
    if (this.reading || this.isOver) return;
    this.reading = true;
    try {
      for (let again = true; again && this.followers > 0; ) {
        const exact = this.gap;
        this.gap = false;
        again = this.take(await this.source.read(this.next, exact), exact);
      }
    } catch {
      // The database is away: it is asked again.
    } finally {
      this.reading = false;
    }
  }

  /** @returns whether there may be more to read at once */
  private take(found: NewEvents | undefined, exact: boolean): boolean {
    if (!found) {
      this.isOver = true;
      this.wake();
      return false;
    }
    const { seq, events, isOver } = found;
    if (seq > this.next) {
      // What was told ahead of the journal ended in the middle of what has been written since.
      this.gap = !exact;
      return !exact;
    }
    const before = this.next;
    for (const [i, event] of events.entries()) if (seq + i === this.next) this.add(feedFrame(seq + i, event));
    if (isOver && !this.isOver) {
      if (!exact && events.length === 0) {
        this.gap = true;
        return true;
      }
      this.isOver = this.next === before;
    }
    if (this.next > before || this.isOver) this.wake();
    return this.next > before;
  }

  private add(frame: FeedFrame): void {
    this.frames.push(frame);
    this.next++;
    this.bytes += frame.bytes.length;
    let gone = 0;
    while (this.bytes > KEPT_BYTES && gone < this.frames.length - 1) {
      this.bytes -= (this.frames[gone] as FeedFrame).bytes.length;
      gone++;
    }
    if (gone > 0) this.frames = this.frames.slice(gone);
    if (frame.isLast) this.isOver = true;
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }
}
