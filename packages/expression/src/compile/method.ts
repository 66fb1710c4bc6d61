import { pay } from '../builtins/pay.js';
import type { Price } from '../builtins/prices.js';
import { type CallHost, HostFunction } from './host-values.js';
import { toNumber, toText } from './values.js';

/** A method of JavaScript's own, on a value of one type; what its cost grows with is charged before it runs. */
export type Method = (self: any, args: readonly any[], host: CallHost) => unknown;
export type MethodTable = ReadonlyMap<string, Method>;

/**
 * Methods that are paid for before they run.
 * @param size characters or entries of what a method is called on
 * @throws Error at start for a method without a price
 */
export function priced(
  table: MethodTable,
  prices: Readonly<Record<string, Price>>,
  size: (self: any) => number = () => 0,
): MethodTable {
  return new Map([...table].map(([name, run]) => [name, paid(run, priceOf(prices, name), size)]));
}

function paid(run: Method, price: Price, size: (self: any) => number): Method {
  if (Object.keys(price).length === 0) return run;
  return (self, args, host) => {
    pay(price, size(self), args, host);
    return run(self, args, host);
  };
}

function priceOf(prices: Readonly<Record<string, Price>>, name: string): Price {
  if (!Object.hasOwn(prices, name)) throw new Error(`The method ${name} has no price in builtins/prices.ts`);
  return prices[name] as Price;
}

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
