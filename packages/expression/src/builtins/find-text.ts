import type { Payer } from './pay.js';

/** What looking for a text is paid by. */
type Searched = Payer & { lookAtClock(): void };

/** Nanoseconds for a character that is passed over, at worst. */
const PASS_EACH = 2;
/** Nanoseconds for a place where a character of the text that is looked for is compared. */
const COMPARED = 0.15;
/** Nanoseconds of one uninterrupted search. */
const SLICE = 1_000_000;

/**
 * `text.indexOf(find, from)` whose time is bounded: at worst each place is compared with all of what is looked for, so
 * a search that could take long goes piece by piece, with a look at the clock after each.
 */
export function findText(text: string, find: string, from: number, host: Searched): number {
  host.spend(Math.max(0, text.length - Math.max(0, from)) * PASS_EACH);
  return search(text, find, Math.trunc(from), host);
}

/** The search by itself, for those who paid for passing over the text before. */
function search(text: string, find: string, from: number, host: Searched): number {
  const places = placesAtOnce(find);
  if (text.length - from <= places) return text.indexOf(find, from);
  for (let at = Math.max(0, from); at <= text.length - find.length; at += places) {
    const found = text.slice(at, at + places + find.length - 1).indexOf(find);
    if (found >= 0) return at + found;
    host.lookAtClock();
  }
  return -1;
}

/** `text.lastIndexOf(find, from)`, bounded in the same way. */
export function findLastText(text: string, find: string, from: number, host: Searched): number {
  const start = Math.min(Number.isNaN(from) ? Number.POSITIVE_INFINITY : Math.max(0, from), text.length - find.length);
  if (start < 0) return -1;
  host.spend(start * PASS_EACH);
  const places = placesAtOnce(find);
  if (start <= places) return text.lastIndexOf(find, start);
  for (let end = start; end >= 0; end -= places) {
    const begin = Math.max(0, end - places + 1);
    const found = text.slice(begin, end + find.length).lastIndexOf(find);
    if (found >= 0) return begin + found;
    host.lookAtClock();
  }
  return -1;
}

/**
 * How often a text stands in another, one behind the other. What a method may do natively for each is then known.
 * An empty text stands at each place and at the end.
 */
export function countText(text: string, find: string, host: Searched): number {
  if (find === '') return text.length + 1;
  let count = 0;
  for (let at = findText(text, find, 0, host); at >= 0; count++) {
    if ((count & LOOK_MASK) === LOOK_MASK) host.lookAtClock();
    at = search(text, find, at + find.length, host);
  }
  return count;
}
/** A look at the clock after each 1,024. */
const LOOK_MASK = 0x3ff;

function placesAtOnce(find: string): number {
  return Math.max(1, Math.floor(SLICE / (PASS_EACH + find.length * COMPARED)));
}
