import { isExpression, type JsonObject, type JsonValue } from '@orchestrator/workflow';
import { toDeclaredType } from './declared-types.js';
import type { Parameter, ParameterSet } from './parameters.js';
import { isShown, type ValueOf } from './visibility.js';

/** Gives the value of one expression for the item at hand; `path` is for errors. */
export type EvaluateText = (text: string, path: string) => unknown;

/**
 * The parameters of one node, prepared once and then read for many items. What holds no expression is worked out at the
 * start, so that reading a node without expressions costs nothing.
 */
export interface PreparedParameters {
  /** Values that hold for every item, where no parameter depends on the item. */
  readonly constant?: Readonly<Record<string, unknown>>;
  all(evaluate: EvaluateText): Record<string, unknown>;
  one(name: string, evaluate: EvaluateText): unknown;
}

const noExpressions: EvaluateText = () => {
  throw new Error('a value without expressions was evaluated');
};

/** Prepares the parameters of a node as its type declares them. Parameters that are not declared are left out. */
export function prepareParameters(set: ParameterSet, raw: JsonObject): PreparedParameters {
  const all = (evaluate: EvaluateText) => readSet(set, raw, evaluate, undefined, '');
  const one = (name: string, evaluate: EvaluateText) => new SetReader(set, raw, evaluate, undefined, '').value(name);
  if (!holdsExpression(set, raw)) {
    // Reading may fault (a choice that does not exist): then every item meets the fault, none at preparation.
    try {
      const constant = all(noExpressions);
      return { constant, all: () => constant, one: (name) => constant[name] };
    } catch {
      return { all, one };
    }
  }
  return { all, one };
}

function holdsExpression(set: ParameterSet, raw: JsonObject): boolean {
  return Object.entries(set).some(([name, parameter]) => !parameter.literal && containsExpression(raw[name]));
}

/** Whether a value holds an expression at any depth. */
export function containsExpression(value: JsonValue | undefined): boolean {
  if (typeof value === 'string') return isExpression(value);
  if (Array.isArray(value)) return value.some(containsExpression);
  return typeof value === 'object' && value !== null && Object.values(value).some(containsExpression);
}

function readSet(set: ParameterSet, raw: JsonObject, evaluate: EvaluateText, top: ValueOf | undefined, path: string) {
  const reader = new SetReader(set, raw, evaluate, top, path);
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(set)) {
    const value = reader.value(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Reads the parameters of one set; each is evaluated at most once, and only when it is shown or asked for. */
class SetReader {
  private readonly known = new Map<string, unknown>();
  constructor(
    private readonly set: ParameterSet,
    private readonly raw: JsonObject,
    private readonly evaluate: EvaluateText,
    private readonly top: ValueOf | undefined,
    private readonly path: string,
  ) {}

  readonly value = (name: string): unknown => {
    if (this.known.has(name)) return this.known.get(name);
    const parameter = Object.hasOwn(this.set, name) ? this.set[name] : undefined;
    if (!parameter) return undefined;
    this.known.set(name, parameter.default); // a parameter whose display depends on itself sees its default
    const value = isShown(parameter, this.look) ? this.read(parameter, name) : defaultOf(parameter);
    this.known.set(name, value);
    return value;
  };

  private readonly look: ValueOf = (name) => {
    if (name.startsWith('/')) return (this.top ?? this.value)(name.slice(1));
    return this.value(name);
  };

  private read(parameter: Parameter, name: string): unknown {
    const raw = this.raw[name];
    if (raw === undefined) return defaultOf(parameter);
    const path = this.path ? `${this.path}.${name}` : name;
    const top = this.top ?? this.value;
    if (parameter.kind === 'collection' || parameter.kind === 'group' || parameter.kind === 'list') {
      const given = this.evaluated(parameter, raw, path, true);
      if (parameter.kind === 'list') {
        const list = Array.isArray(given) ? given : isObject(given) ? [given] : [];
        return list
          .filter(isObject)
          .map((each, i) => readSet(parameter.fields, each, this.evaluate, top, `${path}[${i}]`));
      }
      const object = isObject(given) ? given : {};
      return parameter.kind === 'group'
        ? readSet(parameter.fields, object, this.evaluate, top, path)
        : this.readCollection(parameter.fields, object, top, path);
    }
    return toDeclaredType(parameter, name, this.evaluated(parameter, raw, path, false));
  }

  /** Only the fields that were added are there. */
  private readCollection(fields: ParameterSet, given: JsonObject, top: ValueOf, path: string) {
    const reader = new SetReader(fields, given, this.evaluate, top, path);
    const values: Record<string, unknown> = {};
    for (const name of Object.keys(given)) {
      if (given[name] !== undefined && Object.hasOwn(fields, name)) values[name] = reader.value(name);
    }
    return values;
  }

  /** `shallow`: only the value itself may be an expression; the parts are read by their own declarations. */
  private evaluated(parameter: Parameter, raw: JsonValue, path: string, shallow: boolean): unknown {
    if (parameter.literal) return raw;
    if (typeof raw === 'string') return isExpression(raw) ? this.evaluate(raw, path) : raw;
    return shallow ? raw : evaluateDeep(raw, path, this.evaluate);
  }
}

/** Evaluates every expression in a value; parts without one are not copied. */
export function evaluateDeep(value: JsonValue | undefined, path: string, evaluate: EvaluateText): unknown {
  if (typeof value === 'string') return isExpression(value) ? evaluate(value, path) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    let out: unknown[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const each = value[i];
      if (isPlain(each)) continue;
      const read = evaluateDeep(each, `${path}[${i}]`, evaluate);
      if (read === each) continue;
      out ??= [...value];
      out[i] = read;
    }
    return out ?? value;
  }
  let out: Record<string, unknown> | undefined;
  for (const key in value) {
    const each = value[key];
    if (isPlain(each) || key === '__proto__') continue;
    const read = evaluateDeep(each, `${path}.${key}`, evaluate);
    if (read === each) continue;
    out ??= { ...value };
    out[key] = read;
  }
  if (out && Object.hasOwn(out, '__proto__')) delete out['__proto__'];
  return out ?? value;
}

/** What holds no expression for sure. Looked at first: naming the place of each value costs more than reading it. */
function isPlain(value: JsonValue | undefined): boolean {
  return typeof value === 'string' ? !isExpression(value) : typeof value !== 'object' || value === null;
}

function defaultOf(parameter: Parameter): unknown {
  if (parameter.kind === 'group') return readSet(parameter.fields, {}, noExpressions, undefined, '');
  return parameter.default;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
