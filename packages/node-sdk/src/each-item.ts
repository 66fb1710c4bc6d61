import type { Item } from '@orchestrator/workflow';
import type { NodeContext } from './context.js';
import { errorMessage } from './errors.js';
import type { ParameterSet } from './parameters.js';

/**
 * Runs `one` for each item of the first main input, in order, and gathers what it gives on output 0. Items get their
 * lineage unless they bring it. A fault of one item ends the node, unless it may go on after faults: then an item with
 * `json.error` stands in its place.
 */
export async function eachItem<P extends ParameterSet>(
  ctx: NodeContext<P>,
  one: (item: Item, index: number) => Promise<Item | readonly Item[] | null>,
): Promise<Item[][]> {
  const out: Item[] = [];
  for (const [index, item] of ctx.items.entries()) {
    try {
      const given = await one(item, index);
      for (const each of given === null ? [] : Array.isArray(given) ? given : [given as Item]) {
        out.push(each.pairedItem === undefined ? { ...each, pairedItem: { item: index } } : each);
      }
    } catch (error) {
      if (!ctx.continueOnFail) throw error;
      const message = errorMessage(error);
      out.push({ json: { error: message }, pairedItem: { item: index }, error: { message, itemIndex: index } });
    }
  }
  return [out];
}
