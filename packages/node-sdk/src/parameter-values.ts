import { isExpression, type JsonObject, type JsonValue } from '@orchestrator/workflow';
import { toDeclaredType } from './declared-types.js';
import { deepReader, type EvaluateText, evaluateDeep } from './deep-values.js';
import { NodeFault } from './errors.js';
import type { Parameter, ParameterSet } from './parameters.js';
import { structuredValue } from './structured-value.js';
import { isShown, type ValueOf } from './visibility.js';

/**
 * The parameters of one node, prepared once and then read for many items. What is the same for every item is worked out at
 * the start: reading costs no more than the expressions do.
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
  const fixed = fixedValues(set, raw);
  const names = Object.keys(set).filter((name) => !fixed.has(name));
  const constant = Object.fromEntries([...fixed].filter(([, value]) => value !== undefined));
  if (names.length === 0) return { constant, all: () => constant, one: (name) => constant[name] };
  const readers = names.map((name) => readerOf(set[name] as Parameter, name, raw, fixed));
  const one = (name: string, evaluate: EvaluateText) => {
    if (fixed.has(name)) return fixed.get(name);
    const read = readers[names.indexOf(name)];
    return read ? read(evaluate) : new SetReader(set, raw, evaluate, undefined, '', fixed).value(name);
  };
  const all = (evaluate: EvaluateText) => {
    const values: Record<string, unknown> = { ...constant };
    // One that has to look at others while it is read shares what they came to with them.
    const shared = readers.includes(undefined) ? new SetReader(set, raw, evaluate, undefined, '', fixed) : undefined;
    for (let at = 0; at < names.length; at++) {
      const name = names[at] as string;
      const value = shared ? shared.value(name) : readers[at]?.(evaluate);
      if (value !== undefined) values[name] = value;
    }
    return values;
  };
  return { all, one };
}

/** The parameters whose values are the same for every item: no expression stands in them, or in what shows them. */
function fixedValues(set: ParameterSet, raw: JsonObject): Map<string, unknown> {
  const fixed = new Map<string, unknown>();
  for (const name of Object.keys(set)) {
    try {
      fixed.set(name, new SetReader(set, raw, noExpressions, undefined, '').value(name));
    } catch {
      // It has an expression, or a fault (a choice that does not exist): then every item meets it, none at preparation.
    }
  }
  return fixed;
}

/** Reads a parameter without a look at others; `undefined` for one that can't do so. */
function readerOf(
  parameter: Parameter,
  name: string,
  raw: JsonObject,
  fixed: ReadonlyMap<string, unknown>,
): ((evaluate: EvaluateText) => unknown) | undefined {
  if (isContainer(parameter)) return undefined;
  const shownBy = Object.keys({ ...parameter.show, ...parameter.hide });
  if (!shownBy.every((each) => fixed.has(each))) return undefined;
  const read = deepReader(raw[name], name);
  return read && ((evaluate) => declared(parameter, name, name, read(evaluate)));
}

/** The value as the parameter declares it. @throws NodeFault that names the parameter */
function declared(parameter: Parameter, name: string, path: string, value: unknown) {
  try {
    return toDeclaredType(parameter, name, value);
  } catch (error) {
    throw error instanceof NodeFault ? error.at({ parameter: path }) : error;
  }
}

const isContainer = ({ kind }: Parameter) => kind === 'collection' || kind === 'group' || kind === 'list';

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
    /** What is known before anything is evaluated. */
    private readonly fixed?: ReadonlyMap<string, unknown>,
  ) {}

  readonly value = (name: string): unknown => {
    if (this.fixed?.has(name)) return this.fixed.get(name);
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
      const given = structuredValue(this.evaluated(parameter, raw, path, true));
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
    return declared(parameter, name, path, this.evaluated(parameter, raw, path, false));
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
    if (parameter.literal || parameter.deferred) return raw;
    if (typeof raw === 'string') return isExpression(raw) ? this.evaluate(raw, path) : raw;
    return shallow ? raw : evaluateDeep(raw, path, this.evaluate);
  }
}

function defaultOf(parameter: Parameter): unknown {
  if (parameter.kind === 'group') return readSet(parameter.fields, {}, noExpressions, undefined, '');
  return parameter.default;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
