import { ExpressionFault, NeedsIsolate, NOT_A_FUNCTION } from '../fault.js';
import { type Limits, MAX_CALL_DEPTH, NANOSECONDS_BETWEEN_CLOCK_READS, STEPS_BETWEEN_CLOCK_READS } from '../limits.js';
import type { EvaluationScope } from '../scope.js';
import { type CallHost, HostFunction } from './host-values.js';

/** One evaluation: what it sees and what it may still spend. */
export class Run implements CallHost {
  private steps = 0;
  private bytes = 0;
  private depth = 0;
  private endsAt = 0;
  /** Nanoseconds of work that was announced since the last look at the clock. */
  private ahead = 0;
  private nextLook = STEPS_BETWEEN_CLOCK_READS;
  /** Globals that are worked out once an evaluation, by name. */
  readonly known = new Map<string, unknown>();

  constructor(
    readonly scope: EvaluationScope,
    private readonly limits: Limits,
  ) {}

  step(): void {
    if (++this.steps >= this.nextLook) this.lookAtClock();
  }

  charge(bytes: number): void {
    this.bytes += bytes;
    // Written so that what is no number ends it too: it would switch the budget off.
    if (!(this.bytes <= this.limits.bytes)) {
      const megabytes = Math.round(this.limits.bytes / 1_048_576);
      throw new ExpressionFault(
        `The expression makes more than ${megabytes} MB of data. Use a Code node for work of that size.`,
        'expression.too-much-data',
      );
    }
    // A step for every few hundred bytes, so that many large results also meet the clock.
    if (bytes > 256) {
      this.steps += bytes >> 8;
      if (this.steps >= this.nextLook) this.lookAtClock();
    }
  }

  spend(nanoseconds: number): void {
    this.ahead += nanoseconds;
    if (!(this.ahead < NANOSECONDS_BETWEEN_CLOCK_READS)) this.lookAtClock();
  }

  /** Milliseconds since the first look at the clock; 0 for the many evaluations that end before it. */
  get milliseconds(): number {
    return this.endsAt === 0 ? 0 : performance.now() - this.endsAt + this.limits.milliseconds;
  }

  needsIsolate(why: string): never {
    throw new NeedsIsolate(why);
  }

  /** Whether anything was called or made; if not, a result is a part of the data as it came. */
  get hasWorked(): boolean {
    return this.steps > 0 || this.bytes > 0;
  }

  now(): number {
    return this.scope.now();
  }

  invoke(fn: unknown, args: readonly unknown[]): unknown {
    if (!(fn instanceof HostFunction)) throw NOT_A_FUNCTION;
    this.step();
    if (++this.depth > MAX_CALL_DEPTH)
      throw new ExpressionFault('The expression calls itself too deeply.', 'expression.too-deep');
    try {
      return fn.call(args, this);
    } finally {
      this.depth--;
    }
  }

  lookAtClock(): void {
    const now = performance.now();
    if (this.endsAt === 0) this.endsAt = now + this.limits.milliseconds;
    this.nextLook = this.steps + STEPS_BETWEEN_CLOCK_READS;
    const planned = this.ahead / 1e6;
    this.ahead = 0;
    if (this.steps <= this.limits.steps && now + planned <= this.endsAt) return;
    throw new ExpressionFault(
      'The expression takes too long. Does it work through too many items? Use a Code node for heavy work.',
      'expression.too-long',
    );
  }
}

/** The values of the parameters around an expression: one link for each function that it stands in. */
export interface Frame {
  readonly slots: unknown[];
  readonly parent: Frame | undefined;
}

/** A compiled expression. Throws what JavaScript would, or an ExpressionFault. */
export type Compiled = (run: Run, frame: Frame | undefined) => unknown;
