import { NodeFault } from '@orchestrator/node-sdk';
import type { Item, JsonValue } from '@orchestrator/workflow';
import { getField } from '../field-path/field-path.js';
import { MadeFields } from '../field-path/made-fields.js';
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
/** Comparisons in all, where each item has to be compared with each: a minute of work at most. */
const MAX_COMPARISONS = 100_000_000;
/** Items of the second input that are compared in one step. */
const ITEMS_A_STEP = 1_000;
/** Characters of a key that take about as much memory as a field. */
const CHARACTERS_A_FIELD = 32;

/**
 * Finds for each item of the first input those of the second that match, in steps. An item without the field matches
 * nothing.
 * @throws NodeFault when the lists are too long for it, or too many of their items are alike
 */
export function* findMatches(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  how: {
    fields: readonly MatchField[];
    multipleMatches: 'all' | 'first';
    fuzzy: boolean;
    dotNotation: boolean;
    missingIsEmpty?: boolean;
  },
): Generator<void, Matches> {
  const values = (item: Item, side: keyof MatchField) =>
    how.fields.map((field) => getField(item.json, field[side], { dotNotation: how.dotNotation }));
  if (how.fuzzy && first.length * second.length > MAX_COMPARISONS) throw tooLong(first.length, second.length);
  const find = how.fuzzy ? byComparing(second, values, how.missingIsEmpty ?? false) : yield* byIndex(second, values);
  const found: Matches = { matched: [], matched2: [], unmatched1: [], unmatched2: [] };
  const used = new Set<number>();
  let pairs = 0;
  for (const item of first) {
    const wanted = values(item, 'field1');
    const all = wanted.some((value) => value === undefined) ? [] : yield* find(wanted as JsonValue[]);
    yield;
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

function tooLong(first: number, second: number): NodeFault {
  return new NodeFault(`${first} × ${second} items are more than ${MAX_COMPARISONS} comparisons`, {
    code: 'match.tooMany',
    description: 'Comparing with tolerance looks at each pair. Compare smaller lists, or turn the tolerance off.',
    retryable: false,
  });
}

type Values = (item: Item, side: keyof MatchField) => (JsonValue | undefined)[];
type Find = (wanted: readonly JsonValue[]) => Generator<void, readonly number[]>;

function* byIndex(items: readonly SourcedItem[], values: Values): Generator<void, Find> {
  const index = new Map<string, number[]>();
  const made = new MadeFields();
  for (const [place, item] of items.entries()) {
    yield;
    const own = values(item, 'field2');
    if (own.some((value) => value === undefined)) continue;
    const key = stableText(own as JsonValue[]);
    made.add(1 + key.length / CHARACTERS_A_FIELD);
    const places = index.get(key);
    if (places) places.push(place);
    else index.set(key, [place]);
  }
  // biome-ignore lint/correctness/useYield: the other way of finding has steps
  return function* (wanted) {
    return index.get(stableText([...wanted])) ?? [];
  };
}

function byComparing(items: readonly SourcedItem[], values: Values, missingIsEmpty: boolean): Find {
  const made = new MadeFields();
  const rows = items.map((item) => {
    const own = values(item, 'field2');
    made.add(own.length);
    return own;
  });
  return function* (wanted) {
    const places: number[] = [];
    for (const [place, own] of rows.entries()) {
      if (place % ITEMS_A_STEP === 0) yield;
      if (own.every((value, at) => looksTheSame(wanted[at], value, missingIsEmpty))) places.push(place);
    }
    return places;
  };
}
