import type { Limits } from './limits.js';
import type { Evaluation, EvaluationScope, ExpressionFallback } from './scope.js';

/** Evaluates parameters that hold expressions. Safe to share: it keeps compiled texts and nothing of any tenant's data. */
export interface ExpressionEngine {
  /** `needs-isolate` when the fast path can't express it; nothing has happened then. Never throws. */
  evaluateSync(text: string, scope: EvaluationScope): Evaluation | 'needs-isolate';
  /** Synchronous when the fast path does it, and by the fallback otherwise. Never throws. */
  evaluate(text: string, scope: EvaluationScope): Evaluation | Promise<Evaluation>;
}
export interface EngineOptions {
  /** Where expressions go that the fast path can't express; without it they give an error. */
  fallback?: ExpressionFallback;
  limits?: Partial<Limits>;
}

export function createExpressionEngine(_options: EngineOptions = {}): ExpressionEngine {
  return {
    evaluateSync: () => 'needs-isolate',
    evaluate: () => ({ kind: 'error', message: 'not linked', code: 'expression.isolate' }),
  };
}
