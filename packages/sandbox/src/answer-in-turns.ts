import { setImmediate as nextTurn } from 'node:timers/promises';
import type { JsonObject, JsonValue } from '@orchestrator/workflow';
import { readJson } from './answers.js';

/** Characters that are parsed in one go: some milliseconds. */
const PIECE = 128 * 1024;
/** Milliseconds of parsing before others have their turn. */
const TURN_MS = 10;

/** How an answer begins whose only value is a list of items, and one with a value for each item. */
const ITEMS_OF_ONE = '{"values":[{"value":[';
const VALUES = '{"values":[';

/**
 * The JSON of a script's answer, which can be many megabytes of items: a long list is parsed piece by piece, with turns
 * for others in between. One item is parsed in one go.
 * @throws SandboxFault when it is no JSON
 */
export async function answerInTurns(text: string): Promise<JsonValue> {
  const start = [ITEMS_OF_ONE, VALUES].find((each) => text.startsWith(each));
  if (text.length <= PIECE || start === undefined) return readJson(text);
  const list: JsonValue[] = [];
  let turnEnds = performance.now() + TURN_MS;
  for (let at = start.length; ; ) {
    const piece = pieceFrom(text, at);
    if (!piece) return readJson(text); // which says what is wrong with it
    for (const each of readJson(`[${text.slice(at, piece.end)}]`) as JsonValue[]) list.push(each);
    if (piece.isLast) return withList(readJson(start + text.slice(piece.end)), start, list);
    at = piece.end + 1;
    if (performance.now() < turnEnds) continue;
    await nextTurn();
    turnEnds = performance.now() + TURN_MS;
  }
}

/** The answer without its list, and the list. What has another shape is left for its reader to refuse. */
function withList(answer: JsonValue, start: string, list: JsonValue[]): JsonValue {
  const { values } = answer as JsonObject;
  if (start === VALUES) return { ...(answer as JsonObject), values: list };
  const first = Array.isArray(values) ? values[0] : undefined;
  if (typeof first === 'object' && first !== null && !Array.isArray(first)) first.value = list;
  return answer;
}

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPENS: ReadonlySet<number> = new Set([91, 123]);
const CLOSES: ReadonlySet<number> = new Set([93, 125]);

/** Where so many entries of a list end that they are a piece, or the list ends; nothing when it never does. */
function pieceFrom(text: string, from: number): { end: number; isLast: boolean } | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfText(text, at);
      if (at < 0) return undefined;
    } else if (code === COMMA) {
      if (depth === 0 && at - from >= PIECE) return { end: at, isLast: false };
    } else if (OPENS.has(code)) depth++;
    else if (CLOSES.has(code) && depth-- === 0) return { end: at, isLast: true };
  }
  return undefined;
}

/** The quote that ends a text of JSON; -1 when there is none. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
  return -1;
}
