import { setTimeout as sleep } from 'node:timers/promises';
import type IsolatedVm from 'isolated-vm';
import type { Context, ExternalCopy, Isolate, Reference, Script } from 'isolated-vm';
import { JobFault } from './job-fault.js';

/**
 * Jobs after which the isolate is replaced. isolated-vm keeps a released context's memory until its isolate goes (80 kB
 * and more each, and every collection has to walk over it): with 16, a job takes 0.45 ms on average, with 1,000 it takes 1.3.
 */
const JOBS_PER_ISOLATE = 16;
/** Bytes of heap after a job above which the isolate is replaced at once: what one job leaves is not the next one's lack. */
const LARGE_HEAP_BYTES = 24 * 1024 * 1024;

interface Stage {
  context: Context;
  start: Reference<(text: string) => string | number>;
  poll: Reference<() => string | number>;
}

/**
 * One isolate of a code process. Every job gets a context of its own, made before the job comes from a V8 snapshot of
 * the script that runs it, and nothing of a job outlives it: its context is dropped, and the isolate with it when it had
 * to be stopped.
 */
export class IsolateHost {
  private snapshot: ExternalCopy<ArrayBuffer> | undefined;
  private isolate: Isolate | undefined;
  /** The optional part, compiled once an isolate. */
  private extra: Script | undefined;
  private stage: Stage | undefined;
  private jobs = 0;

  /**
   * @param script what every context begins with
   * @param extraScript what a job may ask for beyond it
   */
  constructor(
    private readonly ivm: typeof IsolatedVm,
    private readonly memoryMb: number,
    private readonly script: string,
    private readonly extraScript = '',
  ) {}

  /** Makes the context of the next job, unless there is one. */
  prepare(): void {
    this.stage ??= this.build();
  }

  /** Gives back the isolate's memory; the next job makes a new one. */
  shed(): void {
    this.stage = undefined;
    if (this.isolate && !this.isolate.isDisposed) this.isolate.dispose();
    this.isolate = undefined;
    this.extra = undefined;
    this.jobs = 0;
  }

  /**
   * Runs one job.
   * @param text the job as JSON, for the script to read
   * @param withExtra the job wants the extra script as well
   * @returns the script's answer, JSON text
   * @throws JobFault
   */
  async run(text: string, milliseconds: number, withExtra = false): Promise<string> {
    const ends = performance.now() + milliseconds;
    this.prepare();
    const stage = this.stage as Stage;
    this.stage = undefined;
    try {
      if (withExtra) this.runExtra(stage.context);
      let answer = call(() => stage.start.applySync(undefined, [text], { timeout: left(ends) }));
      // A number: the code waits, for so many milliseconds (-1: for nothing at all).
      while (typeof answer === 'number') {
        if (answer < 0) throw new JobFault('sandbox.stuck');
        if (answer > 0) await sleep(Math.min(answer, left(ends)));
        answer = call(() => stage.poll.applySync(undefined, [], { timeout: left(ends) }));
      }
      if (typeof answer !== 'string') throw new JobFault('sandbox.crashed');
      return answer;
    } catch (error) {
      // Stopped in the middle of something: whatever it left behind goes with the isolate.
      this.shed();
      throw error;
    } finally {
      this.release(stage);
    }
  }

  private build(): Stage {
    this.snapshot ??= this.ivm.Isolate.createSnapshot([{ code: this.script }]);
    this.isolate ??= new this.ivm.Isolate({
      snapshot: this.snapshot,
      memoryLimit: this.memoryMb,
      // V8 lost control of the heap: nothing in this process can be trusted any more.
      onCatastrophicError: () => process.abort(),
    });
    const context = this.isolate.createContextSync();
    const entry = context.global.getSync('__sandbox', { reference: true });
    const start = entry.getSync('start', { reference: true }) as Stage['start'];
    const poll = entry.getSync('poll', { reference: true }) as Stage['poll'];
    entry.release();
    context.global.deleteSync('__sandbox');
    return { context, start, poll };
  }

  private runExtra(context: Context): void {
    this.extra ??= (this.isolate as Isolate).compileScriptSync(this.extraScript);
    this.extra.runSync(context);
  }

  private release(stage: Stage): void {
    const isolate = this.isolate;
    if (!isolate || isolate.isDisposed) {
      this.isolate = undefined;
      return;
    }
    stage.start.release();
    stage.poll.release();
    stage.context.release();
    this.jobs++;
    if (this.jobs >= JOBS_PER_ISOLATE || isolate.getHeapStatisticsSync().used_heap_size > LARGE_HEAP_BYTES) this.shed();
  }
}

function call<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw new JobFault(codeOf(error));
  }
}

function left(ends: number): number {
  const milliseconds = Math.ceil(ends - performance.now());
  if (milliseconds <= 0) throw new JobFault('sandbox.timeout');
  return milliseconds;
}

function codeOf(error: unknown): JobFault['code'] {
  if (error instanceof JobFault) return error.code;
  const message = error instanceof Error ? error.message : '';
  if (/timed out/.test(message)) return 'sandbox.timeout';
  if (/memory|disposed|allocation failed/i.test(message)) return 'sandbox.memory';
  return /too large/.test(message) ? 'sandbox.result_too_large' : 'sandbox.crashed';
}
