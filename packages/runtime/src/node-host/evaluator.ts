import type { Evaluation, EvaluationScope, ExpressionEngine } from '@orchestrator/expression';
import type { EvaluateText } from '@orchestrator/node-sdk';
import { NodeFault } from '@orchestrator/node-sdk';

/** More rounds than a node has expressions for the isolate means that they change from round to round. */
const MAX_ROUNDS = 1_000;

/** Thrown to leave a synchronous read when one of its expressions has to go to the isolate. */
class ToIsolate {
  constructor(readonly text: string) {}
}

/**
 * Reads a structure of values whose expressions are evaluated one by one. The whole read is synchronous as long as the
 * fast path serves; when one expression has to go to the isolate, the read is begun again with its value at hand, so
 * that the code that reads need not know of it.
 */
export function readWithExpressions<T>(
  engine: ExpressionEngine,
  scope: EvaluationScope,
  read: (evaluate: EvaluateText) => T,
): T | Promise<T> {
  let values: Map<string, Evaluation> | undefined;
  let current = scope;
  const evaluate: EvaluateText = (text, path) => {
    const evaluation = values?.get(text) ?? engine.evaluateSync(text, current);
    if (evaluation === 'needs-isolate') throw new ToIsolate(text);
    return resultOf(evaluation, path, current.itemIndex);
  };
  const attempt = (): T | ToIsolate => {
    try {
      return read(evaluate);
    } catch (error) {
      if (error instanceof ToIsolate) return error;
      throw error;
    }
  };
  const first = attempt();
  if (!(first instanceof ToIsolate)) return first;
  // The scope moves on to other items meanwhile; what goes on later needs a view that stays at this one.
  current = Object.create(scope, {
    itemIndex: { value: scope.itemIndex },
    extra: { value: scope.extra },
  }) as EvaluationScope;
  const known = new Map<string, Evaluation>();
  values = known;
  return (async () => {
    let outcome: T | ToIsolate = first;
    for (let round = 0; outcome instanceof ToIsolate; round++) {
      if (round === MAX_ROUNDS) {
        throw new NodeFault('The expressions of this node do not settle', { code: 'expression.unsettled' });
      }
      known.set(outcome.text, await engine.evaluate(outcome.text, current));
      outcome = attempt();
    }
    return outcome;
  })();
}

function resultOf(evaluation: Evaluation, path: string, itemIndex: number): unknown {
  if (evaluation.kind === 'value') return evaluation.value;
  if (evaluation.kind === 'undefined') return undefined;
  throw new NodeFault(`${evaluation.message} [parameter ${path}, item ${itemIndex}]`, {
    code: evaluation.code,
    itemIndex,
    retryable: false,
    details: { parameter: path },
  });
}
