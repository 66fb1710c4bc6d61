import { setTimeout as sleep } from 'node:timers/promises';
import type IsolatedVm from 'isolated-vm';
import type { Context, Isolate, Reference, Script } from 'isolated-vm';
import type { FrameKind } from '../frames-kind.js';
import { JobFault } from './job-fault.js';

/** Jobs after which the isolate is replaced, so that nothing (compiled code, interned strings) gathers in it. */
const JOBS_PER_ISOLATE = 1_000;
/** Bytes of heap after a job above which the isolate is replaced. */
const LARGE_HEAP_BYTES = 48 * 1024 * 1024;
/** Jobs between looks at the heap. */
const HEAP_LOOK_JOBS = 20;

type Step = Reference<(kind: number, text: string) => string | number>;
interface Stage {
  context: Context;
  start: Step;
  poll: Reference<() => string | number>;
}

/**
 * The isolate of a code process. Every job gets a context of its own, in which the bundle has run before the job comes,
 * and nothing of a job outlives it: its context is dropped, and the isolate with it when it had to be stopped.
 * (A V8 startup snapshot of the bundle would be quicker still, but V8 13.6 aborts on reading ours back.)
 */
export class IsolateHost {
  private isolate: Isolate | undefined;
  /** The bundle, compiled once an isolate. */
  private script: Script | undefined;
  private stage: Stage | undefined;
  private jobs = 0;

  constructor(
    private readonly ivm: typeof IsolatedVm,
    private readonly bundle: string,
    private readonly memoryMb: number,
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
    this.script = undefined;
    this.jobs = 0;
  }

  /**
   * Runs one job.
   * @param text the job as JSON, for the bundle to read
   * @returns the bundle's answer, JSON text
   * @throws JobFault
   */
  async run(kind: FrameKind, text: string, milliseconds: number): Promise<string> {
    const ends = performance.now() + milliseconds;
    this.prepare();
    const stage = this.stage as Stage;
    this.stage = undefined;
    try {
      let answer = this.call(() => stage.start.applySync(undefined, [kind, text], { timeout: left(ends) }));
      // A number: the code waits, for so many milliseconds (-1: for nothing at all).
      while (typeof answer === 'number') {
        if (answer < 0) throw new JobFault('sandbox.stuck');
        if (answer > 0) await sleep(Math.min(answer, left(ends)));
        answer = this.call(() => stage.poll.applySync(undefined, [], { timeout: left(ends) }));
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

  private call<T>(step: () => T): T {
    try {
      return step();
    } catch (error) {
      throw new JobFault(codeOf(error));
    }
  }

  private build(): Stage {
    this.isolate ??= new this.ivm.Isolate({
      memoryLimit: this.memoryMb,
      // V8 lost control of the heap: nothing in this process can be trusted any more.
      onCatastrophicError: () => process.abort(),
    });
    this.script ??= this.isolate.compileScriptSync(this.bundle);
    const context = this.isolate.createContextSync();
    this.script.runSync(context);
    const entry = context.global.getSync('__sandbox', { reference: true });
    const start = entry.getSync('start', { reference: true }) as Step;
    const poll = entry.getSync('poll', { reference: true }) as Stage['poll'];
    entry.release();
    context.global.deleteSync('__sandbox');
    return { context, start, poll };
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
    const full = this.jobs % HEAP_LOOK_JOBS === 0 && isolate.getHeapStatisticsSync().used_heap_size > LARGE_HEAP_BYTES;
    if (full || this.jobs >= JOBS_PER_ISOLATE) this.shed();
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
