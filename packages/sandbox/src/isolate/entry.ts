import { evaluateInIsolate } from '@orchestrator/expression/isolate';
import { FrameKind } from '../frames-kind.js';
import type { CodePayload, EvaluatePayload, RegexPayload } from '../jobs.js';
import { CodeRun } from './code-run.js';
import { pristine } from './pristine.js';
import { runRegex } from './regex.js';

// What a context's one job enters by. The host takes the two functions and deletes the global before the job's own
// code runs. They run in the job's context, so what they answer is as little to be trusted as the job.
let run: CodeRun | undefined;

const entry = {
  /** Starts the job. @returns its answer as JSON text, or a number as `poll` does */
  start(kind: number, text: string): string | number {
    if (kind === FrameKind.evaluate) {
      const { text: expression, snapshot, maxChars } = pristine.parse(text) as EvaluatePayload;
      return bounded(pristine.stringify(evaluateInIsolate(expression, snapshot)), maxChars);
    }
    if (kind === FrameKind.regex) {
      const payload = pristine.parse(text) as RegexPayload;
      return bounded(pristine.stringify(runRegex(payload)), payload.maxChars);
    }
    run = new CodeRun(pristine.parse(text) as CodePayload);
    run.start();
    return 0;
  },
  /** Goes on with the job: its answer, or the milliseconds until there is something to do, or -1 if there never is. */
  poll(): string | number {
    return run === undefined ? -1 : run.poll();
  },
};

function bounded(text: string, maxChars: number): string {
  if (text.length > maxChars) throw new RangeError('too large');
  return text;
}

Object.defineProperty(globalThis, '__sandbox', { value: entry, configurable: true });
