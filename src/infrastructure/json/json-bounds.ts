/** Deeper documents are no workflows (the deepest of real ones has some 25 levels), and exhaust recursive readers. */
export const DEPTH_LIMIT = 200;

/**
 * Values of one body: objects, arrays, texts, numbers. Room for 100,000 rows of ten fields, and then some. What follows
 * the reading (sizes, the journal, an answer) walks all of them in one go, at some 0.15 µs each.
 */
export const MAX_VALUES = 1_200_000;

/** Fields of an object up to which one counts as one value. Engines keep larger ones as tables. */
export const PLAIN_FIELDS = 128;
/** What each further one counts as: to walk a table costs three to four times as much (measured, V8 13). */
export const TABLE_FIELD_WEIGHT = 4;

/** Containers that lie deeper than this count as so many values: what walks them goes down to them again and again. */
export const PLAIN_DEPTH = 32;
export const DEEP_WEIGHT = 3;

/** Names of fields that differ, of all objects together. Each one costs the process some 1 µs, and memory for long. */
export const MAX_KEYS = 100_000;

/** Bytes from which on a body is read by a thread: below, the worst takes some 80 ms, rows some 2 ms. */
export const LARGE_BYTES = 256 * 1024;

/** A piece of JSON that is read in one go ends after so many values, or bytes: the worst that they can be takes 30 ms. */
export const PIECE = { values: 16_384, bytes: 256 * 1024 };

/** Why JSON is not taken. */
export interface JsonRefusal {
  status: 400 | 413;
  code: 'body.malformed' | 'body.too_deep' | 'body.too_many_values' | 'body.forbidden_key';
  detail: string;
}

export const TOO_DEEP: JsonRefusal = {
  status: 400,
  code: 'body.too_deep',
  detail: `The JSON is nested deeper than ${DEPTH_LIMIT} levels.`,
};

export const TOO_MANY_VALUES: JsonRefusal = {
  status: 413,
  code: 'body.too_many_values',
  detail: `The JSON has more than ${MAX_VALUES} values (fields beyond ${PLAIN_FIELDS} of one object count ${TABLE_FIELD_WEIGHT} times, what is nested below ${PLAIN_DEPTH} levels ${DEEP_WEIGHT} times). Send it in parts, or as a file.`,
};

export const TOO_MANY_KEYS: JsonRefusal = {
  status: 413,
  code: 'body.too_many_values',
  detail: `The JSON has more than ${MAX_KEYS} different names of fields. Send it in parts, or as a file.`,
};

export const FORBIDDEN_KEY: JsonRefusal = {
  status: 400,
  code: 'body.forbidden_key',
  detail: 'The JSON has a key __proto__ or constructor.prototype, which is not taken.',
};

export function malformedJson(error: unknown): JsonRefusal {
  return { status: 400, code: 'body.malformed', detail: `The body is not JSON: ${(error as Error).message}` };
}

/** Whether a text is nothing but what JSON takes for blanks. */
export function isBlank(json: string): boolean {
  return /^[ \t\n\r]*$/.test(json);
}

/** Whether arrays and objects are nested deeper than `limit`, by the text alone, before anything is built of it. */
export function isTooDeep(json: string, limit: number): boolean {
  // A text is no deeper than half its length: most are not worth a look.
  if (json.length <= limit) return false;
  let depth = 0;
  let inText = false;
  for (let i = 0; i < json.length; i++) {
    const code = json.charCodeAt(i);
    if (inText) {
      if (code === 92)
        i++; // a backslash hides the next character
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) {
      if (++depth > limit) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}
