import type { Expression } from 'acorn';
import { compile } from '../compile/compile.js';
import { Run } from '../compile/run.js';
import { NeedsIsolate } from '../fault.js';
import type { Limits } from '../limits.js';
import type { EvaluationScope } from '../scope.js';

/** How a part of an expression came out by itself. */
export type Outcome = { kind: 'value'; value: unknown } | { kind: 'fault'; fault: unknown } | { kind: 'unknown' };

/** One part is tried within this: a whole expression has far more. */
const PART_LIMITS: Limits = { steps: 100_000, bytes: 8 * 1024 * 1024, milliseconds: 10 };
/** Parts of one text that are tried, and milliseconds for all of them: a hint that comes late is none. */
const MAX_PARTS = 100;
const MAX_MILLISECONDS = 20;

/** Tries parts of an expression out, one by one, until the time for that is over. */
export class Trial {
  private left = MAX_PARTS;
  private readonly end = performance.now() + MAX_MILLISECONDS;
  private readonly known = new Map<object, Outcome>();

  constructor(readonly scope: EvaluationScope) {}

  get isOver(): boolean {
    return this.left <= 0 || performance.now() > this.end;
  }

  of(node: Expression): Outcome {
    let outcome = this.known.get(node);
    if (!outcome) {
      outcome = this.isOver ? { kind: 'unknown' } : this.attempt(node);
      this.known.set(node, outcome);
    }
    return outcome;
  }

  private attempt(node: Expression): Outcome {
    this.left--;
    try {
      return { kind: 'value', value: compile(node)(new Run(this.scope, PART_LIMITS), undefined) };
    } catch (fault) {
      return fault instanceof NeedsIsolate ? { kind: 'unknown' } : { kind: 'fault', fault };
    }
  }
}
