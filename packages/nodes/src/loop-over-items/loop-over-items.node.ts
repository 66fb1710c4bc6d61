import { defineNode, NodeFault, param } from '@orchestrator/node-sdk';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './loop-over-items.de.js';
import { docs } from './loop-over-items.docs.js';

/**
 * What the node keeps between its runs. Expressions read it by these names
 * (`$('Loop Over Items').context.currentRunIndex`), which are n8n's.
 */
interface LoopMemory {
  items: Item[];
  processedItems: Item[];
  currentRunIndex: number;
  maxRunIndex: number;
  noItemsLeft: boolean;
  done: boolean;
}

export const loopOverItems = defineNode({
  type: 'loopOverItems',
  version: 1,
  label: 'Loop over items',
  summary: 'Hands on a few items at a time, until all have been through the loop.',
  keywords: ['batch', 'split in batches', 'iterate', 'for each', 'repeat', 'chunk'],
  actions: [
    { label: 'Loop over items one by one', parameters: { batchSize: 1 } },
    { label: 'Work through items in batches', parameters: { batchSize: 10 } },
  ],
  docs,
  translations: { de },
  group: 'flow',
  icon: 'repeat',
  effect: 'pure',
  outputs: (raw) => {
    if (raw.ports === 'batch') return [{ name: 'batch' }];
    return raw.ports === 'loopFirst' ? [{ name: 'loop' }, { name: 'done' }] : [{ name: 'done' }, { name: 'loop' }];
  },
  flow: {
    loop: ({ ports, options }) => ({
      again: ports === 'doneFirst' ? 1 : 0,
      ...(ports === 'batch' ? {} : { done: ports === 'doneFirst' ? 0 : 1 }),
      startsOver: Boolean((options as { reset?: unknown } | undefined)?.reset),
    }),
  },
  subtitle: (raw, say) => {
    const size = shownValue(raw.batchSize ?? 1);
    return size === '' ? '' : say('{size} at a time', { size });
  },
  parameters: {
    batchSize: param.number({ label: 'Items at a time', default: 1, min: 1, integer: true }),
    options: param.collection({
      label: 'Options',
      fields: {
        reset: param.boolean({
          label: 'Start over',
          description: 'What arrives now is taken as new items to loop over, not as the result of the last batch.',
        }),
      },
    }),
    ports: param.options({
      label: 'Outputs',
      literal: true,
      description: 'Older workflows have their outputs in another order.',
      choices: [
        { value: 'doneFirst', label: 'Done, then loop' },
        { value: 'loopFirst', label: 'Loop, then done' },
        { value: 'batch', label: 'Loop only' },
      ],
    }),
  },
  async run(ctx) {
    const { batchSize, options, ports } = await ctx.parameters(0);
    if (!Number.isInteger(batchSize) || batchSize < 1) {
      throw new NodeFault(`"Items at a time" has to be a whole number above 0, but is ${batchSize}`);
    }
    const memory = ctx.memory as unknown as LoopMemory;
    if (memory.items === undefined || options.reset === true) {
      begin(ctx.memory, ctx.items, batchSize, ctx.runIndex);
    } else {
      memory.currentRunIndex += 1;
      memory.processedItems = memory.processedItems.concat(stamped(ctx.items, ctx.runIndex));
    }
    const batch = memory.items.slice(0, batchSize);
    memory.items = memory.items.slice(batchSize);
    memory.noItemsLeft = memory.items.length === 0;
    memory.done = batch.length === 0;
    const done = memory.done ? memory.processedItems : [];
    if (ports === 'batch') return memory.done ? null : [batch];
    return ports === 'loopFirst' ? [batch, done] : [done, batch];
  },
});

function begin(memory: JsonObject, items: readonly Item[], batchSize: number, runIndex: number): void {
  const start: LoopMemory = {
    items: stamped(items, runIndex),
    processedItems: [],
    currentRunIndex: 0,
    maxRunIndex: Math.ceil(items.length / batchSize),
    noItemsLeft: false,
    done: false,
  };
  Object.assign(memory, start);
}

/** Items that say as whose input they came, for they leave the node in another run than they entered it. */
function stamped(items: readonly Item[], run: number): Item[] {
  return items.map((item, index) => ({ ...item, pairedItem: { item: index, run } }));
}
