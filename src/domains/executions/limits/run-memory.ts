import { RunStopped } from '@orchestrator/engine';
import { Problem } from '../../../http/problem.js';
import { IdTable } from '../runs/id-table.js';

export interface RunMemoryOptions {
  /** Estimated bytes of items that all runs of this process may hold. */
  runs: number;
  /** Estimated bytes of items that calls may hold which wait for their turn. */
  calls: number;
}

/**
 * What runs that have been told to end may hold beside the others, as a part of what these may: they keep their items
 * until they are written. Above it, runs of the tenant that holds most may not grow.
 */
const ENDING_PART = 1 / 2;
/** Part of the room for waiting calls that one tenant may take: two who flood leave room for the others. */
const TENANT_PART = 1 / 4;
/** Seconds after which a caller may try again. */
const RETRY_AFTER_SECONDS = 1;
const MIB = 1024 * 1024;

interface HeldRun {
  id: string;
  tenantId: string;
  bytes: number;
  /** It has been told to end. */
  ending: boolean;
  stop: (reason: RunStopped) => void;
}

/**
 * The memory that the items of runs take up in this process, by estimate, and its bound. When it is reached, the largest
 * run of the tenant that holds most has to end: others go on, and the process stays up.
 */
export class RunMemory {
  private readonly runs = new IdTable<HeldRun>();
  private readonly ofTenants = new Map<string, number>();
  private readonly endingOf = new Map<string, number>();
  private readonly ofCalls = new Map<string, number>();
  private total = 0;
  private ending = 0;
  private calls = 0;

  constructor(private readonly options: RunMemoryOptions) {}

  /** Estimated bytes of all runs that have not been told to end. */
  get held(): number {
    return this.total;
  }

  /** @param stop ends the run; called at most once */
  open(id: string, tenantId: string, stop: HeldRun['stop']): void {
    this.runs.set(id, { id, tenantId, bytes: 0, ending: false, stop });
  }

  /** A run holds so many bytes now. A run that has been told to end does not count any more. */
  holds(id: string, bytes: number): void {
    const run = this.runs.get(id);
    if (!run || run.ending || run.bytes === bytes) return;
    this.change(run, bytes);
    while (this.total > this.options.runs) {
      const largest = this.largest();
      if (!largest) break;
      this.end(largest);
    }
    const all = this.total + this.ending;
    if (!run.ending && all > this.options.runs * (1 + ENDING_PART) && this.holdsMost(run.tenantId)) this.end(run);
  }

  close(id: string): void {
    const run = this.runs.get(id);
    if (!run) return;
    if (run.ending) this.changeEnding(run.tenantId, -run.bytes);
    else this.change(run, 0);
    this.runs.delete(id);
  }

  /**
   * A call waits, with items of so many bytes.
   * @returns to be called once when it waits no longer
   * @throws Problem 429 when the tenant's calls hold too much, 503 when all calls together do
   */
  holdCall(tenantId: string, bytes: number): () => void {
    const own = (this.ofCalls.get(tenantId) ?? 0) + bytes;
    if (own > this.options.calls * TENANT_PART && own > bytes) {
      throw Problem.tooMany(
        'Calls of this tenant that wait for their turn hold too much data already. Try again in a moment.',
        RETRY_AFTER_SECONDS,
      );
    }
    if (this.calls + bytes > this.options.calls) {
      throw new Problem(503, 'server.busy', 'The server holds as many calls as it can. Try again in a moment.', {
        retryAfter: RETRY_AFTER_SECONDS,
      });
    }
    this.ofCalls.set(tenantId, own);
    this.calls += bytes;
    return () => {
      this.calls -= bytes;
      const left = (this.ofCalls.get(tenantId) ?? 0) - bytes;
      if (left > 0) this.ofCalls.set(tenantId, left);
      else this.ofCalls.delete(tenantId);
    };
  }

  private change(run: HeldRun, bytes: number): void {
    const more = bytes - run.bytes;
    run.bytes = bytes;
    this.total += more;
    const sum = (this.ofTenants.get(run.tenantId) ?? 0) + more;
    if (sum > 0) this.ofTenants.set(run.tenantId, sum);
    else this.ofTenants.delete(run.tenantId);
  }

  private end(run: HeldRun): void {
    const { bytes } = run;
    this.change(run, 0);
    run.bytes = bytes;
    run.ending = true;
    this.changeEnding(run.tenantId, bytes);
    run.stop(this.reason(bytes));
  }

  private changeEnding(tenantId: string, more: number): void {
    this.ending += more;
    const sum = (this.endingOf.get(tenantId) ?? 0) + more;
    if (sum > 0) this.endingOf.set(tenantId, sum);
    else this.endingOf.delete(tenantId);
  }

  private holdsMost(tenantId: string): boolean {
    const all = (id: string) => (this.ofTenants.get(id) ?? 0) + (this.endingOf.get(id) ?? 0);
    const own = all(tenantId);
    return [...this.ofTenants.keys(), ...this.endingOf.keys()].every((id) => all(id) <= own);
  }

  /** The largest run of the tenant whose runs hold most. */
  private largest(): HeldRun | undefined {
    let most: string | undefined;
    for (const [tenantId, bytes] of this.ofTenants) {
      if (most === undefined || bytes > (this.ofTenants.get(most) ?? 0)) most = tenantId;
    }
    let largest: HeldRun | undefined;
    for (const run of this.runs.values()) {
      if (run.tenantId === most && !run.ending && run.bytes > (largest?.bytes ?? 0)) largest = run;
    }
    return largest;
  }

  private reason(bytes: number): RunStopped {
    const mib = Math.round(bytes / MIB);
    return new RunStopped({
      code: 'run.memoryFull',
      message: `The server's memory for the items of runs is full, and this run held most of it (${mib} MB) among the runs of the tenant that holds most. Work in smaller batches, run fewer at once, or keep files as binary data.`,
    });
  }
}
