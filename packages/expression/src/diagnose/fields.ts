import type { Expression, MemberExpression } from 'acorn';
import { HostFunction, HostObject } from '../compile/host-values.js';
import { methodNames } from '../compile/methods.js';
import { isPlain } from '../compile/values.js';
import { nearest } from './nearest.js';

/** What a fault of a part is, before it is known where the part stands in the text. */
export interface Finding {
  code: string;
  message: string;
  start: number;
  end: number;
  mend?: { label: string; start: number; end: number; insert: string };
}

/** Fields that a message lists. */
const LISTED = 5;
/** Characters of each. */
const MAX_NAME = 60;
const NAME = /^[A-Za-z_$][\w$]*$/;

/** The name that a member reads, where it is written out. */
export function nameOf({ property, computed }: MemberExpression): string | undefined {
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

/** What is wrong with reading `name` from `value`; nothing when it can be read. @param text the code of the object */
export function unreadable(node: MemberExpression, name: string, value: unknown, text: string): Finding | undefined {
  const { start, end } = node.property;
  if (value === null || value === undefined) {
    const message = `${text} is ${value === null ? 'null' : 'not there'}, so "${name}" can't be read from it.`;
    return { code: 'expression.nothing-to-read', message, start: node.object.start, end: node.object.end };
  }
  if (value instanceof HostFunction) {
    const mend = { label: `Call it: ${text}()`, start: node.object.end, end: node.object.end, insert: '()' };
    const message = `${text} is a function. Add () to call it.`;
    return { code: 'expression.function', message, start: node.object.start, end: node.object.end, mend };
  }
  if (value instanceof HostObject) {
    if (value.read(name) !== undefined || value.names().includes(name)) return undefined;
    const message = `${text} has nothing called "${name}".`;
    return { code: 'expression.unknown-field', message, start, end, mend: renamed(node, name, value.names()) };
  }
  if (Array.isArray(value)) return ofList(node, name, value, text);
  if (typeof value === 'string') return ofText(node, name, value, text);
  if (typeof value !== 'object' || !isPlain(value) || Object.hasOwn(value, name)) return undefined;
  const names = Object.keys(value);
  const shown = names
    .slice(0, LISTED)
    .map((each) => `"${each.length > MAX_NAME ? `${each.slice(0, MAX_NAME)}…` : each}"`);
  const has = names.length === 0 ? 'It is empty.' : `It has ${shown.join(', ')}${names.length > LISTED ? ', …' : ''}.`;
  return {
    code: 'expression.unknown-field',
    message: `${text} has no field "${name}". ${has}`,
    start,
    end,
    mend: renamed(node, name, names),
  };
}

/** What is wrong with calling `name` on `value`, which has no such method. */
export function uncallable(node: MemberExpression, name: string, value: unknown, text: string): Finding | undefined {
  if (value === null || value === undefined) return unreadable(node, name, value, text);
  const names = value instanceof HostObject ? value.names() : methodNames(value);
  if (names.includes(name)) return undefined;
  const { start, end } = node.property;
  const message = `${kindOf(value)} has no method ${name}().`;
  return { code: 'expression.unknown-method', message, start, end, mend: renamed(node, name, names) };
}

function ofList(node: MemberExpression, name: string, list: readonly unknown[], text: string): Finding | undefined {
  if (name === 'length' || /^\d+$/.test(name) || Object.hasOwn(list, name)) return undefined;
  const { start, end } = node.property;
  const first = list.find((each) => typeof each === 'object' && each !== null);
  const message = `${text} is a list, which has no field "${name}".`;
  if (first && Object.hasOwn(first, name)) {
    const insert = `.pluck(${quoted(name)})`;
    const mend = { label: `Try ${text}${insert}`, start: node.object.end, end: node.end, insert };
    return { code: 'expression.field-of-list', message: `${message} Its entries do.`, start, end, mend };
  }
  return { code: 'expression.unknown-field', message, start, end };
}

function ofText(node: MemberExpression, name: string, value: string, text: string): Finding | undefined {
  if (name === 'length' || /^\d+$/.test(name)) return undefined;
  const { start, end } = node.property;
  const message = `${text} is a text, which has no field "${name}".`;
  if (!/^\s*\{/.test(value)) return { code: 'expression.unknown-field', message, start, end };
  const insert = '.parseJson()';
  const at = node.object.end;
  const mend = { label: `Try ${text}${insert}`, start: at, end: at, insert };
  return { code: 'expression.field-of-text', message: `${message} It holds JSON.`, start, end, mend };
}

/** The member with the name that was probably meant. */
function renamed(node: MemberExpression, name: string, names: readonly string[]): Finding['mend'] {
  const meant = nearest(name, names);
  if (meant === undefined) return undefined;
  const optional = node.optional ? '?.' : '';
  const insert = NAME.test(meant) ? `${optional || '.'}${meant}` : `${optional}[${quoted(meant)}]`;
  return { label: `Did you mean "${meant}"?`, start: node.object.end, end: node.end, insert };
}

export function quoted(name: string): string {
  return `'${name.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
}

function kindOf(value: unknown): string {
  if (value instanceof HostObject || value instanceof HostFunction) return 'This value';
  if (Array.isArray(value)) return 'A list';
  if (value instanceof Date) return 'A date';
  const kind = { string: 'A text', number: 'A number', boolean: 'True or false', object: 'An object' } as const;
  return kind[typeof value as keyof typeof kind] ?? 'This value';
}

/** A node as an expression to be tried. */
export function asExpression(node: { type: string }): Expression | undefined {
  return node.type === 'Super' || node.type === 'SpreadElement' ? undefined : (node as Expression);
}
