import { pay } from '../builtins/pay.js';
import type { Price } from '../builtins/prices.js';

/** What a method may use of the evaluation it runs in. */
export interface MethodHost {
  /** Counts one unit of work. @throws ExpressionFault when the budget is gone */
  step(): void;
  /** Charges memory, in bytes, before it is taken. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /** Charges time, in nanoseconds at worst, before work that can't be interrupted. @throws ExpressionFault for too much */
  spend(nanoseconds: number): void;
  /** Looks at the clock now. @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Leaves the evaluation to the isolate, for what only its walls can hold. There it does nothing. */
  needsIsolate(why: string): void;
}

/** A method that the language adds to a type of value. */
export type Extension = (self: any, args: readonly any[], host: MethodHost) => unknown;
export type ExtensionTable = Readonly<Record<string, Extension>>;

/** Conversions that a type answers with nothing, where others answer with a value. */
export const nothing: Extension = () => undefined;

/**
 * Methods that are paid for before they run.
 * @param size characters or entries of what a method is called on
 * @throws Error at start for a method without a price
 */
export function priced(
  table: ExtensionTable,
  prices: Readonly<Record<string, Price>>,
  size: (self: any) => number = () => 0,
): ExtensionTable {
  return Object.fromEntries(Object.entries(table).map(([name, run]) => [name, paid(name, run, prices, size)]));
}

function paid(
  name: string,
  run: Extension,
  prices: Readonly<Record<string, Price>>,
  size: (self: any) => number,
): Extension {
  if (!Object.hasOwn(prices, name)) throw new Error(`The method ${name} has no price in builtins/prices.ts`);
  const price = prices[name] as Price;
  if (Object.keys(price).length === 0) return run;
  return (self, args, host) => {
    pay(price, size(self), args, host);
    return run(self, args, host);
  };
}
