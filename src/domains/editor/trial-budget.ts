import { type Evaluation, jsonBytes } from '@orchestrator/expression';
import type { JsonValue } from '@orchestrator/workflow';
import type { MainThread } from '../../infrastructure/fairness/main-thread.js';
import type { EvaluationView } from './dto/editor-answers.js';

type Outcome = Omit<EvaluationView, 'hints'>;

/** Milliseconds of the main thread for all texts of one question: five that take as long as one may. */
const MAX_MS = 1_000;
/** Milliseconds after which the texts of one question get no more hints: values come first. */
const MAX_HINT_MS = 200;
/** Characters of all texts of one question: those of the largest nodes that people made come to a tenth of it. */
const MAX_CHARACTERS = 200_000;
/** Bytes of all values of one answer: more than anybody looks at, and less than holds the main thread while it is written. */
const MAX_RESULT_BYTES = 4 * 1024 * 1024;
/** Milliseconds of one turn. */
const TURN_MS = 10;

/** What the texts of one question may take of the main thread together. Others have their turn in between. */
export class TrialBudget {
  private used = 0;
  private inTurn = 0;
  private characters = 0;
  private bytes = 0;

  constructor(
    private readonly turns: Pick<MainThread, 'next'>,
    private readonly tenantId: string,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Lets others have their turn when this one has lasted. */
  async pause(): Promise<void> {
    if (this.inTurn < TURN_MS) return;
    this.inTurn = 0;
    await this.turns.next(this.tenantId);
  }

  /** Does work at once and counts its time, that of a promise until it is handed out. */
  timed<T>(work: () => T): T {
    const began = this.clock();
    try {
      return work();
    } finally {
      const took = this.clock() - began;
      this.used += took;
      this.inTurn += took;
    }
  }

  /** Whether a text may still be evaluated; it is counted then. */
  admits(text: string): boolean {
    this.characters += text.length;
    return this.used < MAX_MS && this.characters <= MAX_CHARACTERS;
  }

  get hasTimeForHints(): boolean {
    return this.used < MAX_HINT_MS;
  }

  /** A value as an answer holds it: dates become text, and what JSON has no word for is left out, as in the items of a run. */
  shown(evaluation: Evaluation): Outcome {
    if (evaluation.kind !== 'value') return evaluation;
    const bytes = jsonBytes(evaluation.value, MAX_RESULT_BYTES - this.bytes);
    if (this.bytes + bytes > MAX_RESULT_BYTES) return TOO_LARGE;
    this.bytes += bytes;
    const text = JSON.stringify(evaluation.value) as string | undefined;
    return text === undefined ? { kind: 'undefined' } : { kind: 'value', result: JSON.parse(text) as JsonValue };
  }
}

const TOO_LARGE: Outcome = {
  kind: 'error',
  code: 'expression.too-much-data',
  message: `The value is too large to be shown here (more than ${MAX_RESULT_BYTES >> 20} MB with those before it). A run may still use it.`,
};
/** What a text gets that the budget has nothing left for. */
export const NOT_TRIED: Outcome = {
  kind: 'error',
  code: 'expression.too-long',
  message: 'This was not tried out: the expressions before it took all the time that there is. Ask for it by itself.',
};
