import type { JsonValue } from '@orchestrator/workflow';

/** What a JSON text says, and how it was written. */
export interface TypedJson {
  value: JsonValue;
  /**
   * The same, to be written down alone: numbers that a number can't hold as they were typed (9007199254740993, 1.0,
   * 1e400, -0) stand in it as they were typed. Not there where there are none.
   */
  exact?: unknown;
}

/** Parts of the language that its types do not know yet (JSON.parse source text access). */
interface ExactJson {
  parse(
    text: string,
    read: (this: unknown, key: string, value: unknown, more: { source?: string }) => unknown,
  ): unknown;
  rawJSON?(text: string): unknown;
}
const { parse, rawJSON } = JSON as unknown as ExactJson;

/** A text in which every number is a short whole one is read without a second look. */
const MAY_DIFFER = /[\d.](?:[.eE]|\d{15})|-0/;

/**
 * Parses a JSON text, and keeps how its numbers were typed.
 * @throws SyntaxError
 */
export function parseTypedJson(text: string): TypedJson {
  const value = JSON.parse(text) as JsonValue;
  if (!rawJSON || !MAY_DIFFER.test(text)) return { value };
  let differs = false;
  const exact = parse(text, (_, each, { source }) => {
    if (typeof each !== 'number' || source === undefined || JSON.stringify(each) === source) return each;
    differs = true;
    return rawJSON(source);
  });
  return differs ? { value, exact } : { value };
}

/**
 * Parses a JSON text in which numbers become texts where a number can't hold them as they were typed: for what is made
 * text anyway, such as a query.
 * @throws SyntaxError
 */
export function parseNumbersAsTyped(text: string): JsonValue {
  return parse(text, (_, each, { source }) =>
    typeof each === 'number' && source !== undefined && JSON.stringify(each) !== source ? source : each,
  ) as JsonValue;
}
