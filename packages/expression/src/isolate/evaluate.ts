import type { Evaluation } from '../scope.js';
import type { ScopeSnapshot } from './snapshot.js';

/**
 * Evaluates a parameter (with its leading `=`) natively. Only for use inside an isolate.
 * @returns a value that is plain data: dates are ISO text, and what JSON does not have is left out
 */
export function evaluateInIsolate(_text: string, _snapshot: ScopeSnapshot): Evaluation {
  return { kind: 'error', message: 'Native evaluation is not linked in.', code: 'expression.isolate' };
}
