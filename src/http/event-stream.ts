import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** How a stream is kept, in milliseconds and bytes. */
export interface StreamPace {
  /** A comment at this interval keeps proxies from cutting a quiet stream. */
  heartbeatMs: number;
  /** How often it is looked whether the reader takes what is written, and may still read. */
  lookMs: number;
  /** A reader that takes nothing for so long is gone, or too slow, and reads again from a new stream. */
  stalledMs: number;
  /** What may wait for a reader, beyond the frame that is being written. */
  mostUnread: number;
}

export const STREAM_PACE: StreamPace = {
  heartbeatMs: 15_000,
  lookMs: 5_000,
  stalledMs: 20_000,
  mostUnread: 256 * 1024,
};
/** An ended stream's last frames are waited for so long, before its connection is cut. */
const LAST_MS = 2_000;

/**
 * An answer that is taken over as a stream of server-sent events. It is over when it is ended, when its reader is gone,
 * takes nothing or may not read any more, and when the server stops.
 */
export class EventStream {
  private readonly raw: ServerResponse;
  private readonly over = new AbortController();
  private readonly timers: NodeJS.Timeout[];
  private stalledSince: number | undefined;

  /**
   * @param stopping of the server
   * @param mayStill whether who reads may still do so; rejects when that can't be said just now
   * @param release called once, when the stream is over
   */
  constructor(
    reply: FastifyReply,
    stopping: AbortSignal,
    private readonly mayStill: () => Promise<boolean>,
    release: () => void,
    private readonly pace: StreamPace,
  ) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.on('drain', () => {
      this.stalledSince = undefined;
    });
    // Whoever is gone in the middle of a write is no fault of ours.
    this.raw.on('error', () => this.over.abort());
    this.raw.once('close', () => this.over.abort());
    this.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      // A stream that the server's stop ended would keep its connection, and with it the stop.
      connection: 'close',
    });
    this.raw.flushHeaders();
    this.timers = [
      setInterval(() => this.write(': still here\n\n'), pace.heartbeatMs),
      setInterval(() => this.look(), pace.lookMs),
    ];
    const close = () => this.close();
    stopping.addEventListener('abort', close, { once: true });
    this.over.signal.addEventListener('abort', () => {
      stopping.removeEventListener('abort', close);
      for (const timer of this.timers) clearInterval(timer);
      release();
    });
    if (stopping.aborted) close();
    else if (this.raw.destroyed) this.over.abort();
  }

  /** Aborts when the stream is over. */
  get signal(): AbortSignal {
    return this.over.signal;
  }

  /**
   * Writes a frame.
   * @returns nothing when there is room for the next one, else what resolves when there is, or the stream is over
   */
  write(frame: string | Uint8Array): Promise<void> | undefined {
    if (this.over.signal.aborted || this.raw.write(frame)) return undefined;
    this.stalledSince ??= Date.now();
    return new Promise((resolve) => {
      const on = () => {
        this.raw.off('drain', on);
        this.over.signal.removeEventListener('abort', on);
        resolve();
      };
      this.raw.on('drain', on);
      this.over.signal.addEventListener('abort', on);
    });
  }

  /** Writes what nobody waits for: a reader that leaves too much of it unread is dropped. */
  tell(frame: string): void {
    if (this.over.signal.aborted) return;
    if (!this.raw.write(frame)) this.stalledSince ??= Date.now();
    if (this.raw.writableLength > this.pace.mostUnread) this.drop();
  }

  /** Ends the stream: what has been written is still sent, to who takes it. */
  close(): void {
    if (this.over.signal.aborted) return;
    this.raw.end();
    const cut = setTimeout(() => this.raw.destroy(), LAST_MS).unref();
    this.raw.once('close', () => clearTimeout(cut));
    this.over.abort();
  }

  /** Cuts the connection: nobody takes what is written. */
  private drop(): void {
    this.raw.destroy();
    this.over.abort();
  }

  private look(): void {
    if (this.stalledSince !== undefined && Date.now() - this.stalledSince > this.pace.stalledMs) {
      this.drop();
      return;
    }
    this.mayStill().then(
      (may) => !may && this.close(),
      () => {}, // The database is away: it is asked again.
    );
  }
}
