import { useRef } from 'react';

/**
 * Keys for entries that have no identity of their own: one that is moved keeps its key, and one that is changed in its
 * place, so that what a person does in it (focus, a choice that is open) stays with it.
 */
export function useEntryKeys(entries: readonly unknown[]): readonly number[] {
  const next = useRef(0);
  const known = useRef<{ entries: readonly unknown[]; keys: readonly number[] }>({ entries: [], keys: [] });
  const before = known.current;
  if (before.entries !== entries) {
    const isInPlace = before.entries.length === entries.length;
    const taken = new Set<number>();
    const keys = entries.map((entry) => {
      const at = before.entries.indexOf(entry);
      const key = at === -1 ? undefined : before.keys[at];
      if (key === undefined || taken.has(key)) return undefined;
      taken.add(key);
      return key;
    });
    const free = keys.map((key, at) => {
      if (key !== undefined) return key;
      const same = isInPlace ? before.keys[at] : undefined;
      if (same !== undefined && !taken.has(same)) {
        taken.add(same);
        return same;
      }
      return next.current++;
    });
    known.current = { entries, keys: free };
  }
  return known.current.keys;
}
