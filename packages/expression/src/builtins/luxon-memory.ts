import { Settings } from 'luxon';

/** Characters of arguments after which luxon forgets. A format or a zone takes some ten; its caches then hold some MB. */
const FORGET_AFTER = 256 * 1024;
/** What an argument that is an object counts: a formatter made for it takes some 10 kB. */
const OBJECT_COUNTS = 256;

let remembered = 0;

/**
 * Luxon keeps every zone, locale and set of options that it was ever given, right or wrong, for the life of the process.
 * Here it forgets them when tenants have given it much, so that made-up names can't fill the memory of all.
 */
export function rememberArguments(args: readonly unknown[]): void {
  for (const arg of args) {
    if (typeof arg === 'string') remembered += arg.length;
    else if (typeof arg === 'object' && arg !== null) remembered += OBJECT_COUNTS;
  }
  if (remembered < FORGET_AFTER) return;
  remembered = 0;
  Settings.resetCaches();
}
