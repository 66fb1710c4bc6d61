import { inOrder, type NodeContext, type Soon, whenReady } from '@orchestrator/node-sdk';
import type { Item } from '@orchestrator/workflow';
import { filterHolds } from './evaluate-filter.js';

/**
 * Parts the items by the node's parameter `conditions`: those that meet them, and those that don't. An item that can't
 * be judged has not met them, where the node may go on after faults.
 */
export function judgeItems(ctx: NodeContext): Soon<[met: Item[], unmet: Item[]]> {
  const { items, regex, timezone } = ctx;
  const met: Item[] = [];
  const unmet: Item[] = [];
  const keep = (holds: boolean, item: number) => {
    (holds ? met : unmet).push({ ...(items[item] as Item), pairedItem: { item } });
  };
  const fault = (error: unknown, item: number) => {
    if (!ctx.continueOnFail) throw error;
    keep(false, item);
  };
  const judge = (itemIndex: number): Soon<void> => {
    let holds: Soon<boolean>;
    try {
      holds = whenReady(ctx.parameter('conditions', itemIndex), (conditions) =>
        filterHolds(conditions, { regex, timezone, itemIndex, parameter: 'conditions' }),
      );
    } catch (error) {
      return fault(error, itemIndex);
    }
    if (!(holds instanceof Promise)) return keep(holds, itemIndex);
    return holds.then(
      (later) => keep(later, itemIndex),
      (error) => fault(error, itemIndex),
    );
  };
  return whenReady(inOrder(items.length, judge), () => [met, unmet]);
}
