import { NodeFault } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { MadeFields } from '../field-path/made-fields.js';
import type { SourcedItem } from '../matching/sourced-item.js';
import { type ClashRule, mergeItems, withSuffix } from './merge-objects.js';

/** Items that one run may make; a product of two long lists would fill the memory of everyone. */
const MAX_COMBINATIONS = 1_000_000;

/** Every item of one input with every item of the other, in steps; the winning input's items change fastest. */
export function* combineAll(
  first: readonly SourcedItem[],
  second: readonly SourcedItem[],
  rule: ClashRule,
): Generator<void, Item[]> {
  if (first.length * second.length > MAX_COMBINATIONS) {
    throw new NodeFault(`${first.length} × ${second.length} items make more than ${MAX_COMBINATIONS} combinations`, {
      code: 'merge.tooMany',
      description: 'Combine smaller lists, or match them by fields.',
      retryable: false,
    });
  }
  const suffix = rule.prefer === 'suffix' || rule.prefer === 'suffixAndLast';
  const one = suffix ? first.map((item) => withSuffix(item, 1)) : first;
  const two = suffix ? second.map((item) => withSuffix(item, 2)) : second;
  const [outer, inner] = rule.prefer === 'input' && rule.input === 1 ? [two, one] : [one, two];
  const combined: Item[] = [];
  const counted = { ...rule, made: new MadeFields() };
  for (const a of outer) {
    for (const b of inner) {
      combined.push(mergeItems([a, b], counted));
      yield;
    }
  }
  return combined;
}
