import type { Item } from '@orchestrator/workflow';
import type { Outputs } from './events.js';
import type { PlanNode } from './plan.js';
import type { Inputs } from './run-state.js';

/**
 * Moves items that stand for a failure to the error output, the last one: those with `error` set, or with nothing in
 * `json` but `error` (and `message`, and `details`). Where such an item names the input item it came from, it carries
 * that item's fields too.
 */
export function splitErrors(node: PlanNode, outputs: Outputs, inputs: Inputs): Outputs {
  if (node.errorOutput === undefined) return outputs;
  const failed: Item[] = [];
  const split: (readonly Item[])[] = [];
  for (let output = 0; output < node.errorOutput; output++) {
    const good: Item[] = [];
    for (const item of outputs[output] ?? []) {
      if (isFailure(item)) failed.push(withInputFields(item, inputs));
      else good.push(item);
    }
    split.push(good);
  }
  split.push(failed);
  return split;
}

/** An item that carries an error has nothing in `json` but its message, so that the nodes behind it can tell. */
export function tellErrors(outputs: Outputs): Outputs {
  if (!outputs.some((items) => items.some((item) => item.error))) return outputs;
  return outputs.map((items) =>
    items.map((item) => (item.error ? { ...item, json: { error: item.error.message } } : item)),
  );
}

/** What stands for the items of a node that failed as a whole: each input item with the failure beside its fields. */
export function failedItems(inputs: Inputs, message: string): Item[] {
  const items = inputs.find((given) => given !== null && given.length > 0) ?? [];
  return items.map((item, at) => ({ ...item, json: { ...item.json, error: message }, pairedItem: { item: at } }));
}

function isFailure(item: Item): boolean {
  if (item.error) return true;
  const { error, message, details } = item.json;
  if (!error) return false;
  const count = Object.keys(item.json).length;
  return count === 1 || (count === 2 && Boolean(message)) || (count === 3 && Boolean(message) && Boolean(details));
}

function withInputFields(item: Item, inputs: Inputs): Item {
  const { error: _, ...rest } = item;
  const first = Array.isArray(item.pairedItem) ? item.pairedItem[0] : item.pairedItem;
  const from = first && inputs[first.input ?? 0]?.[first.item];
  return from ? { ...rest, json: { ...from.json, ...item.json } } : rest;
}
