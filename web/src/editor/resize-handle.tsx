import { useState } from 'react';
import { classNames } from '../ui/class-names.ts';

interface Bounds {
  /** Where the size is kept, in the browser's local storage. */
  key: string;
  initial: number;
  least: number;
  most: number;
}

/** A size that a person chose, kept in this browser. Pixels. */
export function useKeptSize({ key, initial, least, most }: Bounds) {
  const [size, setSize] = useState(() => {
    const kept = Number(localStorage.getItem(key));
    return kept >= least && kept <= most ? kept : initial;
  });
  const resize = (next: number) => {
    const bounded = Math.round(Math.min(most, Math.max(least, next)));
    setSize(bounded);
    localStorage.setItem(key, String(bounded));
  };
  return { size, least, most, resize };
}

const STEP = 16;

/** The edge of a pane, to be dragged or moved by arrow keys. */
export function ResizeHandle({
  side,
  label,
  size,
  least,
  most,
  resize,
}: { side: 'start' | 'end' | 'top'; label: string } & ReturnType<typeof useKeptSize>) {
  const isColumn = side !== 'top';
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> can't be dragged
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isColumn ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={(event) => {
        const more = { start: 'ArrowLeft', end: 'ArrowRight', top: 'ArrowUp' }[side];
        const less = { start: 'ArrowRight', end: 'ArrowLeft', top: 'ArrowDown' }[side];
        if (event.key !== more && event.key !== less) return;
        event.preventDefault();
        resize(size + (event.key === more ? STEP : -STEP));
      }}
      onPointerDown={(event) => {
        event.preventDefault();
        const from = isColumn ? event.clientX : event.clientY;
        const isMirrored = document.documentElement.dir === 'rtl' && isColumn;
        const away = (side === 'end') === isMirrored ? -1 : 1;
        const drag = (moved: PointerEvent) => resize(size + away * ((isColumn ? moved.clientX : moved.clientY) - from));
        const end = () => {
          window.removeEventListener('pointermove', drag);
          window.removeEventListener('pointerup', end);
        };
        window.addEventListener('pointermove', drag);
        window.addEventListener('pointerup', end);
      }}
      className={classNames(
        'absolute z-10 hover:bg-accent focus-visible:bg-accent',
        isColumn
          ? `inset-y-0 w-1 cursor-col-resize ${side === 'start' ? '-start-0.5' : '-end-0.5'}`
          : 'inset-x-0 -top-0.5 h-1 cursor-row-resize',
      )}
    />
  );
}
