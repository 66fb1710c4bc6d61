import { DateTime } from 'luxon';
import { payEquality, payOrder } from '../builtins/pay.js';
import { ExpressionFault, NeedsIsolate } from '../fault.js';
import { HostFunction } from './host-values.js';
import type { Compiled, Run } from './run.js';
import { looselyEqual, toFieldName, toNumber, toPrimitive } from './values.js';

type Operator = (a: any, b: any, run: Run) => unknown;

/** A text beside what is none is read as a number, which takes as long as it is. */
const numeric = (value: unknown, run: Run) => (typeof value === 'string' ? toNumber(value, run) : value);

function add(a: unknown, b: unknown, run: Run): unknown {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  const left = toPrimitive(a, run) as string;
  const right = toPrimitive(b, run) as string;
  if (typeof left === 'string' || typeof right === 'string') {
    const length = String(left).length + String(right).length;
    run.charge(length);
    run.spend(length);
  }
  return left + right;
}

/** Orders two values: texts by their characters, everything else as numbers. */
function compared(test: (a: any, b: any) => boolean): Operator {
  return (a, b, run) => {
    if (typeof a === 'number' && typeof b === 'number') return test(a, b);
    const left = toPrimitive(a, run, 'number');
    const right = toPrimitive(b, run, 'number');
    if (typeof left === 'string' && typeof right === 'string') {
      payOrder(left, right, run);
      return test(left, right);
    }
    return test(numeric(left, run), numeric(right, run));
  };
}

function same(a: unknown, b: unknown, run: Run): boolean {
  if (typeof a === 'string') payEquality(a, b, run);
  return a === b;
}

const arithmetic =
  (work: (a: number, b: number) => number): Operator =>
  (a, b, run) =>
    work(toNumber(a, run), toNumber(b, run));

const BINARY: Readonly<Record<string, Operator>> = {
  '+': add,
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => a / b),
  '%': arithmetic((a, b) => a % b),
  '**': arithmetic((a, b) => a ** b),
  '&': arithmetic((a, b) => a & b),
  '|': arithmetic((a, b) => a | b),
  '^': arithmetic((a, b) => a ^ b),
  '<<': arithmetic((a, b) => a << b),
  '>>': arithmetic((a, b) => a >> b),
  '>>>': arithmetic((a, b) => a >>> b),
  '===': same,
  '!==': (a, b, run) => !same(a, b, run),
  '==': looselyEqual,
  '!=': (a, b, run) => !looselyEqual(a, b, run),
  '<': compared((a, b) => a < b),
  '>': compared((a, b) => a > b),
  '<=': compared((a, b) => a <= b),
  '>=': compared((a, b) => a >= b),
  in: (key, value, run) => {
    if (typeof value !== 'object' || value === null) throw new TypeError('Nothing can be in this value');
    return Object.hasOwn(value, toFieldName(key, run));
  },
  instanceof: (value, type) => {
    if (!(type instanceof HostFunction)) throw new TypeError('This is no type');
    switch (type.name) {
      case 'Array':
        return Array.isArray(value);
      case 'Date':
        return value instanceof Date;
      case 'DateTime':
        return value instanceof DateTime;
      case 'Object':
        return typeof value === 'object' && value !== null;
      default:
        throw new NeedsIsolate('instanceof');
    }
  },
};

export function binaryOperator(operator: string, left: Compiled, right: Compiled): Compiled {
  const work = BINARY[operator];
  if (!work) throw new NeedsIsolate(`the operator ${operator}`);
  return (run, frame) => work(left(run, frame), right(run, frame), run);
}

/** `&&`, `||` and `??`, which work out their right side only when it counts. */
export function logicalOperator(operator: string, left: Compiled, right: Compiled): Compiled {
  if (operator === '&&') return (run, frame) => left(run, frame) && right(run, frame);
  if (operator === '||') return (run, frame) => left(run, frame) || right(run, frame);
  return (run, frame) => left(run, frame) ?? right(run, frame);
}

/** What a binary operator does to two values, for `x += y`. */
export function operation(operator: string): Operator {
  const work = Object.hasOwn(BINARY, operator) ? BINARY[operator] : undefined;
  if (!work) throw new NeedsIsolate(`the operator ${operator}`);
  return work;
}

export function unaryOperator(operator: string, value: Compiled): Compiled {
  switch (operator) {
    case '!':
      return (run, frame) => !value(run, frame);
    case '-':
      return (run, frame) => -toNumber(value(run, frame), run);
    case '+':
      return (run, frame) => toNumber(value(run, frame), run);
    case '~':
      return (run, frame) => ~toNumber(value(run, frame), run);
    case 'void':
      return (run, frame) => {
        value(run, frame);
        return undefined;
      };
    case 'typeof':
      return (run, frame) => {
        const of = value(run, frame);
        return of instanceof HostFunction ? 'function' : typeof of;
      };
    case 'delete':
      throw new NeedsIsolate('delete');
    default:
      throw new ExpressionFault(`The operator ${operator} is not known here.`, 'expression.syntax');
  }
}
