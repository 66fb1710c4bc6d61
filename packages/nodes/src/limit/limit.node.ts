import { defineNode, param } from '@orchestrator/node-sdk';
import { shownValue } from '../subtitle/shown-value.js';
import { de } from './limit.de.js';
import { docs } from './limit.docs.js';

export const limit = defineNode({
  type: 'limit',
  version: 1,
  label: 'Limit',
  summary: 'Keeps only the first or last items.',
  keywords: ['slice', 'top', 'head', 'tail', 'take', 'restrict'],
  actions: [
    { label: 'Keep only the first items', parameters: { keep: 'first' } },
    { label: 'Keep only the last items', parameters: { keep: 'last' } },
  ],
  docs,
  translations: { de },
  group: 'data',
  icon: 'scissors',
  effect: 'pure',
  subtitle: (raw, say) => {
    const count = shownValue(raw.maxItems ?? 1);
    return (raw.keep === 'last' ? say('last {count}', { count }) : say('first {count}', { count })).trim();
  },
  parameters: {
    maxItems: param.number({ label: 'Items to keep', default: 1, min: 0, description: 'Any more are left out.' }),
    keep: param.options({
      label: 'Keep',
      choices: [
        { value: 'first', label: 'First items' },
        { value: 'last', label: 'Last items' },
      ],
    }),
  },
  async run(ctx) {
    const { maxItems, keep } = await ctx.parameters(0);
    if (maxItems >= ctx.items.length) return [indexed(ctx.items, 0)];
    const start = keep === 'first' ? 0 : ctx.items.length - maxItems;
    return [indexed(ctx.items.slice(start, keep === 'first' ? maxItems : undefined), start)];
  },
});

function indexed<T extends object>(items: readonly T[], start: number) {
  return items.map((item, index) => ({ ...item, pairedItem: { item: start + index } }));
}
