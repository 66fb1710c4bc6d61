import { DateTime, Settings } from 'luxon';
import { Run } from '../compile/run.js';
import { ExpressionFault, givesUndefined } from '../fault.js';
import { globalNamed } from '../globals/globals.js';
import { LANGUAGE_FUNCTIONS } from '../globals/language-functions.js';
import { SCOPE_GLOBALS } from '../globals/scope-globals.js';
import { DEFAULT_LIMITS } from '../limits.js';
import type { Evaluation, EvaluationScope } from '../scope.js';
import { refuseNames } from '../syntax/check.js';
import { parseCode } from '../syntax/parse.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { parseTemplate } from '../syntax/template.js';
import { CALL_NAME, callExtension, rewriteMethodCalls } from './method-calls.js';
import { nativeHost, toNative } from './native.js';
import { plainResult } from './plain-result.js';
import { type ScopeSnapshot, scopeFromSnapshot } from './snapshot.js';

/** JavaScript's own names that expressions don't have. Naming one gives nothing. */
const HIDDEN = [
  'eval',
  'Function',
  'Promise',
  'Reflect',
  'Proxy',
  'fetch',
  'XMLHttpRequest',
  'require',
  'module',
  'Buffer',
  'process',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'WebAssembly',
  'window',
  'global',
  'globalThis',
  'self',
  'Generator',
  'GeneratorFunction',
  'AsyncFunction',
];

/**
 * Evaluates a parameter (with its leading `=`) natively. Only for use inside an isolate.
 * @returns a value that is plain data: dates are ISO text, and what JSON does not have is left out
 */
export function evaluateInIsolate(text: string, snapshot: ScopeSnapshot): Evaluation {
  const scope = scopeFromSnapshot(snapshot);
  Settings.defaultZone = scope.timezone;
  Settings.now = () => scope.now();
  try {
    const parts = parseTemplate(text).map((part) =>
      part.kind === 'text' ? part.text : { run: prepare(part.code, scope) },
    );
    if (parts.length === 1 && typeof parts[0] === 'object') {
      const value = quietly(parts[0].run);
      if (value === undefined || typeof value === 'symbol') return { kind: 'undefined' };
      const plain = plainResult(checked(value));
      return plain === undefined ? { kind: 'undefined' } : { kind: 'value', value: plain };
    }
    return {
      kind: 'value',
      value: parts.map((part) => (typeof part === 'string' ? part : textOf(quietly(part.run)))).join(''),
    };
  } catch (fault) {
    if (fault instanceof ExpressionFault) return { kind: 'error', message: fault.message, code: fault.code };
    if (givesUndefined(fault)) return { kind: 'undefined' };
    return {
      kind: 'error',
      message: fault instanceof Error ? fault.message : String(fault),
      code: 'expression.failed',
    };
  }
}

/** A part's code as a function. @throws SyntaxFault */
function prepare(code: string, scope: EvaluationScope): () => unknown {
  const parsed = parseCode(code);
  refuseNames(parsed);
  const source = rewriteMethodCalls(code.slice(0, code.length), parsed);
  const body = parsed.shift === 0 ? source.slice(parsed.root.start, undefined) : source;
  const host = nativeHost(() => scope.now());
  const globals = nativeGlobals(scope, host);
  globals[CALL_NAME] = (self: unknown, name: string, args: unknown[], optional?: boolean) => {
    if (REFUSED_NAMES.has(name)) return undefined;
    return callExtension(self, name, args, optional === true, host);
  };
  const names = Object.keys(globals).filter((name) => source.includes(name));
  const run = new Function(...names, ...HIDDEN, `return (${body}\n)`) as (...args: unknown[]) => unknown;
  return () =>
    run.apply(
      null,
      names.map((name) => globals[name]),
    );
}

/** The language's globals as JavaScript's. Each is made when it is first read: few texts use more than two of them. */
export function nativeGlobals(scope: EvaluationScope, host = nativeHost(() => scope.now())): Record<string, unknown> {
  const run = new Run(scope, DEFAULT_LIMITS);
  const globals: Record<string, unknown> = { DateTime };
  for (const name of [...SCOPE_GLOBALS.keys(), ...Object.keys(LANGUAGE_FUNCTIONS), ...Object.keys(scope.extra ?? {})]) {
    lazily(globals, name, () => toNative(globalNamed(name)?.(run), host));
  }
  return globals;
}

function lazily(target: Record<string, unknown>, name: string, make: () => unknown): void {
  Object.defineProperty(target, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make();
      Object.defineProperty(this, name, { configurable: true, enumerable: true, writable: true, value });
      return value;
    },
    set(value: unknown) {
      Object.defineProperty(this, name, { configurable: true, enumerable: true, writable: true, value });
    },
  });
}

function quietly(run: () => unknown): unknown {
  try {
    return run();
  } catch (fault) {
    if (fault instanceof ExpressionFault || !givesUndefined(fault)) throw fault;
    return undefined;
  }
}

function checked(value: unknown): unknown {
  if (typeof value === 'function')
    throw new ExpressionFault('This is a function, please add () to call it.', 'expression.function');
  return value;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'symbol' || Number.isNaN(value)) return '';
  return String(checked(value));
}
