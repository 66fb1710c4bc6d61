import { findText } from '../builtins/find-text.js';
import { looked } from '../builtins/pay.js';
import { OBJECT_PRICES } from '../builtins/prices.js';
import { jsonText, measure } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { type ExtensionTable, type MethodHost, nothing, priced } from './extension.js';

type Fields = Record<string, unknown>;

/** Whether a field counts as empty for `compact`. */
function isBlank(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 'nil') return true;
  return typeof value === 'object' && !(value instanceof Date) && Object.keys(value).length === 0;
}

/** A copy without empty fields, at any depth. */
export function compactObject(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => {
      if (isBlank(value)) return [];
      const plain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
      return [[key, plain ? compactObject(value as Fields) : value]];
    }),
  );
}

/** Nanoseconds for a field that is read and kept, and for a value that is copied with all it holds. */
const FIELD = 1_000;
const COPIED = 1_200;

/** The names of an object's fields; what they hold may be read then. */
function paidKeys(fields: Fields, host: MethodHost): string[] {
  const keys = Object.keys(fields);
  host.charge(keys.length * 32);
  host.spend(keys.length * FIELD);
  return keys;
}

/** Counts fields, which takes long by itself where they are many: so the clock is looked at afterwards. */
function countFields(fields: Fields, host: MethodHost): number {
  const { length } = Object.keys(fields);
  host.spend(length * COUNTED);
  return length;
}
const COUNTED = 300;

/** Pays for a copy of a value without its empty parts. */
export function payCompact(value: unknown, host: MethodHost): void {
  const { bytes, values } = measure(value, host);
  host.charge(bytes + values * 16);
  host.spend(values * COPIED);
}

function filterFields(fields: Fields, host: MethodHost, keep: (key: string, value: unknown) => boolean): Fields {
  paidKeys(fields, host);
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => keep(key, value)));
}

function text(value: unknown, method: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ExpressionFault(`${method}() needs the text to look for, such as ${method}('abc').`);
}

/** Nanoseconds for a character in a form: a sign that is a letter's is written anew one by one. */
const FORM_EACH = 250;

/** As HTML forms encode a field: a blank is `+`. */
const formEncode = (part: unknown) =>
  encodeURIComponent(String(part))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const OBJECT_EXTENSIONS: ExtensionTable = priced(
  {
    isEmpty: (o: Fields, _args, host) => countFields(o, host) === 0,
    isNotEmpty: (o: Fields, _args, host) => countFields(o, host) > 0,
    hasField: (o: Fields, [name], host) => Object.hasOwn(o, looked(name, host)),
    removeField: (o: Fields, [name], host) => filterFields(o, host, (key) => key !== name),
    removeFieldsContaining: (o: Fields, [part], host) => {
      const wanted = text(part, 'removeFieldsContaining');
      return filterFields(o, host, (_, value) => !(typeof value === 'string' && findText(value, wanted, 0, host) >= 0));
    },
    keepFieldsContaining: (o: Fields, [part], host) => {
      const wanted = text(part, 'keepFieldsContaining');
      return filterFields(o, host, (_, value) => typeof value === 'string' && findText(value, wanted, 0, host) >= 0);
    },
    compact: (o: Fields, _args, host) => {
      payCompact(o, host);
      return compactObject(o);
    },
    urlEncode: (o: Fields, _args, host) => {
      const { bytes, values } = measure(o, host);
      host.charge(bytes * 9);
      host.spend(values * FIELD + bytes * FORM_EACH);
      return Object.entries(o)
        .map(([key, value]) => `${formEncode(key)}=${formEncode(value)}`)
        .join('&');
    },
    keys: (o: Fields, _args, host) => paidKeys(o, host),
    values: (o: Fields, _args, host) => {
      paidKeys(o, host);
      return Object.values(o);
    },
    toJsonString: (o: Fields, _args, host) => jsonText(o, host),
    toInt: nothing,
    toFloat: nothing,
    toBoolean: nothing,
    toDateTime: nothing,
  },
  OBJECT_PRICES,
);
