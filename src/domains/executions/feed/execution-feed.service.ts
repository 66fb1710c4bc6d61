import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { decodeEvents, type RunEvent } from '@orchestrator/engine';
import { Problem } from '../../../http/problem.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { unpackChunk } from '../journal/chunk-codec.js';
import { RunEvents } from '../runs/run-events.js';
import { type FeedFrame, feedFrame } from './feed-frame.js';
import { type NewEvents, RunTail } from './run-tail.js';

/** What is read of a journal in one go, beside its first chunk: as stored, which is some tenth of what it unpacks to. */
const SLICE_BYTES = 256 * 1024;
const SLICE_CHUNKS = 64;
/** What is told and not written yet is looked for this often, by who is behind. */
const UNWRITTEN_MS = 500;
/** Milliseconds of making frames after which others have their turn. */
const TURN_MS = 10;

/**
 * The events of a run: those of its journal, slice by slice, then those that follow, until it ends. Events of this
 * instance come as they happen, before they are committed; after a crash the journal may tell a step otherwise than it was
 * seen. However many follow a run, what is new of it is read once.
 */
@Injectable()
export class ExecutionFeed {
  private readonly tails = new Map<string, RunTail>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly live: RunEvents,
  ) {}

  /**
   * @param from place of the first event that is wanted
   * @throws Problem 404, before the first event
   */
  async open(tenantId: string, id: string, from: number, signal: AbortSignal): Promise<AsyncIterable<FeedFrame>> {
    const first = await this.read(tenantId, id, from, true);
    if (!first) throw Problem.notFound('execution', id);
    return this.follow(tenantId, id, from, first, signal);
  }

  private async *follow(
    tenantId: string,
    id: string,
    from: number,
    first: NewEvents,
    signal: AbortSignal,
  ): AsyncGenerator<FeedFrame> {
    let at = from;
    let slice: NewEvents | undefined = first;
    for (; slice && slice.events.length > 0; slice = await this.read(tenantId, id, at, true)) {
      for await (const frame of framesOf(slice, at)) {
        if (signal.aborted) return;
        yield frame;
        at = frame.seq + 1;
        if (frame.isLast) return;
      }
    }
    if (!slice || slice.isOver || signal.aborted) return;
    yield* this.followNew(tenantId, id, at, signal);
  }

  private async *followNew(tenantId: string, id: string, from: number, signal: AbortSignal): AsyncGenerator<FeedFrame> {
    let at = from;
    const tail = this.tails.get(id) ?? this.tailOf(tenantId, id, at);
    const leave = tail.join();
    try {
      while (!signal.aborted) {
        const frame = tail.at(at);
        if (frame) {
          yield frame;
          at++;
          if (frame.isLast) return;
        } else if (at < tail.first) {
          const missed = await this.read(tenantId, id, at, true);
          if (!missed || (missed.isOver && missed.events.length === 0)) return;
          // Told ahead of the journal, and kept no more: it is written in a moment.
          if (missed.events.length === 0) await sleep(UNWRITTEN_MS);
          else {
            for await (const each of framesOf(missed, at)) {
              yield each;
              at = each.seq + 1;
              if (each.isLast) return;
            }
          }
        } else if (tail.isOver) return;
        else await tail.more(signal);
      }
    } finally {
      if (leave()) this.tails.delete(id);
    }
  }

  private tailOf(tenantId: string, id: string, next: number): RunTail {
    const source = {
      read: (seq: number, exact: boolean) => this.read(tenantId, id, seq, exact),
      listen: (heard: (placed: { seq: number; event: RunEvent }) => void) => this.live.listen(id, heard),
    };
    const tail = new RunTail(source, next);
    this.tails.set(id, tail);
    return tail;
  }

  /** A slice of the journal from a place on; `undefined` when there is no such run (any more). */
  private async read(tenantId: string, id: string, from: number, exact: boolean): Promise<NewEvents | undefined> {
    const rows = await this.work.inTenant(
      tenantId,
      (tx): Promise<{ over: boolean; seq: number | null; events: Buffer | null }[]> =>
        tx.query(exact ? FROM_WITHIN : FROM_CHUNK, [id, from, SLICE_CHUNKS, SLICE_BYTES]),
    );
    const [head] = rows;
    if (!head) return undefined;
    const events: RunEvent[] = [];
    let began = performance.now();
    for (const { events: chunk } of rows) {
      if (!chunk) continue;
      if (performance.now() - began > TURN_MS) {
        await nextTurn();
        began = performance.now();
      }
      for (const event of decodeEvents(unpackChunk(chunk))) events.push(event);
    }
    const seq = head.seq ?? from;
    // What lies before the place was written together with what lies behind it.
    const isNew = seq + events.length > from;
    return { seq: isNew ? seq : from, events: isNew ? events : [], isOver: head.over };
  }
}

/** The frames of a slice from a place on, made in turns. */
async function* framesOf({ seq, events }: NewEvents, from: number): AsyncGenerator<FeedFrame> {
  let began = performance.now();
  for (let at = Math.max(from, seq); at < seq + events.length; at++) {
    if (performance.now() - began > TURN_MS) {
      await nextTurn();
      began = performance.now();
    }
    yield feedFrame(at, events[at - seq] as RunEvent);
  }
}

const sliceFrom = (first: string) => `
  select e.finished_at is not null as over, j.seq, j.events
  from executions e left join lateral (
    select seq, events from (
      select seq, events, sum(octet_length(events)) over (order by seq) - octet_length(events) as before from (
        select seq, events from execution_journal
        where execution_id = e.id and seq >= ${first} order by seq limit $3
      ) chunks
    ) counted where before < $4
  ) j on true
  where e.id = $1 order by j.seq`;
const FROM_CHUNK = sliceFrom('$2');
/** The place may be in the middle of a chunk. */
const FROM_WITHIN = sliceFrom(
  'coalesce((select max(seq) from execution_journal where execution_id = e.id and seq <= $2), $2)',
);
