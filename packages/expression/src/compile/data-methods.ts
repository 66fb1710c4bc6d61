import type { CallHost } from './host-values.js';
import { callback, charged, type Method, type MethodTable, n, passed, s } from './method.js';
import { iterate, joined, toNumber, toText } from './values.js';

/** A sort calls its comparison about this often for each element. */
const comparisons = (length: number) => length * Math.ceil(Math.log2(length + 2));

export const NUMBER_METHODS: MethodTable = new Map<string, Method>([
  ['toFixed', (self: number, [digits], h) => self.toFixed(n(digits, h))],
  ['toPrecision', (self: number, [digits], h) => self.toPrecision(n(digits, h))],
  ['toExponential', (self: number, [digits], h) => self.toExponential(n(digits, h))],
  ['toString', (self: number, [radix], h) => self.toString(n(radix, h))],
  ['toLocaleString', (self: number, [locale, options]) => self.toLocaleString(locale, options)],
  ['valueOf', (self: number) => self],
]);

export const BOOLEAN_METHODS: MethodTable = new Map<string, Method>([
  ['toString', (self: boolean) => String(self)],
  ['valueOf', (self: boolean) => self],
]);

type List = readonly unknown[];
const each =
  (work: (list: List, fn: (...args: unknown[]) => unknown, args: readonly unknown[]) => unknown): Method =>
  (self: List, args, h) =>
    work(self, callback(args[0], h), args);
const made =
  (size: (list: List) => number, work: Method): Method =>
  (self: List, args, h) => {
    h.charge(size(self) * 8);
    return work(self, args, h);
  };
const length = (list: List) => list.length;

export const ARRAY_METHODS: MethodTable = new Map<string, Method>([
  ['at', (self: List, [i], h) => self.at(toNumber(i ?? 0, h))],
  [
    'concat',
    (self: List, args, h) => {
      h.charge((self.length + args.reduce((sum: number, arg) => sum + (Array.isArray(arg) ? arg.length : 1), 0)) * 8);
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
        if (Array.isArray(given)) h.charge(given.length * 8);
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
  ['includes', (self: List, [find, from], h) => passed(self, h).includes(find, n(from, h))],
  [
    'indexOf',
    (self: List, [find, from], h) =>
      from === undefined ? passed(self, h).indexOf(find) : passed(self, h).indexOf(find, toNumber(from, h)),
  ],
  [
    'lastIndexOf',
    (self: List, [find, from], h) =>
      from === undefined ? passed(self, h).lastIndexOf(find) : passed(self, h).lastIndexOf(find, toNumber(from, h)),
  ],
  [
    'join',
    (self: List, [separator], h) => charged(joined(self, separator === undefined ? ',' : s(separator, h), h), h),
  ],
  ['slice', made(length, (self: List, [a, b], h) => self.slice(n(a, h), n(b, h)))],
  ['sort', sorted],
  ['toSorted', sorted],
  ['reverse', made(length, (self: List) => self.toReversed())],
  ['toReversed', made(length, (self: List) => self.toReversed())],
  // Iterators are lists here: all that can be done with one is to go through it.
  ['keys', made(length, (self: List) => [...self.keys()])],
  ['values', made(length, (self: List) => [...self])],
  [
    'entries',
    made(
      (list) => list.length * 4,
      (self: List) => [...self.entries()],
    ),
  ],
  ['toString', (self: List, _a, h) => toText(self, h)],
  ['with', made(length, (self: List, [i, value], h) => self.with(toNumber(i, h), value))],
]);

/** Sorts a copy: data that other nodes see is never changed by looking at it. */
function sorted(self: List, [compare]: readonly unknown[], h: CallHost): unknown[] {
  h.charge(comparisons(self.length) * 8);
  if (compare !== undefined) {
    const call = callback(compare, h);
    return self.toSorted((a, b) => toNumber(call(a, b), h));
  }
  const keyed = self.map((value) => ({ value, key: value === undefined ? undefined : toText(value, h) }));
  keyed.sort((a, b) =>
    a.key === undefined ? 1 : b.key === undefined ? -1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0,
  );
  return keyed.map(({ value }) => value);
}

/** Charges while it counts: a small list can hold the same part again and again, so counting alone may never end. */
function chargeFlat(list: List, depth: number, h: CallHost): void {
  h.charge((list.length + 1) * 8);
  if (depth < 1) return;
  for (const value of list) if (Array.isArray(value)) chargeFlat(value, depth - 1, h);
}

export const OBJECT_METHODS: MethodTable = new Map<string, Method>([
  ['hasOwnProperty', (self: object, [name], h) => Object.hasOwn(self, s(name, h))],
  ['propertyIsEnumerable', (self: object, [name], h) => Object.hasOwn(self, s(name, h))],
  ['toString', (self: object, _a, h) => toText(self, h)],
  ['toLocaleString', (self: object, _a, h) => toText(self, h)],
  ['valueOf', (self: object) => self],
]);

export const SET_METHODS: MethodTable = new Map<string, Method>([
  ['has', (self: Set<unknown>, [value]) => self.has(value)],
  [
    'forEach',
    (self: Set<unknown>, [fn], h) => {
      const call = callback(fn, h);
      for (const value of iterate(self, h)) call(value, value);
    },
  ],
]);

export const MAP_METHODS: MethodTable = new Map<string, Method>([
  ['has', (self: Map<unknown, unknown>, [key]) => self.has(key)],
  ['get', (self: Map<unknown, unknown>, [key]) => self.get(key)],
]);
