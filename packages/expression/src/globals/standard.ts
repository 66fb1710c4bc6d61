import { DateTime, Duration, Interval } from 'luxon';
import { chargeFormat } from '../builtins/format-cost.js';
import { rememberArguments } from '../builtins/luxon-memory.js';
import { parseJson } from '../builtins/parse-json.js';
import { jsonText, sizeOf } from '../builtins/value-size.js';
import { type CallHost, HostFunction } from '../compile/host-values.js';
import { isPlain, iterate, toNumber, toText } from '../compile/values.js';
import { ExpressionFault, NeedsIsolate } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { LANGUAGE_FUNCTIONS } from './language-functions.js';

type Call = HostFunction['call'];
const fn = (name: string, call: Call, construct?: Call, fields?: Record<string, unknown>) =>
  new HostFunction(name, call, construct, fields && new Map(Object.entries(fields)));
const methods = (of: Record<string, Call>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(of).map(([name, call]) => [name, fn(name, call)]));

const object = (value: unknown): Record<string, unknown> => {
  if (value === null || value === undefined) throw new TypeError('This is nothing, and no object');
  if (typeof value === 'string') return { ...(value as unknown as Record<string, unknown>) };
  if (typeof value !== 'object') return {};
  return value as Record<string, unknown>;
};
const charged = <T>(size: number, host: CallHost, make: () => T): T => {
  host.charge(size);
  return make();
};
const entriesOf = (value: unknown, host: CallHost): [string, unknown][] => {
  const from = object(value);
  return charged(Object.keys(from).length * 24, host, () => Object.entries(from));
};

function fromEntries(value: unknown, host: CallHost): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const entry of iterate(value, host)) {
    const [key, field] = entry as [unknown, unknown];
    const name = toText(key, host);
    if (!REFUSED_NAMES.has(name)) made[name] = field;
  }
  return made;
}

const OBJECT = methods({
  keys: ([value], host) => charged(Object.keys(object(value)).length * 16, host, () => Object.keys(object(value))),
  values: ([value], host) => charged(Object.keys(object(value)).length * 8, host, () => Object.values(object(value))),
  entries: ([value], host) => entriesOf(value, host),
  fromEntries: ([value], host) => fromEntries(value, host),
  assign: ([target, ...sources], host) => {
    if (!isPlain(target)) throw new NeedsIsolate('Object.assign');
    const made = { ...target };
    for (const source of sources) if (source) Object.assign(made, fromEntries(entriesOf(source, host), host));
    return made;
  },
  hasOwn: ([value, key], host) => Object.hasOwn(object(value), toText(key, host)),
  is: ([a, b]) => Object.is(a, b),
  groupBy: ([list, by], host) => {
    const groups = new Map<string, unknown[]>();
    for (const [i, value] of iterate(list, host).entries()) {
      const key = toText(host.invoke(by, [value, i]), host);
      if (REFUSED_NAMES.has(key)) continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else groups.set(key, [value]);
    }
    return Object.fromEntries(groups);
  },
  freeze: ([value]) => value,
});

const ARRAY = methods({
  isArray: ([value]) => Array.isArray(value),
  of: (args) => [...args],
  from: ([value, map], host) => {
    const list = listFrom(value, host);
    return map === undefined ? [...list] : list.map((each, i) => host.invoke(map, [each, i]));
  },
});

function listFrom(value: unknown, host: CallHost): unknown[] {
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Set || value instanceof Map)
    return iterate(value, host);
  if (value === null || value === undefined) throw new TypeError('This is no list');
  const length = isPlain(value) ? toNumber(value.length ?? 0, host) : 0;
  const count = Number.isFinite(length) ? Math.max(0, Math.trunc(length)) : 0;
  host.charge(count * 8);
  return Array.from({ length: count }, (_, i) => (value as Record<string, unknown>)[i]);
}

function list(args: readonly unknown[], host: CallHost): unknown[] {
  if (args.length !== 1 || typeof args[0] !== 'number') return [...args];
  host.charge(args[0] * 8);
  return new Array(args[0]);
}

const JSON_METHODS = methods({
  parse: ([text, reviver], host) => {
    if (reviver !== undefined) throw new NeedsIsolate('JSON.parse with a function');
    const source = toText(text, host);
    host.charge(source.length * 8);
    return parseJson(source);
  },
  stringify: ([value, replacer, space], host) => {
    if (replacer !== undefined && replacer !== null) throw new NeedsIsolate('JSON.stringify with a replacer');
    if (value instanceof HostFunction) return undefined;
    return jsonText(value, host, space as string | number | undefined);
  },
});

/** Every function and constant of `Math`. */
const MATH = Object.fromEntries(
  Object.getOwnPropertyNames(Math).map((name) => {
    const value = (Math as unknown as Record<string, unknown>)[name];
    if (typeof value !== 'function') return [name, value];
    return [
      name,
      fn(name, (args, host) =>
        charged(args.length * 8, host, () => value(...args.map((each) => toNumber(each, host)))),
      ),
    ];
  }),
);

const NUMBER = {
  ...methods({
    isInteger: ([value]) => Number.isInteger(value),
    isFinite: ([value]) => Number.isFinite(value),
    isNaN: ([value]) => Number.isNaN(value),
    isSafeInteger: ([value]) => Number.isSafeInteger(value),
    parseFloat: ([text], host) => Number.parseFloat(toText(text, host)),
    parseInt: ([text, radix], host) =>
      Number.parseInt(toText(text, host), radix === undefined ? undefined : toNumber(radix, host)),
  }),
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  EPSILON: Number.EPSILON,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

const STRING = methods({
  fromCharCode: (codes, host) =>
    charged(codes.length, host, () => String.fromCharCode(...codes.map((code) => toNumber(code, host)))),
  fromCodePoint: (codes, host) =>
    charged(codes.length * 2, host, () => String.fromCodePoint(...codes.map((code) => toNumber(code, host)))),
});

const DATE = methods({
  now: (_args, host) => host.now(),
  parse: ([text], host) => Date.parse(toText(text, host)),
  UTC: (args, host) => Date.UTC(...(args.map((each) => toNumber(each, host)) as [number])),
});

function date(args: readonly unknown[], host: CallHost): Date {
  if (args.length === 0) return new Date(host.now());
  if (args.length > 1) return new Date(...(args.map((each) => toNumber(each, host)) as [number, number]));
  const [only] = args;
  if (only instanceof Date) return new Date(only.getTime());
  if (only instanceof DateTime) return new Date(only.toMillis());
  return typeof only === 'string' ? new Date(only) : new Date(toNumber(only, host));
}

/** Machinery of luxon's classes, and formats made ready in advance, which would pass by what reading one is charged. */
const NOT_OFFERED: ReadonlySet<string> = new Set([
  ...['length', 'name', 'prototype', 'parseFormatForOpts', 'expandFormat', 'normalizeUnit', 'resetCache'],
  ...['buildFormatParser', 'fromFormatParser'],
]);
/** Functions that read a text as a format says. */
const READ_BY_FORMAT: ReadonlySet<string> = new Set([
  ...['fromFormat', 'fromFormatExplain', 'fromString', 'fromStringExplain'],
]);

/** Functions of one of luxon's classes, and its constants. */
function luxonClass(name: string, type: object): HostFunction {
  const fields: Record<string, unknown> = {};
  for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(type))) {
    if (NOT_OFFERED.has(key)) continue;
    if (typeof descriptor.value === 'function') fields[key] = luxonFunction(type as never, key);
    else if (descriptor.get) fields[key] = (type as Record<string, unknown>)[key];
  }
  return fn(
    name,
    () => {
      throw new TypeError(`${name} is no function`);
    },
    undefined,
    fields,
  );
}

function luxonFunction(type: Record<string, (...args: unknown[]) => unknown>, name: string): HostFunction {
  return fn(name, (args, host) => {
    host.charge(512 + args.reduce((sum: number, arg) => sum + (typeof arg === 'string' ? arg.length * 32 : 0), 0));
    if (READ_BY_FORMAT.has(name)) chargeFormat(String(args[1]), String(args[0]), host);
    rememberArguments(args);
    return (type[name] as (...given: unknown[]) => unknown)(...args);
  });
}

const text1 =
  (work: (text: string) => string): Call =>
  ([value], host) => {
    const text = toText(value, host);
    host.charge(text.length * 3);
    try {
      return work(text);
    } catch (fault) {
      throw new ExpressionFault((fault as Error).message, 'expression.failed');
    }
  };

const collection = (name: string, make: (list: unknown[]) => unknown) =>
  fn(
    name,
    () => {
      throw new TypeError(`${name} needs new`);
    },
    ([values], host) => {
      const given = values === undefined || values === null ? [] : iterate(values, host);
      host.charge(given.length * 32);
      return make(given);
    },
  );

/** An error that an expression makes; only its texts can be read. */
const error = (name: string) => {
  const make: Call = ([message], host) => ({ name, message: message === undefined ? '' : toText(message, host) });
  return fn(name, make, make);
};

/** JavaScript's own globals that need no scope. */
const JAVASCRIPT: Record<string, unknown> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  Object: fn(
    'Object',
    ([value]) => value ?? {},
    ([value]) => value ?? {},
    OBJECT,
  ),
  Array: fn('Array', list, list, ARRAY),
  JSON: fn(
    'JSON',
    () => {
      throw new TypeError('JSON is no function');
    },
    undefined,
    JSON_METHODS,
  ),
  Math: fn(
    'Math',
    () => {
      throw new TypeError('Math is no function');
    },
    undefined,
    MATH,
  ),
  Number: fn('Number', (args, host) => (args.length === 0 ? 0 : toNumber(args[0], host)), undefined, NUMBER),
  String: fn('String', (args, host) => (args.length === 0 ? '' : toText(args[0], host)), undefined, STRING),
  Boolean: fn('Boolean', ([value]) => Boolean(value)),
  Date: fn('Date', (_args, host) => new Date(host.now()).toString(), date, DATE),
  Set: collection('Set', (values) => new Set(values)),
  Map: collection('Map', (values) => new Map(values as [unknown, unknown][])),
  Error: error('Error'),
  TypeError: error('TypeError'),
  RangeError: error('RangeError'),
  parseInt: (NUMBER as Record<string, unknown>).parseInt,
  parseFloat: (NUMBER as Record<string, unknown>).parseFloat,
  isNaN: fn('isNaN', ([value], host) => Number.isNaN(toNumber(value, host))),
  isFinite: fn('isFinite', ([value], host) => Number.isFinite(toNumber(value, host))),
  encodeURIComponent: fn('encodeURIComponent', text1(encodeURIComponent)),
  encodeURI: fn('encodeURI', text1(encodeURI)),
  decodeURIComponent: fn('decodeURIComponent', text1(decodeURIComponent)),
  decodeURI: fn('decodeURI', text1(decodeURI)),
  escape: fn('escape', text1(escape)),
  unescape: fn('unescape', text1(unescape)),
  structuredClone: fn('structuredClone', ([value], host) =>
    charged(sizeOf(value, host), host, () => structuredClone(value)),
  ),
  DateTime: luxonClass('DateTime', DateTime),
  Duration: luxonClass('Duration', Duration),
  Interval: luxonClass('Interval', Interval),
};

/** Globals that are the same in every evaluation. */
export const CONSTANT_GLOBALS: ReadonlyMap<string, unknown> = new Map(
  Object.entries({ ...JAVASCRIPT, ...LANGUAGE_FUNCTIONS }),
);
