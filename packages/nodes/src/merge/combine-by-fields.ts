import type { Item } from '@orchestrator/workflow';
import { MadeFields } from '../field-path/made-fields.js';
import { findMatches, type MatchedItem, type MatchField } from '../matching/find-matches.js';
import { requireNames } from '../matching/require-fields.js';
import type { SourcedItem } from '../matching/sourced-item.js';
import { lookUp } from './look-up.js';
import { type ClashRule, mergeItems, withSuffix } from './merge-objects.js';

/** The choices of combining by fields. */
export interface FieldJoin {
  fields: readonly MatchField[];
  join: 'keepMatches' | 'keepNonMatches' | 'keepEverything' | 'enrichInput1' | 'enrichInput2' | 'lookup';
  from: 'both' | 'input1' | 'input2';
  overwrite: 'always' | 'blank' | 'missing';
  multipleMatches: 'all' | 'first';
  fuzzy: boolean;
  dotNotation: boolean;
  /** Where one input has no items, those of the other pass. */
  passAlone: boolean;
  clash: ClashRule;
}

/**
 * Combines the items of two inputs whose fields have the same values, in steps.
 *
 * @throws NodeFault when no fields are named, or too many items match
 */
export function* combineByFields(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  join: FieldJoin,
): Generator<void, Item[]> {
  requireNames(join.fields);
  if (join.join === 'lookup') return yield* lookUp(first, second, join);
  if (join.join === 'keepMatches' && join.passAlone && (first.length === 0 || second.length === 0)) {
    return [...first, ...second];
  }
  const found = yield* findMatches(first, second, join);
  const suffix = join.clash.prefer === 'suffix' || join.clash.prefer === 'suffixAndLast';
  const alone = (items: readonly SourcedItem[], input: number) =>
    suffix ? items.map((item) => withSuffix(item, input)) : items;
  const merged = () => mergeMatched(found.matched, join, suffix);
  switch (join.join) {
    case 'keepMatches':
      if (join.from === 'input1') return found.matched.map((match) => match.item);
      return join.from === 'input2' ? [...found.matched2] : yield* merged();
    case 'keepNonMatches':
      if (join.from === 'input1') return [...found.unmatched1];
      if (join.from === 'input2') return [...found.unmatched2];
      return [...sayInput(found.unmatched1, 'input1', second), ...sayInput(found.unmatched2, 'input2', first)];
    case 'keepEverything':
      return [...(yield* merged()), ...alone(found.unmatched1, 1), ...alone(found.unmatched2, 2)];
    case 'enrichInput1':
      return [...(yield* merged()), ...alone(found.unmatched1, 1)];
    case 'enrichInput2':
      return [...(yield* merged()), ...alone(found.unmatched2, 2)];
  }
}

function* mergeMatched(
  matched: readonly MatchedItem[],
  { join, clash }: FieldJoin,
  suffix: boolean,
): Generator<void, Item[]> {
  const firstWins = clash.prefer === 'input' ? clash.input === 1 : clash.prefer === 'auto' && join === 'enrichInput2';
  const merged: Item[] = [];
  const counted = { ...clash, made: new MadeFields() };
  for (const { item, matches } of matched) {
    for (const match of matches) {
      yield;
      if (suffix) merged.push(mergeItems([withSuffix(item, 1), withSuffix(match, 2)], counted));
      else merged.push(mergeItems(firstWins ? [match, item] : [item, match], counted, [item, match]));
    }
  }
  return merged;
}

/** Says of items which input they came from, where both inputs have some. */
function sayInput(items: readonly SourcedItem[], source: string, others: readonly SourcedItem[]): Item[] {
  if (others.length === 0) return [...items];
  return items.map((item) => ({ ...item, json: { ...item.json, _source: source } }));
}
