import { DateTime, Duration, Interval } from 'luxon';
import { EXTENSION_NAMES, extensionNames, findExtension, genericExtension } from '../extensions/call.js';
import { NeedsIsolate, NOT_A_FUNCTION, NOTHING_TO_READ, refusedName } from '../fault.js';
import { REFUSED_NAMES } from '../syntax/refused-names.js';
import {
  ARRAY_METHODS,
  BOOLEAN_METHODS,
  MAP_METHODS,
  NUMBER_METHODS,
  OBJECT_METHODS,
  SET_METHODS,
} from './data-methods.js';
import { DATE_METHODS, DATE_TIME_METHODS, DURATION_METHODS, INTERVAL_METHODS } from './date-methods.js';
import { readField } from './fields.js';
import { type CallHost, HostFunction, HostObject } from './host-values.js';
import type { MethodTable } from './method.js';
import { PATTERN_METHODS } from './pattern-methods.js';
import { PatternValue } from './pattern-value.js';
import { STRING_METHODS } from './string-methods.js';

/**
 * Calls a method: the language's own for the value's type, then JavaScript's from the list of those that are safe.
 * @throws NeedsIsolate for one that only the isolate has; TypeError for one that does not exist
 */
export function callMethod(self: unknown, name: string, args: readonly unknown[], host: CallHost): unknown {
  host.step();
  if (self instanceof HostObject || self instanceof HostFunction) return host.invoke(readField(self, name), args);
  const isExtension = EXTENSION_NAMES.has(name);
  if (isExtension) {
    const extension = findExtension(self, name);
    if (extension) return extension.run(extension.self, args, host);
  }
  if (self === null || self === undefined) {
    if (isExtension) return genericExtension(self, name)(self, args, host);
    throw NOTHING_TO_READ;
  }
  const method = tableOf(self)?.get(name);
  if (method) return method(self, args, host);
  if (REFUSED_NAMES.has(name)) throw refusedName(name);
  if (isExtension && !isJavaScripts(self, name)) return genericExtension(self, name)(self, args, host);
  if (typeof self === 'object' && Object.hasOwn(self, name)) {
    const own = readField(self, name);
    if (own instanceof HostFunction) return host.invoke(own, args);
    throw NOT_A_FUNCTION;
  }
  if (isNative(self, name)) throw new NeedsIsolate(`the method ${name}`);
  throw NOT_A_FUNCTION;
}

/** Whether JavaScript has this for the value's type: what is not listed here, such as `push`, only the isolate has. */
function isNative(self: NonNullable<unknown>, name: string): boolean {
  // The language's iterators are lists here; what else iterators can do is the isolate's.
  if (self instanceof PatternValue) return name in RegExp.prototype;
  return name in Object(self) || (Array.isArray(self) && name in Iterator.prototype);
}

/** A method that is named but not called, as a function; `undefined` when the value has none of this name. */
export function methodNamed(self: unknown, name: string): HostFunction | undefined {
  if (self instanceof HostObject || self instanceof HostFunction || !tableOf(self)?.has(name)) return undefined;
  return new HostFunction(name, (args, host) => callMethod(self, name, args, host));
}

/** Names of all methods that can be called on a value: the language's own, and JavaScript's that are listed. */
export function methodNames(self: unknown): string[] {
  return [...extensionNames(self), ...(tableOf(self)?.keys() ?? [])];
}

/** Whether JavaScript has a method of this name for lists and texts, which the language has for other types only. */
function isJavaScripts(self: unknown, name: string): boolean {
  return (Array.isArray(self) && name in Array.prototype) || (typeof self === 'string' && name in String.prototype);
}

function tableOf(value: unknown): MethodTable | undefined {
  switch (typeof value) {
    case 'string':
      return STRING_METHODS;
    case 'number':
      return NUMBER_METHODS;
    case 'boolean':
      return BOOLEAN_METHODS;
    case 'object':
      if (Array.isArray(value)) return ARRAY_METHODS;
      if (value instanceof DateTime) return DATE_TIME_METHODS;
      if (value instanceof Date) return DATE_METHODS;
      if (value instanceof Duration) return DURATION_METHODS;
      if (value instanceof Interval) return INTERVAL_METHODS;
      if (value instanceof PatternValue) return PATTERN_METHODS;
      if (value instanceof Set) return SET_METHODS;
      if (value instanceof Map) return MAP_METHODS;
      return OBJECT_METHODS;
    default:
      return undefined;
  }
}
