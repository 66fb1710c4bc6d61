import { evaluateTemplate } from './compile/template.js';
import { Templates } from './compile/templates.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';
import type { Evaluation, EvaluationScope, ExpressionFallback } from './scope.js';

/** Evaluates parameters that hold expressions. Safe to share: it keeps compiled texts and nothing of any tenant's data. */
export interface ExpressionEngine {
  /** `needs-isolate` when the fast path can't express it; nothing has happened then. Never throws. */
  evaluateSync(text: string, scope: EvaluationScope): Evaluation | 'needs-isolate';
  /** By the fallback, without trying the fast path: for what `evaluateSync` said that about. Never throws. */
  evaluateApart(text: string, scope: EvaluationScope): Evaluation | Promise<Evaluation>;
  /** Synchronous when the fast path does it, and by the fallback otherwise. Never throws. */
  evaluate(text: string, scope: EvaluationScope): Evaluation | Promise<Evaluation>;
}
export interface EngineOptions {
  /** Where expressions go that the fast path can't express; without it they give an error. */
  fallback?: ExpressionFallback;
  limits?: Partial<Limits>;
}

/** Compiled texts are shared by all engines of the process: what a text compiles to depends on nothing else. */
const templates = new Templates();

export function createExpressionEngine({ fallback, limits: given }: EngineOptions = {}): ExpressionEngine {
  const limits = { ...DEFAULT_LIMITS, ...given };
  const evaluateSync = (text: string, scope: EvaluationScope) => evaluateTemplate(templates.get(text), scope, limits);
  const evaluateApart = (text: string, scope: EvaluationScope) => fallback?.evaluate(text, scope) ?? NO_FALLBACK;
  return {
    evaluateSync,
    evaluateApart,
    evaluate(text, scope) {
      const evaluation = evaluateSync(text, scope);
      return evaluation === 'needs-isolate' ? evaluateApart(text, scope) : evaluation;
    },
  };
}

const NO_FALLBACK: Evaluation = {
  kind: 'error',
  message: 'This expression uses more of JavaScript than can be worked out here. Use a Code node instead.',
  code: 'expression.no-isolate',
};
