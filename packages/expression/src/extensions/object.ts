import { jsonText, sizeOf } from '../builtins/value-size.js';
import { ExpressionFault } from '../fault.js';
import { type ExtensionTable, nothing } from './extension.js';

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

function filterFields(fields: Fields, keep: (key: string, value: unknown) => boolean): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key, value]) => keep(key, value)));
}

function text(value: unknown, method: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ExpressionFault(`${method}() needs the text to look for, such as ${method}('abc').`);
}

/** As HTML forms encode a field: a blank is `+`. */
const formEncode = (part: unknown) =>
  encodeURIComponent(String(part))
    .replace(/%20/g, '+')
    .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

export const OBJECT_EXTENSIONS: ExtensionTable = {
  isEmpty: (o: Fields) => Object.keys(o).length === 0,
  isNotEmpty: (o: Fields) => Object.keys(o).length > 0,
  hasField: (o: Fields, [name]) => Object.hasOwn(o, name),
  removeField: (o: Fields, [name]) => filterFields(o, (key) => key !== name),
  removeFieldsContaining: (o: Fields, [part]) => {
    const wanted = text(part, 'removeFieldsContaining');
    return filterFields(o, (_, value) => !(typeof value === 'string' && value.includes(wanted)));
  },
  keepFieldsContaining: (o: Fields, [part]) => {
    const wanted = text(part, 'keepFieldsContaining');
    return filterFields(o, (_, value) => typeof value === 'string' && value.includes(wanted));
  },
  compact: (o: Fields, _args, host) => {
    host.charge(sizeOf(o, host));
    return compactObject(o);
  },
  urlEncode: (o: Fields, _args, host) => {
    host.charge(sizeOf(o, host) * 3);
    return Object.entries(o)
      .map(([key, value]) => `${formEncode(key)}=${formEncode(value)}`)
      .join('&');
  },
  keys: (o: Fields) => Object.keys(o),
  values: (o: Fields) => Object.values(o),
  toJsonString: (o: Fields, _args, host) => jsonText(o, host),
  toInt: nothing,
  toFloat: nothing,
  toBoolean: nothing,
  toDateTime: nothing,
};
