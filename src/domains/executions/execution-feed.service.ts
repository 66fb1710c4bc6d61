import { Injectable } from '@nestjs/common';
import type { RunEvent } from '@orchestrator/engine';
import { Problem } from '../../http/problem.js';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { readJournal } from './journal/journal-reader.js';
import { RunEvents } from './runs/run-events.js';

/** A run that another instance drives is looked at this often; one of our own tells as it goes. */
const POLL_MS = 1_000;

export interface PlacedEvent {
  /** Place in the journal. */
  seq: number;
  event: RunEvent;
}

/**
 * The events of a run: those of its journal, then those that follow, until it ends. Events of this instance come as they
 * happen, before they are committed; after a crash the journal may tell a step otherwise than it was seen.
 */
@Injectable()
export class ExecutionFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly live: RunEvents,
  ) {}

  /** @throws Problem 404, before the first event */
  async open(tenantId: string, id: string, signal: AbortSignal): Promise<AsyncIterable<PlacedEvent>> {
    const first = await this.read(tenantId, id);
    if (!first) throw Problem.notFound('execution', id);
    return this.follow(tenantId, id, first, signal);
  }

  private async *follow(
    tenantId: string,
    id: string,
    first: readonly RunEvent[],
    signal: AbortSignal,
  ): AsyncGenerator<PlacedEvent> {
    let seq = 0;
    let wake: () => void = () => {};
    const heard: PlacedEvent[] = [];
    const stop = this.live.listen(id, (placed) => {
      heard.push(placed);
      wake();
    });
    signal.addEventListener('abort', () => wake(), { once: true });
    try {
      let journal: readonly RunEvent[] | undefined = first;
      while (!signal.aborted) {
        for (const event of (journal ?? []).slice(seq)) {
          yield { seq: seq++, event };
          if (event.t === 'finished') return;
        }
        for (const placed of heard.splice(0)) {
          if (placed.seq !== seq) continue; // told already, or there is a gap, which the journal closes
          yield placed;
          seq++;
          if (placed.event.t === 'finished') return;
        }
        if (heard.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, POLL_MS).unref();
          });
        }
        if (heard.length === 0 || heard[0]?.seq !== seq) journal = await this.read(tenantId, id);
        else journal = undefined;
      }
    } finally {
      stop();
    }
  }

  private read(tenantId: string, id: string): Promise<RunEvent[] | undefined> {
    return this.work.inTenant(tenantId, async (tx) => {
      const [row] = await tx.query('select from executions where id = $1', [id]);
      return row && (await readJournal(tx, id));
    });
  }
}
