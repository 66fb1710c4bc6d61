import { useEffect, useRef } from 'react';
import { create } from 'zustand';

/** Something that the open page offers in the palette. */
export interface PaletteAction {
  id: string;
  /** What it does: "Run the workflow". */
  label: string;
  /** Other words that it is found by. */
  keywords?: readonly string[];
  /** Keys that do the same. */
  keys?: string;
  disabled?: boolean;
  run(): void;
}

/** The lists of the pages that are open now, asked when the palette opens. */
export const usePageActions = create<{ lists: readonly (() => readonly PaletteAction[])[] }>(() => ({ lists: [] }));

/**
 * Offers actions in the command palette as long as the calling component is there.
 * @example usePaletteActions([{ id: 'run', label: t.canvas.run, keys: 'Ctrl Shift Enter', run }])
 */
export function usePaletteActions(actions: readonly PaletteAction[]): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const list = () => latest.current;
    usePageActions.setState(({ lists }) => ({ lists: [list, ...lists] }));
    return () => usePageActions.setState(({ lists }) => ({ lists: lists.filter((each) => each !== list) }));
  }, []);
}
