import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FairQueue, type Queued, TenantUsage } from '@orchestrator/sandbox';
import { Piscina } from 'piscina';
import { WorkerFault } from './worker-fault.js';
import type { WorkerTask } from './worker-task.js';

export interface WorkerLimits {
  /** Threads at once. They start when there is work, and end when there is none. */
  threads: number;
  /** Milliseconds that one task may take, the start of its thread included. */
  taskMs: number;
  /** Tasks of one owner that wait. */
  ownerQueue: number;
  /** Tasks of all owners that wait. What waits holds its input in memory. */
  queue: number;
  /**
   * MiB of heap of one thread; one that needs more dies, and its task fails. A net below the bounds of each task and no
   * more: what takes 16 MiB at once above it ends the process.
   */
  heapMib: number;
  /** Milliseconds after which a thread without work ends. */
  idleMs: number;
}

/**
 * Two threads at least, so that one owner, who may hold all but one, is never in the way of all others. Four at most:
 * there is work for processors elsewhere too.
 */
const DEFAULT_LIMITS: WorkerLimits = {
  threads: Math.max(2, Math.min(4, availableParallelism())),
  taskMs: 10_000,
  ownerQueue: 32,
  queue: 256,
  heapMib: 512,
  idleMs: 30_000,
};

export interface WorkerJobOptions {
  /** Whose work it is: a tenant's id, or an address where no tenant is known. Who used the threads least goes first. */
  owner: string;
  /** Memory of the input that goes over to the thread, and is gone here afterwards, rather than being copied. */
  transfer?: readonly ArrayBuffer[];
  /** Ends the work, waiting or running. */
  signal?: AbortSignal;
}

interface Job extends Queued {
  readonly task: WorkerTask<unknown, unknown>;
  readonly input: unknown;
  readonly transfer: readonly ArrayBuffer[] | undefined;
  readonly signal: AbortSignal | undefined;
  resolve(output: unknown): void;
  reject(fault: WorkerFault): void;
}

/** From sources (in tests) there are no built files: the thread reads TypeScript by itself. */
const FROM_SOURCES = import.meta.url.endsWith('.ts')
  ? [
      '--experimental-transform-types',
      '--disable-warning=ExperimentalWarning',
      '--conditions=source',
      `--import=${new URL('./read-sources.mjs', import.meta.url).href}`,
    ]
  : [];

/**
 * Threads for pure work that would hold the main thread up, shared fairly between tenants. A task that hangs, dies or
 * runs out of memory costs itself alone: its thread is ended, and another one starts for the next.
 */
export class WorkerPool {
  private readonly limits: WorkerLimits;
  private readonly threads: Piscina;
  private readonly queue = new FairQueue<Job>();
  private readonly usage = new TenantUsage();
  private readonly running = new Map<string, number>();
  private runningTotal = 0;
  private waiting = 0;
  private closed = false;

  constructor(limits: Partial<WorkerLimits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.threads = new Piscina({
      minThreads: 0,
      maxThreads: this.limits.threads,
      idleTimeout: this.limits.idleMs,
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: this.limits.heapMib },
      env: { TZ: 'UTC' }, // no secret of the server's environment
      execArgv: FROM_SOURCES,
    });
    // A thread that dies between two tasks: nobody waits for it, and the next task starts another.
    this.threads.on('error', () => undefined);
  }

  /**
   * Does a task in a thread when its owner's turn comes.
   * @throws WorkerFault
   */
  run<Input, Output>(
    task: WorkerTask<Input, Output>,
    input: Input,
    { owner, transfer, signal }: WorkerJobOptions,
  ): Promise<Output> {
    if (this.closed) return Promise.reject(closed());
    if (signal?.aborted) return Promise.reject(cancelled());
    if (this.waiting >= this.limits.queue || this.queue.sizeOf(owner) >= this.limits.ownerQueue) {
      return Promise.reject(new WorkerFault('workers.full', 'Too much work is waiting. Try again in a moment.'));
    }
    const { promise, resolve, reject } = Promise.withResolvers<Output>();
    const job: Job = {
      tenantId: owner,
      long: false,
      task: task as WorkerTask<unknown, unknown>,
      input,
      transfer,
      signal,
      resolve: resolve as (output: unknown) => void,
      reject,
    };
    this.queue.add(job);
    this.waiting++;
    this.dispatch();
    if (!signal) return promise;
    const cancel = () => this.cancelWaiting(job);
    signal.addEventListener('abort', cancel);
    return promise.finally(() => signal.removeEventListener('abort', cancel));
  }

  /** Ends what runs, and refuses what waits. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.drain()) job.reject(closed());
    this.waiting = 0;
    await this.threads.destroy();
  }

  private cancelWaiting(job: Job): void {
    if (!this.queue.remove(job)) return;
    this.waiting--;
    job.reject(cancelled());
  }

  private dispatch(): void {
    while (this.runningTotal < this.limits.threads) {
      const job = this.queue.take(
        ({ tenantId }) => this.mayRun(tenantId),
        (owner) => this.usage.of(owner),
      );
      if (!job) return;
      this.waiting--;
      void this.work(job);
    }
  }

  /** An owner with work in progress leaves the last thread to others. */
  private mayRun(owner: string): boolean {
    const own = this.running.get(owner) ?? 0;
    return own === 0 || own < this.limits.threads - 1;
  }

  private async work(job: Job): Promise<void> {
    const { tenantId: owner, task, input, transfer, signal } = job;
    const began = performance.now();
    this.count(owner, 1);
    const deadline = AbortSignal.timeout(this.limits.taskMs);
    try {
      const output: unknown = await this.threads.run(input, {
        filename: fileURLToPath(task.module),
        signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        transferList: transfer as ArrayBuffer[] | undefined,
      });
      job.resolve(output);
    } catch (error) {
      job.reject(this.faultOf(error, deadline, signal));
    } finally {
      this.count(owner, -1);
      this.usage.add(owner, performance.now() - began);
      this.dispatch();
    }
  }

  private faultOf(error: unknown, deadline: AbortSignal, signal: AbortSignal | undefined): WorkerFault {
    if (this.closed) return closed();
    if (signal?.aborted) return cancelled();
    if (deadline.aborted) {
      return new WorkerFault('workers.timeout', `The work was not done within ${this.limits.taskMs / 1000} seconds.`);
    }
    const message = error instanceof Error ? error.message : String(error);
    return new WorkerFault('workers.failed', `The work could not be done: ${message}`, { cause: error });
  }

  private count(owner: string, change: 1 | -1): void {
    this.runningTotal += change;
    const own = (this.running.get(owner) ?? 0) + change;
    if (own === 0) this.running.delete(owner);
    else this.running.set(owner, own);
  }
}

function closed(): WorkerFault {
  return new WorkerFault('workers.closed', 'The server is stopping.');
}
function cancelled(): WorkerFault {
  return new WorkerFault('workers.cancelled', 'The work was cancelled.');
}
