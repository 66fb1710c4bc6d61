import type { Item, JsonObject } from '@orchestrator/workflow';

/** Items that were typed as JSON: a list of objects (an item's `json` each), or one object. Files of the items before stay. */
export function itemsFromText(text: string, before: readonly Item[] = []): { items?: Item[]; fault?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { fault: (error as Error).message };
  }
  const list = Array.isArray(value) ? value : [value];
  const items: Item[] = [];
  for (const [index, each] of list.entries()) {
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return { fault: `${index}: {…}` };
    const binary = before[index]?.binary;
    items.push({ json: each as JsonObject, ...(binary ? { binary } : {}) });
  }
  return { items };
}
