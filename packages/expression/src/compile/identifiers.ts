import type { Expression } from 'acorn';
import { NeedsIsolate, NOT_DEFINED, refusedName } from '../fault.js';
import { globalNamed } from '../globals/globals.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import { type CompilePart, type Names, UNSET } from './names.js';
import { REGEXP } from './pattern-methods.js';
import type { Compiled, Frame } from './run.js';

/** JavaScript's own globals that only the isolate has. */
const ISOLATE_GLOBALS: ReadonlySet<string> = new Set([
  ...['Intl', 'Symbol', 'BigInt', 'ArrayBuffer', 'DataView', 'WeakMap', 'WeakSet', 'WeakRef', 'Iterator'],
  ...['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
  ...['Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array', 'EvalError', 'ReferenceError', 'SyntaxError'],
  ...['URIError', 'AggregateError'],
]);

/** How a local name is read and written; `undefined` when no function or block around has it. */
export function localNamed(
  name: string,
  names: Names | undefined,
): { read: Compiled; write(value: unknown, frame: Frame | undefined): void; constant: boolean } | undefined {
  let depth = 0;
  for (let at = names; at; at = at.parent, depth++) {
    const slot = at.slots.lastIndexOf(name);
    if (slot < 0) continue;
    const up = depth;
    const frameOf = (frame: Frame | undefined) => {
      let found = frame as Frame;
      for (let i = 0; i < up; i++) found = found.parent as Frame;
      return found;
    };
    const write = (value: unknown, frame: Frame | undefined) => {
      frameOf(frame).slots[slot] = value;
    };
    const read = reader(up, slot, frameOf);
    return { read: at.byStatements ? declaredOnly(read) : read, write, constant: at.constants.has(name) };
  }
  return undefined;
}

/** Reads a name that has to be declared first. */
function declaredOnly(read: Compiled): Compiled {
  return (run, frame) => {
    const value = read(run, frame);
    if (value === UNSET) throw NOT_DEFINED;
    return value;
  };
}

/** Most names are of the function at hand or of the one around it. */
function reader(up: number, slot: number, frameOf: (frame: Frame | undefined) => Frame): Compiled {
  if (up === 0) return (_run, frame) => (frame as Frame).slots[slot];
  if (up === 1) return (_run, frame) => ((frame as Frame).parent as Frame).slots[slot];
  return (_run, frame) => frameOf(frame).slots[slot];
}

/** A name as it is read. @throws NeedsIsolate for a global that only the isolate has; a fault for a refused name */
export function identifier(name: string, names: Names | undefined): Compiled {
  const local = localNamed(name, names);
  if (local) return local.read;
  if (REFUSED_NAMES.has(name)) throw refusedName(name);
  if (name === 'undefined') return () => undefined;
  if (name === 'RegExp') return () => REGEXP;
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
export function typeofSafe(
  operator: string,
  argument: Expression,
  names: Names | undefined,
  part: CompilePart,
): Compiled {
  const inner = part(argument, names);
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
