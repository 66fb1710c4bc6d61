import { Settings } from 'luxon';
import { sizeOf } from '../builtins/value-size.js';
import { ExpressionFault, givesUndefined, NeedsIsolate } from '../fault.js';
import { CODE_OF_PART, type Limits, MAX_TEMPLATE_CODE, MAX_TEMPLATE_LENGTH } from '../limits.js';
import type { Evaluation, EvaluationScope } from '../scope.js';
import { refuseNames } from '../syntax/check.js';
import { parseCode } from '../syntax/parse.js';
import { parseTemplate } from '../syntax/template.js';
import { compile } from './compile.js';
import { HostFunction, HostObject } from './host-values.js';
import { PatternValue } from './pattern-value.js';
import { type Compiled, Run } from './run.js';
import { toText } from './values.js';

/** A parameter with expressions, ready to be evaluated for any item. */
export type Template =
  | { kind: 'parts'; parts: readonly (string | Compiled)[] }
  /** The fault that every evaluation of it meets: it does not parse, or holds a refused name. */
  | { kind: 'fault'; evaluation: Evaluation }
  | { kind: 'isolate' };

/** Compiles a parameter with its leading `=`. Never throws: faults are templates too. */
export function compileTemplate(text: string): Template {
  try {
    if (text.length > MAX_TEMPLATE_LENGTH) {
      throw new ExpressionFault(
        `The parameter is longer than ${MAX_TEMPLATE_LENGTH} characters.`,
        'expression.too-large',
      );
    }
    const all = parseTemplate(text);
    const length = all.reduce((sum, part) => sum + (part.kind === 'code' ? part.code.length + CODE_OF_PART : 0), 0);
    if (length > MAX_TEMPLATE_CODE) {
      throw new ExpressionFault(
        `The expressions of the parameter are longer than ${MAX_TEMPLATE_CODE} characters together.`,
        'expression.too-large',
      );
    }
    const parts = all.map((part) => {
      if (part.kind === 'text') return { text: part.text };
      const parsed = parseCode(part.code);
      refuseNames(parsed);
      return { root: parsed.root };
    });
    // Everything is checked before anything is compiled: what is refused is refused wherever it would have run.
    return { kind: 'parts', parts: parts.map((part) => part.text ?? compile(part.root as never)) };
  } catch (fault) {
    if (fault instanceof NeedsIsolate) return { kind: 'isolate' };
    return { kind: 'fault', evaluation: faultEvaluation(fault) };
  }
}

/** Evaluates a template for one item. @returns `needs-isolate` when it meets what only the isolate can do */
export function evaluateTemplate(
  template: Template,
  scope: EvaluationScope,
  limits: Limits,
): Evaluation | 'needs-isolate' {
  if (template.kind === 'fault') return template.evaluation;
  if (template.kind === 'isolate') return 'needs-isolate';
  const { parts } = template;
  const run = new Run(scope, limits);
  try {
    return withClock(scope, () => {
      if (parts.length === 1 && typeof parts[0] === 'function') return rawValue(parts[0], run);
      let text = '';
      for (const part of parts) {
        const piece = typeof part === 'string' ? part : textOf(part, run);
        run.charge(piece.length);
        text += piece;
      }
      return { kind: 'value', value: text };
    });
  } catch (fault) {
    if (fault instanceof NeedsIsolate) return 'needs-isolate';
    return faultEvaluation(fault);
  } finally {
    if (scope.spent && run.milliseconds > 0) scope.spent(run.milliseconds);
  }
}

function rawValue(compiled: Compiled, run: Run): Evaluation {
  let value: unknown;
  try {
    value = compiled(run, undefined);
  } catch (fault) {
    if (givesUndefined(fault)) return { kind: 'undefined' };
    throw fault;
  }
  if (value === undefined || typeof value === 'symbol') return { kind: 'undefined' };
  const given = handedOut(value);
  // A small value can hold the same part again and again; whoever takes the result would write it out without end.
  if (run.hasWorked && typeof given === 'object') run.charge(sizeOf(given, run));
  return { kind: 'value', value: given };
}

/** What one `{{ }}` stands for in a text: nothing for what is not there. */
function textOf(compiled: Compiled, run: Run): string {
  let value: unknown;
  try {
    value = compiled(run, undefined);
  } catch (fault) {
    if (givesUndefined(fault)) return '';
    throw fault;
  }
  if (value === null || value === undefined || typeof value === 'symbol' || Number.isNaN(value)) return '';
  return toText(handedOut(value), run);
}

/** A result without anything of the language's own in it. */
function handedOut(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof HostFunction) {
    throw new ExpressionFault('This is a function, please add () to call it.', 'expression.function');
  }
  if (value instanceof HostObject) {
    const fields: Record<string, unknown> = {};
    for (const name of value.names()) {
      const field = value.read(name);
      if (!(field instanceof HostFunction)) fields[name] = field instanceof HostObject ? handedOut(field) : field;
    }
    return fields;
  }
  if (value instanceof Set || value instanceof Map || value instanceof PatternValue) return {};
  // What a pattern found is a list with facts beside it; only the list is data.
  if (Array.isArray(value) && Object.hasOwn(value, 'input')) return [...value];
  return value;
}

/**
 * Luxon's default zone and clock are the process's. An evaluation is synchronous, so they can be its own meanwhile;
 * whatever else in the process uses luxon has its own again afterwards.
 */
export function withClock<T>(scope: EvaluationScope, work: () => T): T {
  const { now } = Settings;
  const { zone: before } = current;
  Settings.now = () => scope.now();
  if (before !== scope.timezone) setZone(scope.timezone);
  try {
    return work();
  } finally {
    Settings.now = now;
    if (before !== scope.timezone) setZone(before);
  }
}

/** The zone of the evaluation that goes on; outside of any, the process's. */
const current = { zone: 'system' };
function setZone(zone: string): void {
  current.zone = zone;
  Settings.defaultZone = zone;
}

function faultEvaluation(fault: unknown): Evaluation {
  if (fault instanceof ExpressionFault) return { kind: 'error', message: fault.message, code: fault.code };
  if (givesUndefined(fault)) return { kind: 'undefined' };
  if (fault instanceof RangeError && /call stack/i.test(fault.message)) {
    return { kind: 'error', message: 'The expression is nested too deeply.', code: 'expression.too-deep' };
  }
  return { kind: 'error', message: (fault as Error).message, code: 'expression.failed' };
}
