import { DateTime, Duration, Interval } from 'luxon';
import { chargeFormat } from '../builtins/format-cost.js';
import { rememberArguments } from '../builtins/luxon-memory.js';
import { parseJson } from '../builtins/parse-json.js';
import { looked, payEquality } from '../builtins/pay.js';
import { jsonText, measure } from '../builtins/value-size.js';
import { payArguments } from '../compile/date-methods.js';
import { type CallHost, HostFunction } from '../compile/host-values.js';
import { isPlain, iterate, toFieldName, toNumber, toText } from '../compile/values.js';
import { ExpressionFault, NeedsIsolate } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { LANGUAGE_FUNCTIONS } from './language-functions.js';

type Call = HostFunction['call'];
const fn = (name: string, call: Call, construct?: Call, fields?: Record<string, unknown>) =>
  new HostFunction(name, call, construct, fields && new Map(Object.entries(fields)));
const methods = (of: Record<string, Call>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(of).map(([name, call]) => [name, fn(name, call)]));

/** Nanoseconds for a field that is read, or set by a name that was not known before. */
const FIELD = 700;
/** Bytes of a list for a group, and of its name. */
const GROUP = 64;
/** Nanoseconds for an entry that a function makes without calling another. */
const ENTRY = 80;

const object = (value: unknown, host: CallHost): Record<string, unknown> => {
  if (value === null || value === undefined) throw new TypeError('This is nothing, and no object');
  if (typeof value === 'string') {
    host.charge(value.length * 32);
    host.spend(value.length * FIELD * 2);
    return { ...(value as unknown as Record<string, unknown>) };
  }
  if (typeof value !== 'object') return {};
  return value as Record<string, unknown>;
};
const charged = <T>(size: number, host: CallHost, make: () => T): T => {
  host.charge(size);
  return make();
};
const entriesOf = (value: unknown, host: CallHost): [string, unknown][] => {
  const from = object(value, host);
  return charged(keysOf(from, host).length * 24, host, () => Object.entries(from));
};
/** The names of an object's fields; what they hold may be read then. */
const keysOf = (from: object, host: CallHost): string[] => {
  const keys = Object.keys(from);
  host.spend(keys.length * FIELD);
  return keys;
};

function fromEntries(value: unknown, host: CallHost): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const entry of iterate(value, host)) {
    host.step();
    host.spend(FIELD);
    const [key, field] = entry as [unknown, unknown];
    const name = toFieldName(key, host);
    if (!REFUSED_NAMES.has(name)) made[name] = field;
  }
  return made;
}

const OBJECT = methods({
  keys: ([value], host) => {
    const keys = keysOf(object(value, host), host);
    host.charge(keys.length * 16);
    return keys;
  },
  values: ([value], host) => {
    const from = object(value, host);
    return charged(keysOf(from, host).length * 8, host, () => Object.values(from));
  },
  entries: ([value], host) => entriesOf(value, host),
  fromEntries: ([value], host) => fromEntries(value, host),
  assign: ([target, ...sources], host) => {
    if (!isPlain(target)) throw new NeedsIsolate('Object.assign');
    host.charge(keysOf(target, host).length * 32);
    const made = { ...target };
    for (const source of sources) if (source) Object.assign(made, fromEntries(entriesOf(source, host), host));
    return made;
  },
  hasOwn: ([value, key], host) => Object.hasOwn(object(value, host), toFieldName(key, host)),
  is: ([a, b], host) => {
    payEquality(a, b, host);
    return Object.is(a, b);
  },
  groupBy: ([list, by], host) => {
    const groups = new Map<string, unknown[]>();
    for (const [i, value] of iterate(list, host).entries()) {
      const key = toFieldName(host.invoke(by, [value, i]), host);
      if (REFUSED_NAMES.has(key)) continue;
      const group = groups.get(key);
      if (group) group.push(value);
      else {
        host.charge(GROUP);
        host.spend(FIELD * 2);
        groups.set(key, [value]);
      }
    }
    return Object.fromEntries(groups);
  },
  freeze: ([value]) => value,
});

const ARRAY = methods({
  isArray: ([value]) => Array.isArray(value),
  of: (args, host) => [...iterate(args, host)],
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
  host.spend(count * ENTRY);
  return Array.from({ length: count }, (_, i) => (value as Record<string, unknown>)[i]);
}

function list(args: readonly unknown[], host: CallHost): unknown[] {
  if (args.length !== 1 || typeof args[0] !== 'number') return [...iterate(args, host)];
  host.charge(Math.max(0, args[0] || 0) * 8);
  host.spend(Math.max(0, args[0] || 0) * 10);
  return new Array(args[0]);
}

const JSON_METHODS = methods({
  parse: ([text, reviver], host) => {
    if (reviver !== undefined) throw new NeedsIsolate('JSON.parse with a function');
    return parseJson(toText(text, host), host);
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
        charged(args.length * 8, host, () => {
          host.spend(args.length * 20);
          return value(...args.map((each) => toNumber(each, host)));
        }),
      ),
    ];
  }),
);

/** A text that is read as a number. */
function digits(value: unknown, host: CallHost): string {
  const text = toText(value, host);
  host.spend(text.length * 20);
  return text;
}

const NUMBER = {
  ...methods({
    isInteger: ([value]) => Number.isInteger(value),
    isFinite: ([value]) => Number.isFinite(value),
    isNaN: ([value]) => Number.isNaN(value),
    isSafeInteger: ([value]) => Number.isSafeInteger(value),
    parseFloat: ([text], host) => Number.parseFloat(digits(text, host)),
    parseInt: ([text, radix], host) =>
      Number.parseInt(digits(text, host), radix === undefined ? undefined : toNumber(radix, host)),
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
    charged(codes.length * 8, host, () => String.fromCharCode(...codes.map((code) => toNumber(code, host)))),
  fromCodePoint: (codes, host) =>
    charged(codes.length * 8, host, () => String.fromCodePoint(...codes.map((code) => toNumber(code, host)))),
});

const DATE = methods({
  now: (_args, host) => host.now(),
  parse: ([text], host) => Date.parse(written(text, host)),
  UTC: (args, host) => Date.UTC(...(args.map((each) => toNumber(each, host)) as [number])),
});

/** A text that is read as a date. */
function written(value: unknown, host: CallHost): string {
  const text = toText(value, host);
  host.spend(text.length * 40);
  return text;
}

function date(args: readonly unknown[], host: CallHost): Date {
  if (args.length === 0) return new Date(host.now());
  if (args.length > 1) return new Date(...(args.map((each) => toNumber(each, host)) as [number, number]));
  const [only] = args;
  if (only instanceof Date) return new Date(only.getTime());
  if (only instanceof DateTime) return new Date(only.toMillis());
  return typeof only === 'string' ? new Date(written(only, host)) : new Date(toNumber(only, host));
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

/** Nanoseconds of a call of luxon's, and for each character that it reads. */
const LUXON_CALL = 10_000;
const LUXON_CHARACTER = 500;

function luxonFunction(type: Record<string, (...args: unknown[]) => unknown>, name: string): HostFunction {
  return fn(name, (args, host) => {
    const characters = args.reduce((sum: number, arg) => sum + (typeof arg === 'string' ? arg.length : 0), 0);
    host.charge(512 + characters * 32);
    host.spend(LUXON_CALL + characters * LUXON_CHARACTER);
    payArguments(args, host);
    if (READ_BY_FORMAT.has(name)) chargeFormat(String(args[1]), String(args[0]), host);
    rememberArguments(args);
    return (type[name] as (...given: unknown[]) => unknown)(...args);
  });
}

/** A character of three bytes is nine in an address. */
const URL_GROWTH = 9;
const URL_CHARACTER = 40;

const text1 =
  (work: (text: string) => string): Call =>
  ([value], host) => {
    const text = toText(value, host);
    host.charge(text.length * URL_GROWTH);
    host.spend(text.length * URL_CHARACTER);
    try {
      return work(text);
    } catch (fault) {
      throw new ExpressionFault((fault as Error).message, 'expression.failed');
    }
  };

/** Entries of a set or map that are put in between two looks at the clock: made-up numbers all fall into one place. */
const ENTRIES_BETWEEN_LOOKS = 128;

const collection = (name: string, make: () => { add(value: unknown): void; made: unknown }) =>
  fn(
    name,
    () => {
      throw new TypeError(`${name} needs new`);
    },
    ([values], host) => {
      const given = values === undefined || values === null ? [] : iterate(values, host);
      host.charge(given.length * 40);
      const { add, made } = make();
      for (let i = 0; i < given.length; i++) {
        if (i % ENTRIES_BETWEEN_LOOKS === ENTRIES_BETWEEN_LOOKS - 1) host.lookAtClock();
        const value = given[i];
        looked(Array.isArray(value) ? value[0] : value, host);
        add(value);
      }
      return made;
    },
  );

/** An error that an expression makes; only its texts can be read. */
const error = (name: string) => {
  const make: Call = ([message], host) => ({ name, message: message === undefined ? '' : toText(message, host) });
  return fn(name, make, make);
};

/** Nanoseconds for a value that is copied with all it holds. */
const CLONED = 1_000;

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
  Set: collection('Set', () => {
    const made = new Set<unknown>();
    return { made, add: (value) => made.add(value) };
  }),
  Map: collection('Map', () => {
    const made = new Map<unknown, unknown>();
    const add = (entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) throw new TypeError('A map is made of pairs');
      made.set((entry as unknown[])[0], (entry as unknown[])[1]);
    };
    return { made, add };
  }),
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
  structuredClone: fn('structuredClone', ([value], host) => {
    const { bytes, values } = measure(value, host);
    host.charge(bytes + values * 16);
    host.spend(values * CLONED + bytes * 5);
    return structuredClone(value);
  }),
  DateTime: luxonClass('DateTime', DateTime),
  Duration: luxonClass('Duration', Duration),
  Interval: luxonClass('Interval', Interval),
};

/** Globals that are the same in every evaluation. */
export const CONSTANT_GLOBALS: ReadonlyMap<string, unknown> = new Map(
  Object.entries({ ...JAVASCRIPT, ...LANGUAGE_FUNCTIONS }),
);
