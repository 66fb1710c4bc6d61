import type { Evaluation, EvaluationScope, ExpressionEngine } from '@orchestrator/expression';
import type { EvaluateText } from '@orchestrator/node-sdk';
import { NodeFault } from '@orchestrator/node-sdk';
import type { CallScope } from './call-scope.js';

/** More rounds than a node has expressions for the isolate means that they change from round to round. */
const MAX_ROUNDS = 1_000;
/** Expressions that are too short to be told of, between two looks at whether the turn is over: at worst some ms. */
const SHORT_ONES = 64;

/** The turn at the event loop that a read goes on in. */
export interface Turn {
  readonly turnIsOver: boolean;
  /** Ends it, and resolves when the next one begins. */
  giveWay(): Promise<void>;
}

/** Thrown to leave a synchronous read when one of its expressions has to go to the isolate. */
class ToIsolate {
  constructor(readonly text: string) {}
}
/** Thrown to leave a synchronous read whose turn is over. */
class ToNextTurn {}

/**
 * Reads a structure of values whose expressions are evaluated one by one. The whole read is synchronous as long as the
 * fast path serves and the turn lasts; when one expression has to go to the isolate, or others have waited long enough,
 * the read is begun again with the values at hand, so that the code that reads need not know of it.
 */
export function readWithExpressions<T>(
  engine: ExpressionEngine,
  scope: CallScope,
  read: (evaluate: EvaluateText) => T,
  turn: Turn,
  /** What is read are parameters, whose faults say which of them it was. */
  ofParameters: boolean,
): T | Promise<T> {
  /** Values by text. In the first round only those that took long are kept: few reads have a second. */
  let values: Map<string, Evaluation> | undefined;
  let current: EvaluationScope = scope;
  const { used } = scope;
  let usedBefore = used.milliseconds;
  let short = 0;
  const fresh = (text: string): Evaluation => {
    const isDue = used.milliseconds !== usedBefore || ++short === SHORT_ONES;
    if (isDue) {
      short = 0;
      if (turn.turnIsOver) throw new ToNextTurn();
    }
    const before = used.milliseconds;
    const evaluation = engine.evaluateSync(text, current);
    if (evaluation === 'needs-isolate') throw new ToIsolate(text);
    if (values || used.milliseconds !== before) {
      values ??= new Map();
      values.set(text, evaluation);
    }
    return evaluation;
  };
  const evaluate: EvaluateText = (text, path) =>
    resultOf(values?.get(text) ?? fresh(text), ofParameters ? path : undefined);
  const attempt = (): T | ToIsolate | ToNextTurn => {
    usedBefore = used.milliseconds;
    try {
      return read(evaluate);
    } catch (error) {
      if (error instanceof ToIsolate || error instanceof ToNextTurn) return error;
      throw error instanceof NodeFault ? error.at({ itemIndex: current.itemIndex }) : error;
    }
  };
  const first = attempt();
  if (!(first instanceof ToIsolate) && !(first instanceof ToNextTurn)) return first;
  // The scope moves on to other items meanwhile; what goes on later needs a view that stays at this one.
  current = Object.create(scope, {
    itemIndex: { value: scope.itemIndex },
    extra: { value: scope.extra },
  }) as EvaluationScope;
  values ??= new Map();
  const known = values;
  return (async () => {
    let outcome: T | ToIsolate | ToNextTurn = first;
    for (let round = 0; outcome instanceof ToIsolate || outcome instanceof ToNextTurn; ) {
      if (outcome instanceof ToNextTurn) await turn.giveWay();
      else if (round++ < MAX_ROUNDS) known.set(outcome.text, await engine.evaluateApart(outcome.text, current));
      else throw new NodeFault('The expressions of this node do not settle', { code: 'expression.unsettled' });
      outcome = attempt();
    }
    return outcome;
  })();
}

function resultOf(evaluation: Evaluation, parameter: string | undefined): unknown {
  if (evaluation.kind === 'value') return evaluation.value;
  if (evaluation.kind === 'undefined') return undefined;
  throw new NodeFault(evaluation.message, { code: evaluation.code, parameter, retryable: false });
}
