import type { Item } from '@orchestrator/workflow';
import type { SourcedItem } from '../matching/sourced-item.js';
import { type ClashRule, mergeItems, withSuffix } from './merge-objects.js';

/** What becomes of items that stand where another input has none. */
export type Unpaired = 'drop' | 'keep' | 'keepFirst';

/** The first items of all inputs as one, the second, and so on; one a step. */
export function* combineByPosition(
  inputs: readonly SourcedItem[][],
  unpaired: Unpaired,
  rule: ClashRule,
): Generator<void, Item[]> {
  const lengths = inputs.map((items) => items.length);
  const count =
    unpaired === 'keepFirst' ? (lengths[0] ?? 0) : unpaired === 'keep' ? Math.max(...lengths) : Math.min(...lengths);
  const suffix = rule.prefer === 'suffix' || rule.prefer === 'suffixAndLast';
  const winner = rule.prefer === 'input' ? rule.input - 1 : rule.prefer === 'suffix' ? -1 : inputs.length - 1;
  const combined: Item[] = [];
  for (let at = 0; at < count; at++) {
    const here = inputs.flatMap((items, input) => {
      const item = items[at];
      return item ? [suffix ? withSuffix(item, input + 1) : item] : [];
    });
    const preferred = inputs[winner]?.[at];
    combined.push(mergeItems(preferred ? [...here, preferred] : here, rule, here));
    yield;
  }
  return combined;
}
