import type {
  AnyNode,
  ArrowFunctionExpression,
  CallExpression,
  Expression,
  MemberExpression,
  ObjectExpression,
  Pattern,
  SpreadElement,
  Super,
} from 'acorn';
import { NeedsIsolate, NOT_A_FUNCTION, NOT_DEFINED, NOTHING_TO_READ, refusedName } from '../fault.js';
import { globalNamed } from '../globals/globals.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { readField } from './fields.js';
import { HostFunction, HostObject } from './host-values.js';
import { callMethod, methodNamed } from './methods.js';
import { binaryOperator, unaryOperator } from './operators.js';
import type { Compiled, Frame, Run } from './run.js';
import { isPlain, iterate, toText } from './values.js';

/** The names around an expression while it is compiled: those of each function, innermost first. */
interface Names {
  readonly slots: readonly string[];
  readonly parent: Names | undefined;
}

/** JavaScript's own globals that only the isolate has. */
const ISOLATE_GLOBALS: ReadonlySet<string> = new Set([
  ...['RegExp', 'Intl', 'Symbol', 'BigInt', 'ArrayBuffer', 'DataView', 'WeakMap', 'WeakSet', 'WeakRef', 'Iterator'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'EvalError', 'ReferenceError', 'SyntaxError'],
  ...['URIError', 'AggregateError'],
]);

/** Left of a chain such as `a?.b.c` was nothing: the whole chain is nothing. */
const CUT = Symbol('cut');

/**
 * Compiles a syntax tree to closures, which read own fields only and call only what is listed.
 * @throws NeedsIsolate for what only the isolate can express
 */
export function compile(node: Expression): Compiled {
  return expression(node, undefined);
}

function expression(node: Expression | SpreadElement | Super, names: Names | undefined): Compiled {
  switch (node.type) {
    case 'Literal':
      return literal(node.value, 'regex' in node || 'bigint' in node);
    case 'Identifier':
      return identifier(node.name, names);
    case 'MemberExpression':
      return member(node, names);
    case 'ChainExpression': {
      const inner = expression(node.expression, names);
      return (run, frame) => {
        const value = inner(run, frame);
        return value === CUT ? undefined : value;
      };
    }
    case 'CallExpression':
      return call(node, names);
    case 'NewExpression': {
      const callee = expression(node.callee, names);
      const args = argumentsOf(node.arguments, names);
      return (run, frame) => {
        const made = callee(run, frame);
        if (!(made instanceof HostFunction) || !made.construct) throw NOT_A_FUNCTION;
        run.step();
        return made.construct(args(run, frame), run);
      };
    }
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier') throw new NeedsIsolate('a private name');
      return binaryOperator(node.operator, expression(node.left, names), expression(node.right, names));
    }
    case 'LogicalExpression':
      return logical(node.operator, expression(node.left, names), expression(node.right, names));
    case 'UnaryExpression':
      return unaryOperator(node.operator, typeofSafe(node.operator, node.argument, names));
    case 'ConditionalExpression': {
      const [test, yes, no] = [
        expression(node.test, names),
        expression(node.consequent, names),
        expression(node.alternate, names),
      ];
      return (run, frame) => (test(run, frame) ? yes(run, frame) : no(run, frame));
    }
    case 'TemplateLiteral': {
      const texts = node.quasis.map((quasi) => quasi.value.cooked ?? '');
      const values = node.expressions.map((each) => expression(each, names));
      return (run, frame) => {
        let text = texts[0] as string;
        for (let i = 0; i < values.length; i++) {
          const part = toText(stringable((values[i] as Compiled)(run, frame)), run);
          run.charge(part.length);
          text += part + texts[i + 1];
        }
        return text;
      };
    }
    case 'ArrayExpression': {
      const items = listOf(node.elements, names);
      return items;
    }
    case 'ObjectExpression':
      return object(node, names);
    case 'ArrowFunctionExpression':
      return arrow(node, names);
    case 'SequenceExpression': {
      const all = node.expressions.map((each) => expression(each, names));
      return (run, frame) => {
        let value: unknown;
        for (const each of all) value = each(run, frame);
        return value;
      };
    }
    case 'ParenthesizedExpression':
      return expression(node.expression, names);
    default:
      throw new NeedsIsolate(node.type);
  }
}

function literal(value: unknown, special: boolean): Compiled {
  if (special) throw new NeedsIsolate('a regular expression or large integer');
  return () => value;
}

/** Text of a date is its ISO form wherever text is made of it. */
function stringable(value: unknown): unknown {
  if (value instanceof HostObject) return '[object Object]';
  return value;
}

function identifier(name: string, names: Names | undefined): Compiled {
  let depth = 0;
  for (let at = names; at; at = at.parent, depth++) {
    const slot = at.slots.lastIndexOf(name);
    if (slot < 0) continue;
    if (depth === 0) return (_run, frame) => (frame as Frame).slots[slot];
    if (depth === 1) return (_run, frame) => ((frame as Frame).parent as Frame).slots[slot];
    const up = depth;
    return (_run, frame) => {
      let found = frame as Frame;
      for (let i = 0; i < up; i++) found = found.parent as Frame;
      return found.slots[slot];
    };
  }
  if (REFUSED_NAMES.has(name)) throw refusedName(name);
  if (name === 'undefined') return () => undefined;
  if (ISOLATE_GLOBALS.has(name)) throw new NeedsIsolate(name);
  const global = globalNamed(name);
  if (!global) {
    return () => {
      throw NOT_DEFINED;
    };
  }
  return global;
}

/** `typeof` of a name that does not exist is a text, not a fault. */
function typeofSafe(operator: string, argument: Expression, names: Names | undefined): Compiled {
  const inner = expression(argument, names);
  if (operator !== 'typeof' || argument.type !== 'Identifier') return inner;
  return (run, frame) => {
    try {
      return inner(run, frame);
    } catch (fault) {
      if (fault === NOT_DEFINED) return undefined;
      throw fault;
    }
  };
}

/** The key of a member: a constant name, or a value worked out on reading. */
function keyOf(node: MemberExpression, names: Names | undefined): { name: string } | { key: Compiled } {
  if (node.property.type === 'PrivateIdentifier') throw new NeedsIsolate('a private name');
  if (!node.computed && node.property.type === 'Identifier') return { name: node.property.name };
  if (node.property.type === 'Literal' && typeof node.property.value === 'string') return { name: node.property.value };
  return { key: expression(node.property as Expression, names) };
}

function member(node: MemberExpression, names: Names | undefined): Compiled {
  const object = expression(node.object, names);
  const { optional } = node;
  const key = keyOf(node, names);
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
    return readField(value, typeof name === 'number' ? name : toText(name, run));
  };
}

function call(node: CallExpression, names: Names | undefined): Compiled {
  const args = argumentsOf(node.arguments, names);
  const { callee, optional } = node;
  if (callee.type === 'MemberExpression') {
    const object = expression(callee.object, names);
    const key = keyOf(callee, names);
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
  const fn = expression(callee, names);
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

function argumentsOf(
  nodes: readonly (Expression | SpreadElement)[],
  names: Names | undefined,
): (run: Run, frame: Frame | undefined) => unknown[] {
  return listOf(nodes, names);
}

function listOf(
  nodes: readonly (Expression | SpreadElement | null)[],
  names: Names | undefined,
): (run: Run, frame: Frame | undefined) => unknown[] {
  const parts = nodes.map((each) => {
    if (each === null) throw new NeedsIsolate('a list with holes');
    return each.type === 'SpreadElement'
      ? { value: expression(each.argument, names), spread: true }
      : { value: expression(each, names), spread: false };
  });
  if (parts.some((part) => part.spread)) {
    return (run, frame) => {
      const list: unknown[] = [];
      for (const { value, spread } of parts) {
        if (!spread) list.push(plainValue(value(run, frame)));
        else for (const each of iterate(value(run, frame), run)) list.push(each);
      }
      return list;
    };
  }
  const values = parts.map((part) => part.value);
  if (values.length === 0) return () => [];
  if (values.length === 1) {
    const only = values[0] as Compiled;
    return (run, frame) => [plainValue(only(run, frame))];
  }
  return (run, frame) => {
    run.charge(values.length * 8);
    return values.map((value) => plainValue(value(run, frame)));
  };
}

/** A chain that was cut inside of an argument or a list is nothing there. */
function plainValue(value: unknown): unknown {
  return value === CUT ? undefined : value;
}

function object(node: ObjectExpression, names: Names | undefined): Compiled {
  const parts = node.properties.map((property) => {
    if (property.type === 'SpreadElement') return { spread: expression(property.argument, names) };
    if (property.kind !== 'init' || property.method) throw new NeedsIsolate('a method of an object');
    const value = expression(property.value, names);
    if (property.computed) return { key: expression(property.key as Expression, names), value };
    const name =
      property.key.type === 'Identifier' ? property.key.name : String((property.key as { value: unknown }).value);
    if (REFUSED_NAMES.has(name)) throw refusedName(name);
    return { name, value };
  });
  return (run, frame) => {
    run.charge(16 + parts.length * 16);
    const made: Record<string, unknown> = {};
    for (const part of parts) {
      if (part.spread) {
        const from = part.spread(run, frame);
        if (from === null || from === undefined || typeof from !== 'object') continue;
        const source =
          from instanceof HostObject ? Object.fromEntries(from.names().map((name) => [name, from.read(name)])) : from;
        const keys = Object.keys(source);
        run.charge(keys.length * 16);
        for (const key of keys) if (!REFUSED_NAMES.has(key)) made[key] = (source as Record<string, unknown>)[key];
      } else {
        const name = part.name ?? toText((part.key as Compiled)(run, frame), run);
        if (part.name === undefined && REFUSED_NAMES.has(name)) throw refusedName(name);
        made[name] = (part.value as Compiled)(run, frame);
      }
    }
    return made;
  };
}

function logical(operator: string, left: Compiled, right: Compiled): Compiled {
  if (operator === '&&') return (run, frame) => left(run, frame) && right(run, frame);
  if (operator === '||') return (run, frame) => left(run, frame) || right(run, frame);
  return (run, frame) => left(run, frame) ?? right(run, frame);
}

function arrow(node: ArrowFunctionExpression, names: Names | undefined): Compiled {
  if (node.async || node.generator) throw new NeedsIsolate('an asynchronous function');
  const slots: string[] = [];
  const binders = node.params.map((param, i) => bind(param, i, slots, () => inner));
  const inner: Names = { slots, parent: names };
  const ready = binders.map((binder) => binder());
  const simple = node.params.every((param) => param.type === 'Identifier');
  const body = bodyOf(node, inner);
  const count = slots.length;
  return (run, frame) =>
    new HostFunction('function', (args) => {
      const own: Frame = { slots: simple ? args.slice(0, count) : new Array(count), parent: frame };
      if (!simple) for (const binder of ready) binder(args, run, own);
      return body(run, own);
    });
}

/** An expression, or a block that only returns one. Other statements are the isolate's. */
function bodyOf(node: ArrowFunctionExpression, names: Names): Compiled {
  if (node.body.type !== 'BlockStatement') {
    const body = expression(node.body, names);
    return (run, frame) => plainValue(body(run, frame));
  }
  const [only] = node.body.body;
  if (node.body.body.length !== 1 || only?.type !== 'ReturnStatement') throw new NeedsIsolate('statements');
  return only.argument ? expression(only.argument, names) : () => undefined;
}

type Binder = (args: readonly unknown[], run: Run, frame: Frame) => void;

/** Prepares how a parameter takes its argument; names are known to all parameters before defaults are compiled. */
function bind(pattern: Pattern, place: number, slots: string[], names: () => Names): () => Binder {
  if (pattern.type === 'RestElement') {
    const assign = target(pattern.argument, slots, names);
    return () => {
      const set = assign();
      return (args, run, frame) => set(args.slice(place), run, frame);
    };
  }
  const assign = target(pattern, slots, names);
  return () => {
    const set = assign();
    return (args, run, frame) => set(args[place], run, frame);
  };
}

type Setter = (value: unknown, run: Run, frame: Frame) => void;

function target(pattern: Pattern | AnyNode, slots: string[], names: () => Names): () => Setter {
  switch (pattern.type) {
    case 'Identifier': {
      if (REFUSED_NAMES.has(pattern.name)) throw refusedName(pattern.name);
      const slot = slots.push(pattern.name) - 1;
      return () => (value, _run, frame) => {
        frame.slots[slot] = value;
      };
    }
    case 'AssignmentPattern': {
      const assign = target(pattern.left, slots, names);
      return () => {
        const set = assign();
        const otherwise = expression(pattern.right, names());
        return (value, run, frame) => set(value === undefined ? otherwise(run, frame) : value, run, frame);
      };
    }
    case 'ArrayPattern': {
      const parts = pattern.elements.map((each, i) => {
        if (each === null) return undefined;
        const rest = each.type === 'RestElement';
        return { assign: target(rest ? each.argument : each, slots, names), rest, i };
      });
      return () => {
        const ready = parts.map((part) => part && { set: part.assign(), rest: part.rest, i: part.i });
        return (value, run, frame) => {
          const list = iterate(value, run);
          for (const part of ready) if (part) part.set(part.rest ? list.slice(part.i) : list[part.i], run, frame);
        };
      };
    }
    case 'ObjectPattern': {
      const parts = pattern.properties.map((property) => {
        if (property.type === 'RestElement') throw new NeedsIsolate('the rest of an object');
        if (property.computed || property.key.type !== 'Identifier') throw new NeedsIsolate('a computed pattern');
        const { name } = property.key;
        if (REFUSED_NAMES.has(name)) throw refusedName(name);
        return { name, assign: target(property.value, slots, names) };
      });
      return () => {
        const ready = parts.map(({ name, assign }) => ({ name, set: assign() }));
        return (value, run, frame) => {
          for (const { name, set } of ready) set(readField(value, name), run, frame);
        };
      };
    }
    default:
      throw new NeedsIsolate(pattern.type);
  }
}
