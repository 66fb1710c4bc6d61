import { Injectable } from '@nestjs/common';
import { type Journal, type JournalAppend, type RunState, textOfEvents, textSteps } from '@orchestrator/engine';
import { MainThread } from '../../../infrastructure/fairness/main-thread.js';
import { IdTable } from '../runs/id-table.js';
import { packChunk, packLongChunk } from './chunk-codec.js';
import { HeavyWrites } from './heavy-writes.js';
import type { StatusChange, Telling } from './journal-entry.js';
import { JournalWriter } from './journal-writer.js';
import { OpenRun, type RunIdentity } from './open-run.js';

/** How long a worker's word is good that it runs an execution; it is renewed three times in that time. */
export const LEASE_MS = 30_000;

/** From so many bytes of items on, by estimate, a write keeps the process busy for longer than others should wait. */
const HEAVY_BYTES = 1024 * 1024;

/**
 * The engine's journal on the database, for the runs that this process holds. Events that need not be durable yet are
 * kept until the next that must be, so a run of pure steps is written once, at its end.
 */
@Injectable()
export class ExecutionJournal implements Journal {
  private readonly runs = new IdTable<OpenRun>();
  private readonly heavy = new HeavyWrites();

  constructor(
    private readonly writer: JournalWriter,
    private readonly turns: MainThread,
  ) {}

  /**
   * Takes a run on. Its events may be appended from now until `close`.
   * @param fence number of the lease held
   * @param written events that are in the database already
   * @param state of the run, which its drive changes in place
   */
  open(identity: RunIdentity, fence: number, written: number, state?: RunState): void {
    this.runs.set(identity.id, new OpenRun(identity, fence, written, state));
  }

  /** Lets go of a run; what was not committed of it is gone. */
  close(executionId: string): void {
    this.runs.delete(executionId);
  }

  /** The runs that this process holds, with the numbers of their leases. */
  held(): { id: string; fence: number }[] {
    return this.runs.values().map((run) => ({ id: run.identity.id, fence: run.fence }));
  }

  append(append: JournalAppend): Promise<void> | undefined {
    const run = this.runs.get(append.executionId);
    if (!run) return Promise.reject(new Error(`execution ${append.executionId} is not held by this process`));
    run.take(append);
    if (!append.commit || !run.hasBuffered) return undefined;
    if (run.unwrittenBytes < HEAVY_BYTES) return this.write(run);
    return this.heavy.write(run.identity.tenantId, () => this.writeInTurns(run));
  }

  private write(run: OpenRun): Promise<void> | undefined {
    const taken = run.takeBuffered();
    const text = textOfEvents(taken.events);
    const entry = run.entryOf(taken, text, () => packChunk(text), Date.now() + LEASE_MS);
    return entry && this.writer.write(entry);
  }

  /** Much is made into text in turns at the main thread, and packed off it. */
  private async writeInTurns(run: OpenRun): Promise<void> {
    const taken = run.takeBuffered();
    const text = await this.turns.inTurns(run.identity.tenantId, textSteps(taken.events));
    const chunk = await packLongChunk(text);
    const entry = run.entryOf(taken, text, () => chunk, Date.now() + LEASE_MS);
    if (entry) await this.writer.write(entry);
  }

  /** Takes the lease back from a run that waits, so that whoever it wakes for may take it on. */
  letGo(executionId: string, change: StatusChange, tell?: readonly Telling[]): Promise<void> {
    const run = this.runs.get(executionId);
    if (!run) return Promise.reject(new Error(`execution ${executionId} is not held by this process`));
    return this.writer.write(run.statusEntry(change, tell));
  }
}
