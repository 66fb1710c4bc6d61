import type { BinaryRef, Item } from '@orchestrator/workflow';

/**
 * The files of all items on one. A name that is taken gets a number (`data`, `data_1`, ...).
 * @param unique leaves out a file whose name, kind, size and extension are those of one that is there already
 */
export function gatherBinaries(items: readonly Item[], unique: boolean): Record<string, BinaryRef> | undefined {
  const gathered = new Map<string, BinaryRef>();
  const seen = new Set<string>();
  const numbers = new Map<string, number>();
  for (const item of items) {
    for (const [name, file] of Object.entries(item.binary ?? {})) {
      if (unique) {
        const likeness = JSON.stringify([name, file.mimeType, file.fileType, file.fileSize, file.fileExtension]);
        if (seen.has(likeness)) continue;
        seen.add(likeness);
      }
      gathered.set(freeName(name, gathered, numbers), file);
    }
  }
  return gathered.size > 0 ? Object.fromEntries(gathered) : undefined;
}

function freeName(name: string, taken: ReadonlyMap<string, unknown>, numbers: Map<string, number>): string {
  let free = name;
  while (taken.has(free)) {
    const next = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, next);
    free = `${name}_${next}`;
  }
  return free;
}
