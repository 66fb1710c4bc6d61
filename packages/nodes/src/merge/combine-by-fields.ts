import type { Item } from '@orchestrator/workflow';
import { findMatches, type MatchedItem, type MatchField } from '../matching/find-matches.js';
import { requireFields } from '../matching/require-fields.js';
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
  clash: ClashRule;
}

/**
 * Combines the items of two inputs whose fields have the same values.
 *
 * @throws NodeFault when no fields are named, or no item of an input has one
 */
export async function combineByFields(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  join: FieldJoin,
  signal: AbortSignal,
): Promise<Item[]> {
  requireFields(first, second, join);
  if (join.join === 'lookup') return lookUp(first, second, join);
  const found = await findMatches(first, second, join, signal);
  const suffix = join.clash.prefer === 'suffix' || join.clash.prefer === 'suffixAndLast';
  const alone = (items: readonly SourcedItem[], input: number) =>
    suffix ? items.map((item) => withSuffix(item, input)) : items;
  const merged = () => mergeMatched(found.matched, join, suffix);
  switch (join.join) {
    case 'keepMatches':
      if (join.from === 'input1') return found.matched.map((match) => match.item);
      return join.from === 'input2' ? [...found.matched2] : merged();
    case 'keepNonMatches':
      if (join.from === 'input1') return [...found.unmatched1];
      if (join.from === 'input2') return [...found.unmatched2];
      return [...sayInput(found.unmatched1, 'input1'), ...sayInput(found.unmatched2, 'input2')];
    case 'keepEverything':
      return [...merged(), ...alone(found.unmatched1, 1), ...alone(found.unmatched2, 2)];
    case 'enrichInput1':
      return [...merged(), ...alone(found.unmatched1, 1)];
    case 'enrichInput2':
      return [...merged(), ...alone(found.unmatched2, 2)];
  }
}

function mergeMatched(matched: readonly MatchedItem[], { join, clash }: FieldJoin, suffix: boolean): Item[] {
  const firstWins = clash.prefer === 'input' ? clash.input === 1 : clash.prefer === 'auto' && join === 'enrichInput2';
  return matched.flatMap(({ item, matches }) =>
    matches.map((match) => {
      if (suffix) return mergeItems([withSuffix(item, 1), withSuffix(match, 2)], clash);
      return mergeItems(firstWins ? [match, item] : [item, match], clash, [item, match]);
    }),
  );
}

/** Says of items of both inputs which one they came from. */
function sayInput(items: readonly SourcedItem[], source: string): Item[] {
  return items.map((item) => ({ ...item, json: { ...item.json, _source: source } }));
}
