import { checkLocale, looked, payOrder } from '../builtins/pay.js';
import { LIST_PRICES, OBJECT_PRICES, SCALAR_PRICES } from '../builtins/prices.js';
import type { CallHost } from './host-values.js';
import { callback, charged, type Method, type MethodTable, n, priced, s } from './method.js';
import { iterate, joined, toNumber, toText } from './values.js';

/** A sort calls its comparison about this often for each element. */
const comparisons = (length: number) => length * Math.ceil(Math.log2(length + 2));

type List = readonly unknown[];
const lists = (methods: [string, Method][]) => priced(new Map(methods), LIST_PRICES, ({ length }: List) => length);
const scalars = (methods: [string, Method][]) => priced(new Map(methods), SCALAR_PRICES);
const objects = (methods: [string, Method][]) => priced(new Map(methods), OBJECT_PRICES);

export const NUMBER_METHODS: MethodTable = scalars([
  ['toFixed', (self: number, [digits], h) => self.toFixed(n(digits, h))],
  ['toPrecision', (self: number, [digits], h) => self.toPrecision(n(digits, h))],
  ['toExponential', (self: number, [digits], h) => self.toExponential(n(digits, h))],
  ['toString', (self: number, [radix], h) => self.toString(n(radix, h))],
  [
    'toLocaleString',
    (self: number, [locale, options]) => {
      checkLocale(locale);
      return self.toLocaleString(locale, options);
    },
  ],
  ['valueOf', (self: number) => self],
]);

export const BOOLEAN_METHODS: MethodTable = scalars([
  ['toString', (self: boolean) => String(self)],
  ['valueOf', (self: boolean) => self],
]);

const each =
  (work: (list: List, fn: (...args: unknown[]) => unknown, args: readonly unknown[]) => unknown): Method =>
  (self: List, args, h) =>
    work(self, callback(args[0], h), args);
/** Nanoseconds for an entry that is copied, and for one that comes out of a list in the list. */
const COPIED = 10;
const FLATTENED = 100;
/** Nanoseconds for an entry that is compared with what is looked for. */
const COMPARED = 15;
/** Nanoseconds for each comparison of a sort, beside the call of its function. */
const SORTED = 100;

export const ARRAY_METHODS: MethodTable = lists([
  ['at', (self: List, [i], h) => self.at(toNumber(i ?? 0, h))],
  [
    'concat',
    (self: List, args, h) => {
      const length = args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length : 1), self.length);
      h.charge(length * 8);
      h.spend(length * COPIED);
      return self.concat(...args);
    },
  ],
  ['every', each((list, fn) => list.every((...a) => fn(...a)))],
  ['some', each((list, fn) => list.some((...a) => fn(...a)))],
  ['filter', each((list, fn) => list.filter((...a) => fn(...a)))],
  ['find', each((list, fn) => list.find((...a) => fn(...a)))],
  ['findIndex', each((list, fn) => list.findIndex((...a) => fn(...a)))],
  ['findLast', each((list, fn) => list.findLast((...a) => fn(...a)))],
  ['findLastIndex', each((list, fn) => list.findLastIndex((...a) => fn(...a)))],
  ['map', each((list, fn) => list.map((...a) => fn(...a)))],
  [
    'forEach',
    each((list, fn) => {
      for (const [i, value] of list.entries()) fn(value, i, list);
    }),
  ],
  [
    'flatMap',
    (self: List, [fn], h) => {
      const call = callback(fn, h);
      return self.flatMap((...a) => {
        const given = call(...a);
        if (Array.isArray(given)) {
          h.charge(given.length * 8);
          h.spend(given.length * COPIED);
        }
        return given as unknown[];
      });
    },
  ],
  [
    'reduce',
    (self: List, args, h) => {
      const call = callback(args[0], h);
      return args.length > 1 ? self.reduce((...a) => call(...a), args[1]) : self.reduce((...a) => call(...a));
    },
  ],
  [
    'reduceRight',
    (self: List, args, h) => {
      const call = callback(args[0], h);
      return args.length > 1 ? self.reduceRight((...a) => call(...a), args[1]) : self.reduceRight((...a) => call(...a));
    },
  ],
  [
    'flat',
    (self: List, [depth], h) => {
      const levels = depth === undefined ? 1 : toNumber(depth, h);
      chargeFlat(self, levels, h);
      return self.flat(levels as 1);
    },
  ],
  ['includes', (self: List, [find, from], h) => sought(self, find, h).includes(find, n(from, h))],
  [
    'indexOf',
    (self: List, [find, from], h) =>
      from === undefined ? sought(self, find, h).indexOf(find) : sought(self, find, h).indexOf(find, toNumber(from, h)),
  ],
  [
    'lastIndexOf',
    (self: List, [find, from], h) =>
      from === undefined
        ? sought(self, find, h).lastIndexOf(find)
        : sought(self, find, h).lastIndexOf(find, toNumber(from, h)),
  ],
  [
    'join',
    (self: List, [separator], h) => charged(joined(self, separator === undefined ? ',' : s(separator, h), h), h),
  ],
  ['slice', (self: List, [a, b], h) => self.slice(n(a, h), n(b, h))],
  ['sort', sorted],
  ['toSorted', sorted],
  ['reverse', (self: List) => self.toReversed()],
  ['toReversed', (self: List) => self.toReversed()],
  // Iterators are lists here: all that can be done with one is to go through it.
  ['keys', (self: List) => [...self.keys()]],
  ['values', (self: List) => [...self]],
  ['entries', (self: List) => [...self.entries()]],
  ['toString', (self: List, _a, h) => toText(self, h)],
  ['with', (self: List, [i, value], h) => self.with(toNumber(i, h), value)],
]);

/** Sorts a copy: data that other nodes see is never changed by looking at it. */
function sorted(self: List, [compare]: readonly unknown[], h: CallHost): unknown[] {
  h.charge(comparisons(self.length) * 8);
  h.spend(comparisons(self.length) * SORTED);
  if (compare !== undefined) {
    const call = callback(compare, h);
    return self.toSorted((a, b) => toNumber(call(a, b), h));
  }
  const keyed = self.map((value) => {
    h.step();
    return { value, key: value === undefined ? undefined : toText(value, h) };
  });
  keyed.sort((a, b) => {
    payOrder(a.key, b.key, h);
    return a.key === undefined ? 1 : b.key === undefined ? -1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
  return keyed.map(({ value }) => value);
}

/** Pays for looking for a value in a list. Texts of the same length are compared as a whole, if nothing parts them. */
function sought(list: List, find: unknown, h: CallHost): List {
  h.spend(list.length * COMPARED);
  if (typeof find === 'string' && find.length > LONG) {
    let alike = 0;
    for (const each of list) if (typeof each === 'string' && each.length === find.length) alike++;
    h.spend(alike * find.length * COPIED);
  }
  return list;
}
/** Texts up to this are compared within what an entry takes anyway. */
const LONG = 64;

/** Charges while it counts: a small list can hold the same part again and again, so counting alone may never end. */
function chargeFlat(list: List, depth: number, h: CallHost): void {
  h.charge((list.length + 1) * 8);
  h.spend(list.length * FLATTENED);
  if (depth < 1) return;
  for (const value of list) if (Array.isArray(value)) chargeFlat(value, depth - 1, h);
}

export const OBJECT_METHODS: MethodTable = objects([
  ['hasOwnProperty', (self: object, [name], h) => Object.hasOwn(self, s(name, h))],
  ['propertyIsEnumerable', (self: object, [name], h) => Object.hasOwn(self, s(name, h))],
  ['toString', (self: object, _a, h) => toText(self, h)],
  ['toLocaleString', (self: object, _a, h) => toText(self, h)],
  ['valueOf', (self: object) => self],
]);

export const SET_METHODS: MethodTable = objects([
  ['has', (self: Set<unknown>, [value], h) => self.has(looked(value, h))],
  [
    'forEach',
    (self: Set<unknown>, [fn], h) => {
      const call = callback(fn, h);
      for (const value of iterate(self, h)) call(value, value);
    },
  ],
]);

export const MAP_METHODS: MethodTable = objects([
  ['has', (self: Map<unknown, unknown>, [key], h) => self.has(looked(key, h))],
  ['get', (self: Map<unknown, unknown>, [key], h) => self.get(looked(key, h))],
]);
