import { looked } from '../builtins/pay.js';
import { LIST_PRICES } from '../builtins/prices.js';
import { jsonText, measure } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { distinct } from './distinct.js';
import { type ExtensionTable, type MethodHost, nothing, priced } from './extension.js';
import { compactObject, payCompact } from './object.js';

type List = readonly unknown[];
type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isPlain = (value: unknown): value is Fields => isObject(value) && !Array.isArray(value);
const same = (value: unknown) => value;
/** A field of data. Anything inherited is no data: `constructor` and `__proto__` would come out as items. */
const ownField = (item: object, key: unknown): unknown =>
  Object.hasOwn(item, String(key)) ? (item as Fields)[String(key)] : undefined;

function numbers(list: List, method: string): number[] {
  for (const each of list) {
    if (typeof each !== 'number')
      throw new ExpressionFault(
        `${method}() is only callable on lists of numbers; this one holds ${each === null ? 'null' : `a ${typeof each}`}.`,
      );
  }
  return list as number[];
}

function listArgument(value: unknown, method: string): List {
  if (Array.isArray(value)) return value;
  throw new ExpressionFault(`${method}() needs a list to work with, such as ${method}([1, 2]).`);
}

function deepDistinct(list: List, host: MethodHost, keyOf: (value: unknown) => unknown = same): unknown[] {
  const { bytes, values } = measure(list, host);
  host.charge(bytes * 2 + values * 16);
  return distinct(list, keyOf, host);
}

/** Nanoseconds for a field that is read by its name, and for one that is set in what is made. */
const READ = 100;
const SET = 1_200;

function unique(list: List, keys: readonly any[], host: MethodHost): unknown[] {
  if (keys.length === 0) return deepDistinct(list, host);
  return deepDistinct(list, host, (value) => {
    if (!isObject(value)) return value;
    host.spend(keys.length * READ);
    return keys.map((key) => ownField(value, looked(key, host)));
  });
}

/** Those of `list` that are (or are not) in `others`, each once. */
function compared(list: List, others: List, shared: boolean, host: MethodHost): unknown[] {
  const known = deepDistinct(others, host);
  const fresh = new Set(deepDistinct([...known, ...list], host).slice(known.length));
  return deepDistinct(list, host).filter((value) => fresh.has(value) !== shared);
}

function merged(list: List, others: unknown, host: MethodHost): Fields {
  const out: Fields = {};
  const pairs = others === undefined ? undefined : listArgument(others, 'merge');
  list.forEach((value, i) => {
    const other = pairs?.[i];
    for (const each of [other, value]) {
      if (!isPlain(each)) continue;
      const keys = Object.keys(each);
      host.charge(keys.length * 32);
      host.spend(100 + keys.length * SET);
      for (const key of keys) define(out, key, each[key]);
    }
  });
  return out;
}

function define(target: Fields, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

/** Nanoseconds for a field that is compared with a name, and moved. */
const RENAMED = 30;

function renamed(item: unknown, names: readonly string[], host: MethodHost): unknown {
  if (!isPlain(item)) return item;
  const count = Object.keys(item).length;
  host.charge((count + names.length) * 40);
  host.spend(100 + count * SET + names.length * (10 + count * RENAMED));
  let fields = Object.entries(item);
  for (let i = 0; i < names.length; i += 2) {
    const [from, to] = [names[i], names[i + 1]] as [string, string];
    const found = fields.find(([key]) => key === from);
    if (found) fields = [...fields.filter(([key]) => key !== from && key !== to), [to, found[1]]];
  }
  return Object.fromEntries(fields);
}

export const ARRAY_EXTENSIONS: ExtensionTable = priced(
  {
    unique,
    removeDuplicates: unique,
    first: (list: List) => list[0],
    last: (list: List) => list[list.length - 1],
    pluck: (list: List, keys, host) => {
      host.charge(list.length * 24 * (keys.length + 1));
      host.spend(list.length * READ * (keys.length + 1));
      for (const key of keys) looked(key, host);
      if (keys.length === 0) return list;
      const rows = list
        .filter(isObject)
        .map((item) => keys.map((key) => ownField(item, key)).filter((value) => value !== undefined));
      return keys.length === 1 ? rows.flat(1) : rows.filter((row) => row.length > 0);
    },
    randomItem: (list: List) => list[Math.floor(Math.random() * list.length)],
    sum: (list: List) => numbers(list, 'sum').reduce((sum, n) => sum + n, 0),
    min: (list: List) => numbers(list, 'min').reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    max: (list: List) => numbers(list, 'max').reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    average: (list: List) =>
      list.length === 0 ? 0 : numbers(list, 'average').reduce((sum, n) => sum + n, 0) / list.length,
    isEmpty: (list: List) => list.length === 0,
    isNotEmpty: (list: List) => list.length > 0,
    compact: (list: List, _args, host) => {
      payCompact(list, host);
      return list
        .filter(
          (v) =>
            v !== null && v !== undefined && v !== '' && v !== 'nil' && !(isObject(v) && Object.keys(v).length === 0),
        )
        .map((v) => (isPlain(v) && Object.getPrototypeOf(v) === Object.prototype ? compactObject(v) : v));
    },
    smartJoin: (list: List, [key, value], host) => {
      if (typeof key !== 'string' || typeof value !== 'string')
        throw new ExpressionFault("smartJoin() needs the names of two fields, such as smartJoin('name', 'value').");
      host.charge(list.length * 40);
      const made: Fields = {};
      for (const item of list) {
        host.step();
        if (!isPlain(item)) continue;
        host.spend(SET);
        define(made, looked(String(ownField(item, key)), host), ownField(item, value));
      }
      return made;
    },
    chunk: (list: List, [size]) => {
      if (typeof size !== 'number' || !(size >= 1))
        throw new ExpressionFault('chunk() needs a size above 0, such as chunk(10).');
      return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
    },
    renameKeys: (list: List, names, host) => {
      if (names.length === 0 || names.length % 2 === 1)
        throw new ExpressionFault("renameKeys() needs pairs of names: renameKeys('from', 'to').");
      const texts = names.map(String);
      return list.map((item) => {
        host.step();
        return renamed(item, texts, host);
      });
    },
    merge: (list: List, [others], host) => {
      host.spend(list.length * READ);
      return merged(list, others, host);
    },
    union: (list: List, [others], host) => deepDistinct([...list, ...listArgument(others, 'union')], host),
    difference: (list: List, [others], host) => compared(list, listArgument(others, 'difference'), false, host),
    intersection: (list: List, [others], host) => compared(list, listArgument(others, 'intersection'), true, host),
    append: (list: List, items, host) => {
      host.charge((list.length + items.length) * 8);
      host.spend((list.length + items.length) * 10);
      return [...list, ...items];
    },
    toJsonString: (list: List, _args, host) => jsonText(list, host),
    toInt: nothing,
    toFloat: nothing,
    toBoolean: nothing,
    toDateTime: nothing,
  },
  LIST_PRICES,
  ({ length }: List) => length,
);
