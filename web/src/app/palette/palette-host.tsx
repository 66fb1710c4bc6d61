import { lazy, Suspense, useEffect } from 'react';
import { openPalette, usePalette } from './palette-store.ts';

const Palette = lazy(() => import('./palette.tsx'));

/** Opens the palette by its keys from anywhere, and loads it when it is first wanted. */
export function PaletteHost() {
  const { open } = usePalette();
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      openPalette();
    };
    addEventListener('keydown', pressed, { capture: true });
    return () => removeEventListener('keydown', pressed, { capture: true });
  }, []);
  return open ? (
    <Suspense>
      <Palette />
    </Suspense>
  ) : null;
}
