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
  /** It has outlasted its first slice. */
  long: boolean;
  readonly signal: AbortSignal | undefined;
  resolve(text: string): void;
  reject(error: unknown): void;
}
/**
 * Processes, started when there is work for them, and the fair order in which tenants use them.
 *
 * A few jobs at a time may use their whole time limit. The others are stopped after a first slice, and begin again when
 * one of those places is theirs. (That does no harm: a script can do nothing outside its context until it answers.) So
 * whoever waits with a short job waits for a slice, not for a time limit.
 */
export class Pool {
  private readonly processes = new Set<CodeProcess>();
  private readonly queue = new FairQueue<PoolJob>();
  private readonly shares: Shares;
  private readonly usage = new TenantUsage();
  private readonly running = new Map<PoolJob, CodeProcess>();
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
      this.running.get(job)?.kill(cancelled());
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
    const full = this.processes.size >= this.limits.processes || this.starting > 0;
    if (!full && this.queue.some((line) => this.shares.mayRun(line))) void this.grow();
  }

  private async work(process: CodeProcess, job: PoolJob): Promise<void> {
    clearTimeout(this.idleSince.get(process));
    const place = { tenantId: job.tenantId, long: this.shares.mayBeLong(job.tenantId) };
    const sliced = !place.long && job.milliseconds > FIRST_SLICE_MS;
    this.shares.begin(place);
    this.running.set(job, process);
    process.hold(true);
    const began = performance.now();
    try {
      job.resolve(await process.run(sliced ? { ...job, milliseconds: FIRST_SLICE_MS } : job));
    } catch (error) {
      if (job.signal?.aborted) job.reject(cancelled());
      else if (this.closed) job.reject(closed());
      else if (sliced && isTimeout(error)) {
        job.long = true;
        this.queue.add(job);
      } else job.reject(error);
    } finally {
      this.running.delete(job);
      this.shares.end(place);
      this.usage.add(job.tenantId, performance.now() - began);
      this.rest(process);
      this.dispatch();
    }
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
function isTimeout(error: unknown): boolean {
  return error instanceof SandboxFault && error.code === 'sandbox.timeout';
}
