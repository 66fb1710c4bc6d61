import { type CallHost, HostFunction } from './host-values.js';
import { toNumber, toText } from './values.js';

/** A method of JavaScript's own, on a value of one type; what its cost grows with is charged before it runs. */
export type Method = (self: any, args: readonly any[], host: CallHost) => unknown;
export type MethodTable = ReadonlyMap<string, Method>;

/** An argument as a number, if it is given. */
export const n = (value: unknown, host: CallHost): number | undefined =>
  value === undefined ? undefined : toNumber(value, host);
/** An argument as a text. */
export const s = (value: unknown, host: CallHost): string => (typeof value === 'string' ? value : toText(value, host));
/** An argument that has to be a function. @throws TypeError when it is none */
export const callback = (fn: unknown, host: CallHost) => {
  if (!(fn instanceof HostFunction)) throw new TypeError('This needs a function');
  return (...args: unknown[]) => host.invoke(fn, args);
};

/** A text, charged for. */
export function charged(text: string, h: CallHost): string {
  h.charge(text.length);
  return text;
}

/** Going once through a value costs about this part of what making it did. */
export const LOOKED_AT_PER_BYTE = 16;
/** Charges one pass through a text or a list. */
export function passed<T extends { length: number }>(value: T, h: CallHost): T {
  h.charge(value.length / LOOKED_AT_PER_BYTE);
  return value;
}
