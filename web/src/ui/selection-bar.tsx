import type { ReactNode } from 'react';

/**
 * Holds what can be done to the rows that are selected. It floats over the end of the page, so that nothing moves when it
 * comes; above the places at the bottom of phones.
 */
export function SelectionBar({ children }: { children: ReactNode }) {
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-6 z-30 flex justify-center px-4 phone:ps-56 max-phone:bottom-[72px]">
      <div className="pointer-events-auto flex max-w-full flex-wrap items-center gap-2 rounded-sheet border border-line-strong bg-surface px-3 py-2 shadow-sheet">
        {children}
      </div>
    </div>
  );
}
