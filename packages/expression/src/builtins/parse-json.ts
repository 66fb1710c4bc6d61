import type { Payer } from './pay.js';

/**
 * The value of a JSON text, without keys `__proto__`: what is parsed may be handed on as an item, and whoever copies
 * such an item field by field would change its prototype.
 * @throws SyntaxError
 */
export function parseJson(text: string, host?: Payer): unknown {
  if (host) payParsing(text, host);
  return MAY_NAME_PROTOTYPE.test(text)
    ? JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
    : JSON.parse(text);
}

/** The name, or an escape of one of its letters, which may hide it: what has either is gone through again. */
const MAY_NAME_PROTOTYPE = /__proto__|\\u00(?:5f|6f|7[024])/i;

/** Nanoseconds for a character, for a field's name that may be new, and for what parts values. */
const CHARACTER = 4;
const FIELD = 500;
const VALUE = 120;
/** What going through all of it again takes, for each value. */
const AGAIN = 1_000;
/** Bytes for a character: `[]` is a list of 32. */
const BYTES = 16;

/** Pays for parsing, and before that for counting what is there. */
function payParsing(text: string, host: Payer): void {
  host.charge(text.length * 2);
  host.spend(text.length * CHARACTER);
  const { parts, nanoseconds } = parsingTime(text);
  host.charge(parts * BYTES * 2);
  host.spend(nanoseconds);
}

/** What parsing a text takes at worst: names take longest, so they are counted, and so are values. */
export function parsingTime(text: string): { parts: number; nanoseconds: number } {
  let fields = 0;
  let values = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COLON) fields++;
    else if (code === COMMA || code === LIST || code === OBJECT) values++;
  }
  const again = MAY_NAME_PROTOTYPE.test(text) ? AGAIN : 0;
  const nanoseconds = text.length * CHARACTER + fields * (FIELD + again) + values * (VALUE + again);
  return { parts: fields + values, nanoseconds };
}
const COLON = 58;
const COMMA = 44;
const LIST = 91;
const OBJECT = 123;
