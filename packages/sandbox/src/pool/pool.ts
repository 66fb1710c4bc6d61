import type { SandboxLimits } from '../limits.js';
import { FIRST_SLICE_MS } from '../limits.js';
import { SandboxFault } from '../sandbox-fault.js';
import { CodeProcess, type ProcessJob } from './code-process.js';
import { FairQueue } from './fair-queue.js';
import { Shares } from './shares.js';
import { TenantUsage } from './tenant-usage.js';
import type { WorkerFiles } from './worker-files.js';

interface PoolJob extends ProcessJob {
  readonly tenantId: string;
  /** It has run longer than its first slice. */
  long: boolean;
  readonly signal: AbortSignal | undefined;
  resolve(text: string): void;
  reject(error: unknown): void;
}
/** A job in a process. */
interface Work {
  readonly job: PoolJob;
  readonly process: CodeProcess;
  /** It has had its first slice, and there was no place for another long job. */
  overdue: boolean;
  /** It was stopped to make room, and will begin again. */
  putBack: boolean;
}

/**
 * Processes, started when there is work for them, and the fair order in which tenants use them.
 *
 * A job that outlasts its first slice takes one of the few places of long jobs. Is none free, and somebody waits who has
 * a right to run, it is stopped and begins again when its place comes. (That does no harm: a script can do nothing
 * outside its context until it answers.) So whoever waits with a short job waits for a slice, not for a time limit.
 */
export class Pool {
  private readonly processes = new Set<CodeProcess>();
  private readonly queue = new FairQueue<PoolJob>();
  private readonly shares: Shares;
  private readonly usage = new TenantUsage();
  private readonly works = new Set<Work>();
  private readonly idleSince = new Map<CodeProcess, NodeJS.Timeout>();
  private starting = 0;
  private closed = false;

  constructor(
    private readonly files: () => Promise<WorkerFiles>,
    private readonly limits: SandboxLimits,
  ) {
    this.shares = new Shares(limits);
  }

  /** Process ids, for measuring. */
  get pids(): number[] {
    return [...this.processes].flatMap((process) => process.pid ?? []);
  }

  /** Runs a job when its tenant's turn comes. Rejects with a `SandboxFault`. */
  run(tenantId: string, { signal, ...job }: ProcessJob & { signal?: AbortSignal }): Promise<string> {
    if (this.closed) return Promise.reject(closed());
    if (signal?.aborted) return Promise.reject(cancelled());
    if (this.queue.sizeOf(tenantId) >= this.limits.tenantQueue) {
      return Promise.reject(
        new SandboxFault('sandbox.queue_full', 'Too many scripts of this tenant are waiting to run. Try again later.'),
      );
    }
    return new Promise((resolve, reject) => {
      const waiting: PoolJob = { ...job, tenantId, signal, long: false, resolve, reject };
      if (signal) this.watch(waiting, signal);
      this.queue.add(waiting);
      this.dispatch();
    });
  }

  /** Starts one process ahead of the first job. */
  async warm(): Promise<void> {
    if (this.processes.size === 0 && this.starting === 0) await this.grow();
  }

  async close(): Promise<void> {
    this.closed = true;
    const fault = closed();
    for (const waiting of this.queue.drain()) waiting.reject(fault);
    for (const timer of this.idleSince.values()) clearTimeout(timer);
    const all = [...this.processes];
    for (const process of all) {
      // An idle process does not keep the host alive; its end is waited for here.
      process.hold(true);
      process.kill(fault);
    }
    await Promise.allSettled(all.map((process) => process.exited));
  }

  /** Ends a job when its signal fires, wherever it is. */
  private watch(job: PoolJob, signal: AbortSignal): void {
    const stop = () => {
      if (this.queue.remove(job)) job.reject(cancelled());
      for (const work of this.works) if (work.job === job) work.process.kill(cancelled());
    };
    signal.addEventListener('abort', stop, { once: true });
    const { resolve, reject } = job;
    job.resolve = (text) => {
      signal.removeEventListener('abort', stop);
      resolve(text);
    };
    job.reject = (error) => {
      signal.removeEventListener('abort', stop);
      reject(error);
    };
  }

  private dispatch(): void {
    for (;;) {
      const free = [...this.processes].find((process) => process.usable);
      if (!free) break;
      const job = this.queue.take(
        (line) => this.shares.mayRun(line),
        (tenantId) => this.usage.of(tenantId),
      );
      if (!job) break;
      void this.work(free, job);
    }
    for (const work of this.works) if (work.overdue && this.shares.mayBeLong(work.job.tenantId)) this.becomeLong(work);
    if (!this.queue.some((line) => this.shares.mayRun(line)) || this.starting > 0) return;
    if (this.processes.size < this.limits.processes) void this.grow();
    else this.makeRoom();
  }

  private async work(process: CodeProcess, job: PoolJob): Promise<void> {
    clearTimeout(this.idleSince.get(process));
    this.shares.begin(job);
    process.hold(true);
    const work: Work = { job, process, overdue: false, putBack: false };
    this.works.add(work);
    const slice = job.long ? undefined : setTimeout(() => this.outlasted(work), FIRST_SLICE_MS);
    const began = performance.now();
    let again = false;
    try {
      job.resolve(await process.run(job));
    } catch (error) {
      again = isPutBack(error) && !this.closed && !job.signal?.aborted;
      if (!again) job.reject(job.signal?.aborted ? cancelled() : this.closed ? closed() : error);
    } finally {
      clearTimeout(slice);
      this.works.delete(work);
      this.shares.end(job);
      this.usage.add(job.tenantId, performance.now() - began);
      if (again) {
        job.long = true;
        this.queue.add(job);
      }
      this.rest(process);
      this.dispatch();
    }
  }

  private outlasted(work: Work): void {
    work.overdue = true;
    this.dispatch();
  }

  private becomeLong(work: Work): void {
    work.overdue = false;
    work.job.long = true;
    this.shares.becomeLong(work.job.tenantId);
  }

  /** Stops an overdue job; the process that takes the place of its own serves who waits. */
  private makeRoom(): void {
    if ([...this.works].some((work) => work.putBack)) return;
    const work = [...this.works].find((each) => each.overdue);
    if (!work) return;
    work.putBack = true;
    work.process.kill(new SandboxFault('sandbox.put_back', 'The code was stopped to make room.'));
  }

  private rest(process: CodeProcess): void {
    if (!process.alive || process.busy) return;
    if (process.swollen) {
      process.kill();
      return;
    }
    process.hold(false);
    const timer = setTimeout(() => {
      if (!process.busy) process.kill();
    }, this.limits.idleMs);
    timer.unref();
    this.idleSince.set(process, timer);
  }

  private async grow(): Promise<void> {
    this.starting++;
    try {
      const files = await this.files();
      if (this.closed) return;
      const process: CodeProcess = new CodeProcess(files, this.limits, () => {
        clearTimeout(this.idleSince.get(process));
        this.idleSince.delete(process);
        this.processes.delete(process);
        if (!this.closed) this.dispatch();
      });
      await process.ready;
      this.processes.add(process);
      this.rest(process);
    } catch (error) {
      // Nothing can run: say so to those who wait, rather than start processes for ever.
      if (this.processes.size === 0) for (const waiting of this.queue.drain()) waiting.reject(error);
    } finally {
      this.starting--;
      this.dispatch();
    }
  }
}

function closed(): SandboxFault {
  return new SandboxFault('sandbox.closed', 'The sandbox was closed.');
}
function cancelled(): SandboxFault {
  return new SandboxFault('sandbox.cancelled', 'The code was stopped.');
}
function isPutBack(error: unknown): boolean {
  return error instanceof SandboxFault && error.code === 'sandbox.put_back';
}
