import { NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonValue } from '@orchestrator/workflow';
import { getField } from '../field-path/field-path.js';
import { looksTheSame, stableText } from '../value-types/same-value.js';
import type { SourcedItem } from './sourced-item.js';

/** Fields of the two inputs that have to have the same value. */
export interface MatchField {
  field1: string;
  field2: string;
}
export interface MatchedItem {
  item: SourcedItem;
  matches: readonly SourcedItem[];
}
export interface Matches {
  matched: MatchedItem[];
  /** Items of the second input that some item matched, in their order, and the others. */
  matched2: SourcedItem[];
  unmatched1: SourcedItem[];
  unmatched2: SourcedItem[];
}

/** Pairs in all: two lists of 10,000 items with one value make 100 million, which would fill the memory of everyone. */
const MAX_PAIRS = 1_000_000;
/** Rows of a slow comparison after which others get their turn. */
const ROWS_A_TURN = 64;

/** Finds for each item of the first input those of the second that match. An item without the field matches nothing. */
export async function findMatches(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  how: {
    fields: readonly MatchField[];
    multipleMatches: 'all' | 'first';
    fuzzy: boolean;
    dotNotation: boolean;
    missingIsEmpty?: boolean;
  },
  signal: AbortSignal,
): Promise<Matches> {
  const values = (item: Item, side: keyof MatchField) =>
    how.fields.map((field) => getField(item.json, field[side], { dotNotation: how.dotNotation }));
  const find = how.fuzzy ? byComparing(second, values, how.missingIsEmpty ?? false) : byIndex(second, values);
  const found: Matches = { matched: [], matched2: [], unmatched1: [], unmatched2: [] };
  const used = new Set<number>();
  let pairs = 0;
  for (const [row, item] of first.entries()) {
    if (how.fuzzy && row % ROWS_A_TURN === ROWS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
    const wanted = values(item, 'field1');
    const all = wanted.some((value) => value === undefined) ? [] : find(wanted as JsonValue[]);
    const places = how.multipleMatches === 'first' ? all.slice(0, 1) : all;
    pairs += places.length;
    if (pairs > MAX_PAIRS) throw tooMany(first.length, second.length);
    for (const place of places) used.add(place);
    if (places.length === 0) found.unmatched1.push(item);
    else found.matched.push({ item, matches: places.map((place) => second[place] as SourcedItem) });
  }
  for (const [place, item] of second.entries()) (used.has(place) ? found.matched2 : found.unmatched2).push(item);
  return found;
}

function tooMany(first: number, second: number): NodeFault {
  return new NodeFault(`${first} and ${second} items match in more than ${MAX_PAIRS} pairs`, {
    code: 'match.tooMany',
    description: 'Match by fields that fewer items share, or take the first match of each item only.',
    retryable: false,
  });
}

type Values = (item: Item, side: keyof MatchField) => (JsonValue | undefined)[];
type Find = (wanted: readonly JsonValue[]) => readonly number[];

function byIndex(items: readonly SourcedItem[], values: Values): Find {
  const index = new Map<string, number[]>();
  for (const [place, item] of items.entries()) {
    const own = values(item, 'field2');
    if (own.some((value) => value === undefined)) continue;
    const key = stableText(own as JsonValue[]);
    const places = index.get(key);
    if (places) places.push(place);
    else index.set(key, [place]);
  }
  return (wanted) => index.get(stableText([...wanted])) ?? [];
}

function byComparing(items: readonly SourcedItem[], values: Values, missingIsEmpty: boolean): Find {
  const rows = items.map((item) => values(item, 'field2'));
  return (wanted) =>
    rows.flatMap((own, place) =>
      own.every((value, at) => looksTheSame(wanted[at], value, missingIsEmpty)) ? [place] : [],
    );
}
