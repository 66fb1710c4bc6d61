import { defineNode, param } from '@orchestrator/node-sdk';

export const limit = defineNode({
  type: 'limit',
  version: 1,
  label: 'Limit',
  summary: 'Keep only the first or last items',
  keywords: ['slice', 'top', 'head', 'tail', 'take', 'restrict'],
  group: 'data',
  icon: 'file:icon.svg',
  effect: 'pure',
  subtitle: (raw) => `${raw.keep === 'last' ? 'last' : 'first'} ${raw.maxItems ?? 1}`,
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
