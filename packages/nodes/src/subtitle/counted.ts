/** `1 field`, `4 fields`. @param of one of them; a plural is made by an `s` */
export function counted(count: number, of: string): string {
  return `${count} ${of}${count === 1 ? '' : 's'}`;
}

/** The length of a list, as a parameter holds it: 0 for anything else. */
export function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

/** A list of names: those in a text with commas, or those of a list's entries by `key`; beyond a few they are counted. */
export function named(names: unknown, of: string, key = 'name'): string {
  const all = typeof names === 'string' ? names.slice(0, MAX_READ).split(',') : Array.isArray(names) ? names : [];
  const texts = all.slice(0, SHOWN).map((each) => textOf(each, key));
  if (all.length === 0 || texts.join('') === '') return '';
  return all.length > SHOWN || texts.some((text) => text === '') ? counted(all.length, of) : texts.join(', ');
}

const SHOWN = 3;
const MAX_READ = 300;

function textOf(each: unknown, key: string): string {
  const value =
    typeof each === 'object' && each !== null ? (Object.getOwnPropertyDescriptor(each, key)?.value as unknown) : each;
  return typeof value === 'string' ? value.trim().slice(0, 40) : '';
}
