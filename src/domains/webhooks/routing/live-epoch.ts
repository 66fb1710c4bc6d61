import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../infrastructure/database/database.js';

/** Reads begin at most this often: calls in between share the next one. Bounds what certainty costs a busy server. */
const MIN_INTERVAL_MS = 1;

/**
 * Tells which addresses are in force: a number that every change of an address moves on in its own transaction. Each
 * caller gets a number that was read after it asked, so what is cached under that number was true when the call came
 * in, whichever instance changed it. Callers that ask at the same time share one read.
 */
@Injectable()
export class LiveEpoch {
  private next: Promise<string> | undefined;
  private lastRead = 0;
  private running: Promise<unknown> = Promise.resolve();

  constructor(private readonly database: Database) {}

  current(): Promise<string> {
    this.next ??= this.read();
    return this.next;
  }

  private async read(): Promise<string> {
    await this.running.catch(() => {});
    const early = this.lastRead + MIN_INTERVAL_MS - performance.now();
    if (early > 0) await sleep(early);
    // From here on the read is under way: who asks now gets the one after it.
    this.next = undefined;
    this.lastRead = performance.now();
    const read = this.database.engine.query<{ epoch: string }[]>('select epoch::text from live_epoch');
    this.running = read;
    return (await read)[0]?.epoch ?? '';
  }
}
