import type { Say } from '@orchestrator/node-sdk';

/** `1 field`, `4 fields`. @param one the text for one of them @param many the text for others, with `{count}` */
export function counted(say: Say, count: number, one: string, many: string): string {
  return count === 1 ? say(one) : say(many, { count });
}

/** The length of a list, as a parameter holds it: 0 for anything else. */
export function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

/** A list of names: those in a text with commas, or those of a list's entries by `key`; beyond a few they are `count`ed. */
export function named(names: unknown, count: (length: number) => string, key = 'name'): string {
  const all = typeof names === 'string' ? names.slice(0, MAX_READ).split(',') : Array.isArray(names) ? names : [];
  const texts = all.slice(0, SHOWN).map((each) => textOf(each, key));
  if (all.length === 0 || texts.join('') === '') return '';
  return all.length > SHOWN || texts.some((text) => text === '') ? count(all.length) : texts.join(', ');
}

const SHOWN = 3;
const MAX_READ = 300;

function textOf(each: unknown, key: string): string {
  const value =
    typeof each === 'object' && each !== null ? (Object.getOwnPropertyDescriptor(each, key)?.value as unknown) : each;
  return typeof value === 'string' ? value.trim().slice(0, 40) : '';
}
