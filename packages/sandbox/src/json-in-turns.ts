import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of writing before others have their turn. */
const TURN_MS = 10;
/** Levels that are gone through part by part: down to the items of the runs of the nodes of a snapshot. */
const LEVELS = 9;
/** Lists and objects with fewer parts are written in one go, as deep as items stand. */
const PARTS = 16;

/**
 * `JSON.stringify(value)` for plain data, that lets others have their turn while it writes: the items of a run can be many
 * megabytes. One item is written in one go.
 */
export async function jsonInTurns(value: unknown): Promise<string> {
  const parts: string[] = [];
  let end = performance.now() + TURN_MS;
  for (const part of pieces(value, LEVELS)) {
    parts.push(part);
    if ((parts.length & 0x3f) !== 0 || performance.now() < end) continue;
    await nextTurn();
    end = performance.now() + TURN_MS;
  }
  return parts.join('');
}

/** The text of a value, piece by piece. What JSON has no word for is left out, and `null` in a list. */
function* pieces(value: unknown, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null || 'toJSON' in value) {
    yield JSON.stringify(value) ?? 'null';
  } else if (Array.isArray(value)) yield* listPieces(value, levels);
  else yield* recordPieces(value as Record<string, unknown>, levels);
}

function* listPieces(list: readonly unknown[], levels: number): Generator<string> {
  let before = '[';
  for (const each of list) {
    yield before;
    before = ',';
    // Items are small, mostly: what stands in a long list is written whole.
    yield* pieces(each, list.length > PARTS ? 0 : levels - 1);
  }
  yield before === '[' ? '[]' : ']';
}

function* recordPieces(record: Record<string, unknown>, levels: number): Generator<string> {
  let before = '{';
  for (const [name, each] of Object.entries(record)) {
    if (each === undefined || typeof each === 'function' || typeof each === 'symbol') continue;
    yield `${before}${JSON.stringify(name)}:`;
    before = ',';
    yield* pieces(each, levels - 1);
  }
  yield before === '{' ? '{}' : '}';
}
