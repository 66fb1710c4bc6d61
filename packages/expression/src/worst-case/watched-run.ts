import { Run } from '../compile/run.js';
import { compileTemplate, withClock } from '../compile/template.js';
import type { EvaluationScope } from '../scope.js';

/** Memory and steps as in a real evaluation; time without end, as it is watched and not bounded here. */
const LIMITS = { steps: 1_000_000, bytes: 64 * 1024 * 1024, milliseconds: Number.POSITIVE_INFINITY };
/** What is announced above this would be refused before it begins, however much time is left. */
const REFUSED_MS = 200;

/** Thrown where a real evaluation would be refused. */
class Refused extends Error {}

/** Milliseconds of processor time of this thread. */
const processorTime = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/**
 * A run that watches whether work takes what was announced: between two looks at the clock no more processor time may
 * pass than was said before the first. An evaluation in which that holds ends within its time, and a look more.
 */
class WatchedRun extends Run {
  /** Milliseconds by which the worst stretch went beyond what was announced. */
  excess = 0;
  private announced = 0;
  private allowed = 0;
  private lookedAt = processorTime();

  override spend(nanoseconds: number): void {
    this.announced += nanoseconds / 1e6;
    super.spend(nanoseconds);
  }

  override lookAtClock(): void {
    this.look();
    super.lookAtClock();
  }

  look(): void {
    const now = processorTime();
    this.excess = Math.max(this.excess, now - this.lookedAt - this.allowed - this.announced);
    if (this.announced > REFUSED_MS) throw new Refused();
    this.allowed = this.announced;
    this.announced = 0;
    this.lookedAt = now;
  }
}

/**
 * Evaluates the code of one `{{ }}` and tells by how many milliseconds the worst stretch of it went beyond what was
 * announced; and whether it came to an end, or would have been refused.
 */
export function watched(code: string, scope: EvaluationScope): { excess: number; refused: boolean } {
  const template = compileTemplate(`={{ ${code} }}`);
  if (template.kind !== 'parts') return { excess: 0, refused: false };
  const [compiled] = template.parts;
  const run = new WatchedRun(scope, LIMITS);
  let refused = false;
  try {
    withClock(scope, () => typeof compiled === 'function' && compiled(run, undefined));
    run.look();
  } catch (fault) {
    // Faults of other kinds are results too: what counts is the time until then.
    refused = fault instanceof Refused;
    if (!refused) lookLast(run);
  }
  return { excess: run.excess, refused };
}

function lookLast(run: WatchedRun): void {
  try {
    run.look();
  } catch {
    // What was announced last did not begin.
  }
}
