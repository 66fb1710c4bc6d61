import type { NodeContext } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { filterHolds } from './evaluate-filter.js';

/**
 * Parts the items by the node's parameter `conditions`: those that meet them, and those that don't. An item that can't
 * be judged has not met them, where the node may go on after faults.
 */
export async function judgeItems(ctx: NodeContext): Promise<[met: Item[], unmet: Item[]]> {
  const met: Item[] = [];
  const unmet: Item[] = [];
  for (const [itemIndex, item] of ctx.items.entries()) {
    let holds = false;
    try {
      const conditions = await ctx.parameter('conditions', itemIndex);
      holds = await filterHolds(conditions, { regex: ctx.regex, timezone: ctx.timezone, itemIndex });
    } catch (error) {
      if (!ctx.continueOnFail) throw error;
    }
    (holds ? met : unmet).push({ ...item, pairedItem: { item: itemIndex } });
  }
  return [met, unmet];
}
