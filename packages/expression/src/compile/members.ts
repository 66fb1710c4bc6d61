import type { CallExpression, Expression, MemberExpression, NewExpression } from 'acorn';
import { NeedsIsolate, NOT_A_FUNCTION, NOTHING_TO_READ, refusedName } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { readField } from './fields.js';
import { HostFunction, HostObject } from './host-values.js';
import { listOf } from './literals.js';
import { callMethod, methodNamed } from './methods.js';
import { type CompilePart, CUT, type Names } from './names.js';
import type { Compiled } from './run.js';
import { isPlain, toFieldName, toText } from './values.js';

/** The key of a member: a constant name, or a value worked out on reading. */
function keyOf(
  node: MemberExpression,
  names: Names | undefined,
  part: CompilePart,
): { name: string } | { key: Compiled } {
  if (node.property.type === 'PrivateIdentifier') throw new NeedsIsolate('a private name');
  if (!node.computed && node.property.type === 'Identifier') return { name: node.property.name };
  if (node.property.type === 'Literal' && typeof node.property.value === 'string') return { name: node.property.value };
  return { key: part(node.property as Expression, names) };
}

/** Reads a field. Only own fields of data, and methods that are listed, come out. */
export function member(node: MemberExpression, names: Names | undefined, part: CompilePart): Compiled {
  const object = part(node.object, names);
  const { optional } = node;
  const key = keyOf(node, names, part);
  if ('name' in key) {
    const { name } = key;
    if (REFUSED_NAMES.has(name)) throw refusedName(name);
    return (run, frame) => {
      const value = object(run, frame);
      if (value === CUT) return CUT;
      // The common case by itself: a field of plain data.
      if (typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value)) {
        if (!Object.hasOwn(value, name)) return methodNamed(value, name);
        const field = value[name];
        return typeof field === 'function' ? readField(value, name) : field;
      }
      if (optional && (value === null || value === undefined)) return CUT;
      return readField(value, name) ?? methodNamed(value, name);
    };
  }
  return (run, frame) => {
    const value = object(run, frame);
    if (value === CUT) return CUT;
    if (optional && (value === null || value === undefined)) return CUT;
    if (value === null || value === undefined) throw NOTHING_TO_READ;
    const name = key.key(run, frame);
    return readField(value, typeof name === 'number' ? name : toFieldName(name, run));
  };
}

/** Calls a method or a function of the language. */
export function call(node: CallExpression, names: Names | undefined, part: CompilePart): Compiled {
  const args = listOf(node.arguments, names, part);
  const { callee, optional } = node;
  if (callee.type === 'MemberExpression') {
    const object = part(callee.object, names);
    const key = keyOf(callee, names, part);
    const nameOf = 'name' in key ? undefined : key.key;
    const constant = 'name' in key ? key.name : '';
    if (REFUSED_NAMES.has(constant)) throw refusedName(constant);
    return (run, frame) => {
      const self = object(run, frame);
      if (self === CUT) return CUT;
      if (callee.optional && (self === null || self === undefined)) return CUT;
      const name = nameOf ? toText(nameOf(run, frame), run) : constant;
      if (optional && self !== null && self !== undefined && !mayCall(self, name)) return CUT;
      return callMethod(self, name, args(run, frame), run);
    };
  }
  if (callee.type === 'Super') throw new NeedsIsolate('super');
  const fn = part(callee, names);
  return (run, frame) => {
    const target = fn(run, frame);
    if (target === CUT) return CUT;
    if (optional && (target === null || target === undefined)) return CUT;
    return run.invoke(target, args(run, frame));
  };
}

/** Whether a field that is called with `?.()` is there: for plain data it is not, unless the field is. */
function mayCall(self: unknown, name: string): boolean {
  if (self instanceof HostObject || self instanceof HostFunction) return readField(self, name) !== undefined;
  return true;
}

/** Makes a value by `new`, where a function of the language makes one. */
export function construct(node: NewExpression, names: Names | undefined, part: CompilePart): Compiled {
  const callee = part(node.callee, names);
  const args = listOf(node.arguments, names, part);
  return (run, frame) => {
    const made = callee(run, frame);
    if (!(made instanceof HostFunction) || !made.construct) throw NOT_A_FUNCTION;
    run.step();
    return made.construct(args(run, frame), run);
  };
}
