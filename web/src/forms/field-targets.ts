import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** A parameter on the screen that takes a field of an item: what a drop does, by keyboard. */
export interface FieldTarget {
  key: string;
  label: string;
  /** Puts an expression such as `$json.total` in. */
  insert(expression: string): void;
}

/** The parameters that are on the screen, in the order in which they came. */
export const useFieldTargets = create<{ targets: readonly FieldTarget[] }>(() => ({ targets: [] }));

/** Offers a parameter to the fields of items while it is shown; nothing when it takes none. */
export function useFieldTarget(key: string, label: string, insert: ((expression: string) => void) | undefined): void {
  const latest = useRef(insert);
  latest.current = insert;
  const takes = insert !== undefined;
  useEffect(() => {
    if (!takes) return undefined;
    const target: FieldTarget = { key, label, insert: (expression) => latest.current?.(expression) };
    useFieldTargets.setState(({ targets }) => ({ targets: [...targets, target] }));
    return () => useFieldTargets.setState(({ targets }) => ({ targets: targets.filter((each) => each !== target) }));
  }, [key, label, takes]);
}
