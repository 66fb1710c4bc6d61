import jmespath from 'jmespath';
import { measure } from '../builtins/value-size.js';
import { type CallHost, HostFunction, HostObject } from '../compile/host-values.js';
import { isPlain, toFieldName, toNumber } from '../compile/values.js';
import { ExpressionFault, NeedsIsolate } from '../fault.js';
import { jmespathCost } from './jmespath-cost.js';

/** Nanoseconds for a character of a path that is parsed, and for a value that a part of a path looks at. */
const PARSED = 1_000;
const READ = 100;
/** How often a plain path is taken to make all of its data. */
const LEAST_PASSES = 16;

/** Characters of a JMESPath; real ones stay below a few hundred. */
const MAX_PATH_LENGTH = 10_000;
const fn = (name: string, call: HostFunction['call']) => new HostFunction(name, call);

/** Whether the language takes a value for empty: nothing, an empty text or list, an object without fields. */
function isEmpty(value: unknown, host: CallHost): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (!isPlain(value)) return false;
  const { length } = Object.keys(value);
  host.spend(length * READ * 3); // counting many takes long by itself
  return length === 0;
}

function needs(args: readonly unknown[], count: number, how: string): void {
  if (args.length < count) throw new ExpressionFault(`This function needs more: ${how}.`, 'expression.arguments');
}

/** Nanoseconds for a field that is set by a name that was not known before. */
const FIELD = 500;

const numbers = (args: readonly unknown[], host: CallHost) => args.map((each) => toNumber(each, host));
const average = (args: readonly unknown[], host: CallHost) =>
  numbers(args, host).reduce((sum, n) => sum + n, 0) / args.length;
const not: HostFunction['call'] = ([value]) => !value;

function search([data, path]: readonly unknown[], host: CallHost): unknown {
  if (typeof data !== 'object' || data === null || typeof path !== 'string') {
    throw new ExpressionFault(
      '$jmespath() needs an object and a path: $jmespath($json, "a.b").',
      'expression.arguments',
    );
  }
  if (path.length > MAX_PATH_LENGTH)
    throw new ExpressionFault('The path of $jmespath() is too long.', 'expression.too-large');
  host.spend(path.length * PARSED);
  try {
    const size = measure(data, host);
    const { passes, copies, readsAll } = jmespathCost(path, size.bytes, host);
    host.charge(size.bytes * Math.max(LEAST_PASSES, passes) * copies);
    // Comparing may look at all fields once, whatever the path names.
    host.spend(size.values * (READ / 3) * copies);
    host.spend((readsAll ? size.values * READ + size.bytes * 5 : entriesIn(data) * READ) * passes * copies);
    return jmespath.search(data, path);
  } catch (fault) {
    if (fault instanceof ExpressionFault || fault instanceof NeedsIsolate) throw fault;
    throw new ExpressionFault(`$jmespath(): ${(fault as Error).message}`, 'expression.failed');
  }
}

/** Entries of all lists in a value: what a path without wild cards over fields goes through. */
function entriesIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + 1 + entriesIn(each), 0);
  if (!isPlain(value)) return 0;
  let sum = 1;
  for (const key of Object.keys(value)) sum += typeof value[key] === 'object' ? entriesIn(value[key]) : 0;
  return sum;
}

/** What a tool's parameter gives outside of an agent: its default, or nothing. */
function fromAi([key, , , otherwise]: readonly unknown[]): unknown {
  if (typeof key !== 'string' || key === '')
    throw new ExpressionFault('$fromAI() needs a name for the value.', 'expression.arguments');
  return otherwise;
}

function numberList([from, to]: readonly unknown[], host: CallHost): number[] {
  const [start, end] = [toNumber(from, host), toNumber(to, host)];
  const length = Math.abs(end - start) + 1;
  if (!Number.isFinite(length)) throw new ExpressionFault('numberList() needs two numbers.', 'expression.arguments');
  host.charge(length * 8);
  host.spend(length * 80);
  return Array.from({ length: Math.trunc(length) }, (_, i) => (start < end ? start + i : start - i));
}

function zip([keys, values]: readonly unknown[], host: CallHost): Record<string, unknown> {
  if (!Array.isArray(keys) || !Array.isArray(values) || keys.length !== values.length) {
    throw new ExpressionFault('zip() needs two lists of the same length.', 'expression.arguments');
  }
  host.charge(keys.length * 40);
  const made: Record<string, unknown> = {};
  keys.forEach((key, i) => {
    host.step();
    host.spend(FIELD);
    const name = toFieldName(key, host);
    if (name !== '__proto__') made[name] = values[i];
  });
  return made;
}

const choose: HostFunction['call'] = (args) => {
  needs(args, 2, '$if(condition, then, otherwise)');
  return args[0] ? args[1] : args.length > 2 ? args[2] : false;
};
const fallback: HostFunction['call'] = (args, host) => {
  needs(args, 2, '$ifEmpty(value, otherwise)');
  return isEmpty(args[0] instanceof HostObject ? {} : args[0], host) ? args[1] : args[0];
};
const least: HostFunction['call'] = (args, host) => Math.min(...numbers(args, host));
const most: HostFunction['call'] = (args, host) => Math.max(...numbers(args, host));

/** The functions that the language adds to JavaScript's. */
export const LANGUAGE_FUNCTIONS: Readonly<Record<string, HostFunction>> = {
  $if: fn('$if', choose),
  $ifEmpty: fn('$ifEmpty', fallback),
  $min: fn('$min', least),
  $max: fn('$max', most),
  min: fn('min', least),
  max: fn('max', most),
  $average: fn('$average', average),
  average: fn('average', average),
  $not: fn('$not', not),
  not: fn('not', not),
  $jmespath: fn('$jmespath', search),
  $jmesPath: fn('$jmesPath', search),
  $fromAI: fn('$fromAI', fromAi),
  $fromAi: fn('$fromAi', fromAi),
  $fromai: fn('$fromai', fromAi),
  numberList: fn('numberList', numberList),
  zip: fn('zip', zip),
};
