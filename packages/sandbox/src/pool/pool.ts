import type { SandboxLimits } from '../limits.js';
import { SandboxFault } from '../sandbox-fault.js';
import { CodeProcess, type ProcessJob } from './code-process.js';
import { FairQueue } from './fair-queue.js';
import type { WorkerFiles } from './worker-files.js';

interface Waiting {
  job: ProcessJob;
  resolve(text: string): void;
  reject(error: unknown): void;
}

/** Processes, started when there is work for them, and the fair order in which tenants use them. */
export class Pool {
  private readonly processes = new Set<CodeProcess>();
  private readonly queue = new FairQueue<Waiting>();
  private readonly running = new Map<string, number>();
  private readonly idleSince = new Map<CodeProcess, NodeJS.Timeout>();
  private starting = 0;
  private closed = false;

  constructor(
    private readonly files: () => Promise<WorkerFiles>,
    private readonly limits: SandboxLimits,
  ) {}

  /** Process ids, for measuring. */
  get pids(): number[] {
    return [...this.processes].flatMap((process) => process.pid ?? []);
  }

  /** Runs a job when its tenant's turn comes. Rejects with a `SandboxFault`. */
  run(tenantId: string, job: ProcessJob): Promise<string> {
    if (this.closed) return Promise.reject(new SandboxFault('sandbox.closed', 'The sandbox was closed.'));
    if (this.queue.sizeOf(tenantId) >= this.limits.tenantQueue) {
      return Promise.reject(
        new SandboxFault('sandbox.queue_full', 'Too many scripts of this tenant are waiting to run. Try again later.'),
      );
    }
    return new Promise((resolve, reject) => {
      this.queue.add(tenantId, { job, resolve, reject });
      this.dispatch();
    });
  }

  /** Starts one process ahead of the first job. */
  async warm(): Promise<void> {
    if (this.processes.size === 0 && this.starting === 0) await this.grow();
  }

  async close(): Promise<void> {
    this.closed = true;
    const fault = new SandboxFault('sandbox.closed', 'The sandbox was closed.');
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

  private dispatch(): void {
    for (;;) {
      const free = [...this.processes].find((process) => process.usable);
      if (!free) break;
      const next = this.queue.take((tenantId) => this.mayRun(tenantId));
      if (!next) return;
      void this.work(free, next.tenantId, next.job);
    }
    if (this.queue.size > 0 && this.processes.size + this.starting < this.limits.processes && this.starting === 0) {
      void this.grow();
    }
  }

  /** A tenant that has jobs running leaves the last process to those who have none. */
  private mayRun(tenantId: string): boolean {
    const own = this.running.get(tenantId) ?? 0;
    if (own === 0) return true;
    if (own >= this.limits.tenantConcurrency) return false;
    let busy = 0;
    for (const count of this.running.values()) busy += count;
    return busy < this.limits.processes - 1;
  }

  private async work(process: CodeProcess, tenantId: string, waiting: Waiting): Promise<void> {
    clearTimeout(this.idleSince.get(process));
    this.running.set(tenantId, (this.running.get(tenantId) ?? 0) + 1);
    process.hold(true);
    const { signal } = waiting.job;
    const cancel = () => process.kill(new SandboxFault('sandbox.cancelled', 'The code was stopped.'));
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      if (signal?.aborted) throw new SandboxFault('sandbox.cancelled', 'The code was stopped before it ran.');
      waiting.resolve(await process.run(waiting.job));
    } catch (error) {
      waiting.reject(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
      const left = (this.running.get(tenantId) ?? 1) - 1;
      if (left === 0) this.running.delete(tenantId);
      else this.running.set(tenantId, left);
      this.rest(process);
      this.dispatch();
    }
  }

  private rest(process: CodeProcess): void {
    if (!process.alive || process.busy) return;
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
