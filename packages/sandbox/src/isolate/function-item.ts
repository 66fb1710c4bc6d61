import type { BinaryRef, Item } from '@orchestrator/workflow';

/** What n8n's Function Item node gave its scripts beyond the usual: `item` is the item's JSON alone. */
export function functionItemGlobals(item: Item, index: number): Record<string, unknown> {
  return {
    item: item.json,
    $index: index,
    getBinaryData: () => item.binary,
    getBinaryDataAsync: async () => item.binary,
    setBinaryData: (data: Record<string, BinaryRef>) => {
      item.binary = data;
    },
    setBinaryDataAsync: async (data: Record<string, BinaryRef>) => {
      item.binary = data;
    },
  };
}
