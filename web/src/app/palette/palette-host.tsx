import { type ComponentType, useEffect, useState } from 'react';
import { openPalette, usePalette } from './palette-store.ts';

/** The page has its own files first, in milliseconds. */
const REST_MS = 1_500;

/**
 * Opens the palette by its keys from anywhere. It is loaded when it is wanted, or once the page is at rest: what is typed
 * right after the keys must not be lost while it comes.
 */
export function PaletteHost() {
  const { open } = usePalette();
  // Not `lazy`: its first showing waits for a moment, even when everything is there.
  const [Palette, setPalette] = useState<ComponentType>();
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
  useEffect(() => {
    if (Palette) return;
    const load = () =>
      import('./palette.tsx').then(
        (module) => setPalette(() => module.default),
        () => {}, // without a connection: the next time that it is opened asks again
      );
    const timer = setTimeout(load, open ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [open, Palette]);
  return open && Palette ? <Palette /> : null;
}
