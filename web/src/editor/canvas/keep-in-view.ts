import { useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { useEditor } from '../editor-store.ts';
import type { Commands } from './commands.ts';

/**
 * Keeps the one node that is selected in view: when its panel or the drawer opens beside the canvas, they cover part of
 * what was seen. Not while the pointer is pressed: what it drags would slip away under it.
 */
export function useKeepInView(commands: Commands): void {
  const only = useEditor(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined));
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const pressed = useRef(false);
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    const show = () => {
      if (wanted.current !== undefined) commands.view.show([wanted.current]);
      wanted.current = undefined;
    };
    const down = () => {
      pressed.current = true;
    };
    const up = () => {
      pressed.current = false;
      show();
    };
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, [commands]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the pane's size is what it waits for
  useEffect(() => {
    if (only === undefined) return;
    if (pressed.current) wanted.current = only;
    else commands.view.show([only]);
  }, [only, width, height, commands]);
}
