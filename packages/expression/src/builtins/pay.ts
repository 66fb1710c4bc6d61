import { ExpressionFault } from '../fault.js';
import type { Price } from './prices.js';

/** What work is charged to. */
export interface Payer {
  /** Charges memory, in bytes, before it is taken. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /** Charges time, in nanoseconds, before work that can't be interrupted. @throws ExpressionFault when it does not fit */
  spend(nanoseconds: number): void;
}

/** Pays for a call of a method, before it runs. @param size characters or entries of what it is called on */
export function pay(price: Price, size: number, args: readonly unknown[], host: Payer): void {
  const { call = 0, each = 0, bytes, argument = 2 } = price;
  let time = call + size * each;
  for (const arg of args) if (typeof arg === 'string' || Array.isArray(arg)) time += arg.length * argument;
  if (bytes !== undefined) host.charge(size * bytes);
  host.spend(time);
}

/** Nanoseconds for a character of a text that is looked up: its hash is worked out. */
const HASH_EACH = 5;
/** Texts up to this cost nothing that is worth counting. */
const SHORT = 64;

/** A text that is about to be compared as a whole, looked up by, or kept in a set. */
export function looked<T>(value: T, host: Payer): T {
  if (typeof value === 'string' && value.length > SHORT) host.spend(value.length * HASH_EACH);
  return value;
}

/** Pays for comparing two values for being the same, when they are texts that may be long. */
export function payEquality(a: unknown, b: unknown, host: Payer): void {
  if (typeof a !== 'string' || a.length <= SHORT || typeof b !== 'string' || a.length !== b.length) return;
  host.spend(a.length * COMPARE_EACH);
}

/** Nanoseconds for a character of two texts that are put in order. */
const COMPARE_EACH = 5;

/** Pays for putting two values in order, when they are texts. */
export function payOrder(a: unknown, b: unknown, host: Payer): void {
  if (typeof a !== 'string' || typeof b !== 'string') return;
  const shared = a.length < b.length ? a.length : b.length;
  if (shared > SHORT) host.spend(shared * COMPARE_EACH);
}

/** Characters of the name of a language or zone; real ones stay below 40. */
const MAX_LOCALE = 128;
/** Languages that are named for one text. */
const MAX_LOCALES = 16;

/** Refuses what no language is called: `Intl` goes through all of it. @throws ExpressionFault */
export function checkLocale(locale: unknown): void {
  const isLong = typeof locale === 'string' && locale.length > MAX_LOCALE;
  const isMany = Array.isArray(locale) && (locale.length > MAX_LOCALES || locale.some(tooLong));
  if (!isLong && !isMany) return;
  throw new ExpressionFault(
    "This is no name of a language. Give one such as 'en' or 'de-CH', or a few in a list.",
    'expression.arguments',
  );
}
const tooLong = (each: unknown) => typeof each !== 'string' || each.length > MAX_LOCALE;
