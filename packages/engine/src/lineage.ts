import type { Item, PairedItem } from '@orchestrator/workflow';
import type { Outputs } from './events.js';
import type { Inputs } from './run-state.js';

/**
 * Gives every input item its own place as lineage, so that what a node passes on untouched points at this step's input.
 * Items that say so already are kept as they are. An error is told by the step that met it: behind that, the item is one
 * like any other.
 */
export function stampInputs(inputs: Inputs): Inputs {
  return inputs.map((items, input) => {
    if (items === null) return null;
    let stamped: Item[] | undefined;
    for (let at = 0; at < items.length; at++) {
      const item = items[at]!;
      if (item.error === undefined && isStamped(item.pairedItem, at, input)) {
        stamped?.push(item);
        continue;
      }
      stamped ??= items.slice(0, at);
      const place = { ...item, pairedItem: input === 0 ? { item: at } : { item: at, input } };
      if (place.error !== undefined) delete place.error;
      stamped.push(place);
    }
    return stamped ?? items;
  });
}

function isStamped(paired: Item['pairedItem'], at: number, input: number): boolean {
  if (typeof paired !== 'object' || Array.isArray(paired) || paired.run !== undefined) return false;
  return paired.item === at && (paired.input ?? 0) === input;
}

/**
 * Fills in lineage that a node left out, where it is plain: one input item, or one output with as many items as the one
 * input. Stops at the first item that is neither.
 */
export function pairOutputs(outputs: Outputs, inputs: Inputs): Outputs {
  const only = inputs.length === 1 ? inputs[0] : null;
  if (!only) return outputs;
  const single = only.length === 1;
  const sameLength = outputs.length === 1 && outputs[0]!.length === only.length;
  if (!single && !sameLength) return outputs;
  return outputs.map((items) =>
    items.every((item) => item.pairedItem !== undefined)
      ? items
      : items.map((item, at) =>
          item.pairedItem === undefined ? { ...item, pairedItem: { item: single ? 0 : at } } : item,
        ),
  );
}

/** The one item of a node that must always put something out: empty, with the lineage of every input item. */
export function emptyItem(inputs: Inputs): Item {
  const pairedItem: PairedItem[] = [];
  inputs.forEach((items, input) => {
    items?.forEach((_, item) => {
      pairedItem.push({ item, input });
    });
  });
  return { json: {}, pairedItem };
}
