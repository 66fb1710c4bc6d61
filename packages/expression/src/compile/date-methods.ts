import { DateTime, Duration, Interval } from 'luxon';
import { rememberArguments } from '../builtins/luxon-memory.js';
import { checkLocale, pay } from '../builtins/pay.js';
import { datePrice } from '../builtins/prices.js';
import { measure } from '../builtins/value-size.js';
import type { CallHost } from './host-values.js';
import type { Method, MethodTable } from './method.js';

/** Text that a date can be asked to make, charged before it is. */
const TEXT_BYTES = 512;

/** Every method of `Date`: an expression only meets dates that it made itself, so setting them hurts nobody. */
const DATE_NAMES = Object.getOwnPropertyNames(Date.prototype).filter((name) => /^(get|set|to)|^valueOf$/.test(name));

/** Methods of a class of luxon that give data. What takes or gives functions, or prints for a console, stays out. */
function methodsOf(type: { prototype: object }, without: readonly string[]): MethodTable {
  const table = new Map<string, Method>();
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(type.prototype))) {
    if (typeof value !== 'function' || name === 'constructor' || without.includes(name)) continue;
    table.set(name, native(name));
  }
  return table;
}

/** Nanoseconds for each value in arguments that are objects or lists: options, and dates to compare with. */
const IN_ARGUMENTS = 2_000;

/** Pays for arguments of luxon's that are more than texts. */
export function payArguments(args: readonly unknown[], host: CallHost): void {
  for (const arg of args)
    if (typeof arg === 'object' && arg !== null) host.spend(OPTIONS + measure(arg, host).values * IN_ARGUMENTS);
}
/** Options may take a formatter of their own. */
const OPTIONS = 50_000;

function native(name: string): Method {
  const price = datePrice(name);
  return (self: Record<string, (...args: unknown[]) => unknown>, args, host: CallHost) => {
    host.charge(
      TEXT_BYTES + args.reduce((sum: number, arg) => sum + (typeof arg === 'string' ? arg.length * 64 : 0), 0),
    );
    pay(price, 0, args, host);
    payArguments(args, host);
    if (name.includes('Locale')) checkLocale(args[0]);
    rememberArguments(args);
    return (self[name] as (...given: unknown[]) => unknown)(...args);
  };
}

export const DATE_METHODS: MethodTable = new Map(DATE_NAMES.map((name) => [name, native(name)]));
export const DATE_TIME_METHODS = methodsOf(DateTime, ['inspect']);
export const DURATION_METHODS = methodsOf(Duration, ['mapUnits', 'inspect']);
export const INTERVAL_METHODS = methodsOf(Interval, ['mapEndpoints', 'inspect', 'splitBy', 'splitAt', 'divideEqually']);
