import type { Item } from '@orchestrator/workflow';

/** An item as an expression sees it; nothing where there is none. */
export function itemObject(item: Item | undefined): Record<string, unknown> | undefined {
  return item as unknown as Record<string, unknown> | undefined;
}
