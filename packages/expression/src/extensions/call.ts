import { DateTime } from 'luxon';
import { jsonText } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { ARRAY_EXTENSIONS } from './array.js';
import { BOOLEAN_EXTENSIONS } from './boolean.js';
import { DATE_EXTENSIONS } from './date.js';
import type { Extension, ExtensionTable } from './extension.js';
import { NUMBER_EXTENSIONS } from './number.js';
import { OBJECT_EXTENSIONS } from './object.js';
import { STRING_EXTENSIONS } from './string.js';

const TABLES: Readonly<Record<string, ExtensionTable>> = {
  texts: STRING_EXTENSIONS,
  lists: ARRAY_EXTENSIONS,
  numbers: NUMBER_EXTENSIONS,
  objects: OBJECT_EXTENSIONS,
  dates: DATE_EXTENSIONS,
  booleans: BOOLEAN_EXTENSIONS,
};

/** Work on any value, even none. */
const GENERIC: ExtensionTable = {
  isEmpty: (self) => !self,
  isNotEmpty: (self) => Boolean(self),
  toJsonString: (self, _args, host) => jsonText(self, host),
};

/** Names of all methods that the language adds to values. A call of one goes first to these, then to JavaScript's own. */
export const EXTENSION_NAMES: ReadonlySet<string> = new Set(
  Object.values(TABLES).flatMap((table) => Object.keys(table)),
);

/** Names of the methods that the language adds to values of this one's type. */
export function extensionNames(self: unknown): string[] {
  return [...Object.keys(tableOf(self) ?? {}), ...Object.keys(GENERIC)];
}

/** A text that is exactly what `toISOString` writes counts as a date for the methods of dates. */
const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The language's own method of this name for this value; `undefined` when its type has none. */
export function findExtension(self: unknown, name: string): { run: Extension; self: unknown } | undefined {
  const table = tableOf(self);
  if (typeof self === 'string' && self.length === 24 && name !== 'toDate' && name !== 'toDateTime') {
    if (Object.hasOwn(DATE_EXTENSIONS, name) && !Object.hasOwn(STRING_EXTENSIONS, name) && ISO_INSTANT.test(self))
      return { run: DATE_EXTENSIONS[name] as Extension, self: new Date(self) };
  }
  const run = table && Object.hasOwn(table, name) ? table[name] : undefined;
  return run && { run, self };
}

/** The method for a value whose type has none of this name, neither of ours nor of JavaScript's. */
export function genericExtension(self: unknown, name: string): Extension {
  const generic = Object.hasOwn(GENERIC, name) ? GENERIC[name] : undefined;
  if (generic) return generic;
  const types = Object.entries(TABLES).flatMap(([type, table]) => (Object.hasOwn(table, name) ? [type] : []));
  const got =
    self === null
      ? 'null'
      : Array.isArray(self)
        ? 'a list'
        : self === undefined
          ? 'nothing'
          : `a value of type ${typeof self}`;
  throw new ExpressionFault(`${name}() works on ${types.join(', ')}, and this is ${got}.`, 'expression.wrong-type');
}

function tableOf(value: unknown): ExtensionTable | undefined {
  switch (typeof value) {
    case 'string':
      return STRING_EXTENSIONS;
    case 'number':
      return NUMBER_EXTENSIONS;
    case 'boolean':
      return BOOLEAN_EXTENSIONS;
    case 'object':
      if (value === null) return undefined;
      if (Array.isArray(value)) return ARRAY_EXTENSIONS;
      return value instanceof Date || value instanceof DateTime ? DATE_EXTENSIONS : OBJECT_EXTENSIONS;
    default:
      return undefined;
  }
}
