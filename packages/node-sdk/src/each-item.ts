import type { Item } from '@orchestrator/workflow';
import type { NodeContext } from './context.js';
import { errorMessage } from './errors.js';
import type { ParameterSet } from './parameters.js';
import { inOrder, type Soon, whenReady } from './soon.js';

type Given = Item | readonly Item[] | null;

/**
 * Runs `one` for each item of the first main input, in order, and gathers what it gives on output 0. Items get their
 * lineage unless they bring it. A fault of one item ends the node, unless it may go on after faults: then an item with
 * `json.error` stands in its place.
 */
export function eachItem<P extends ParameterSet>(
  ctx: NodeContext<P>,
  one: (item: Item, index: number) => Soon<Given>,
): Soon<Item[][]> {
  const { items } = ctx;
  const out: Item[] = [];
  const keep = (item: Item, index: number) => {
    out.push(item.pairedItem === undefined ? { ...item, pairedItem: { item: index } } : item);
  };
  const take = (given: Given, index: number) => {
    if (given === null) return;
    if (Array.isArray(given)) for (const each of given) keep(each, index);
    else keep(given as Item, index);
  };
  const fault = (error: unknown, index: number) => {
    if (!ctx.continueOnFail) throw error;
    const message = errorMessage(error);
    out.push({ json: { error: message }, pairedItem: { item: index }, error: { message, itemIndex: index } });
  };
  const attempt = (index: number): Soon<void> => {
    let given: Soon<Given>;
    try {
      given = one(items[index] as Item, index);
    } catch (error) {
      return fault(error, index);
    }
    if (!(given instanceof Promise)) return take(given, index);
    return given.then(
      (later) => take(later, index),
      (error) => fault(error, index),
    );
  };
  return whenReady(inOrder(items.length, attempt), () => [out]);
}
