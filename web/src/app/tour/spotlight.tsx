import { useEffect, useState } from 'react';

/** Between two looks where the thing is: pages load, panels move. In milliseconds. */
const LOOK_MS = 200;
/** The ring stands this far off, in pixels. */
const OFF = 4;

/** A ring around what a step of the tour is about, if it is on the page. It takes no clicks. */
export function Spotlight({ target }: { target: string | undefined }) {
  const [box, setBox] = useState<{ top: number; left: number; width: number; height: number }>();
  useEffect(() => {
    setBox(undefined);
    if (!target) return;
    const look = () => {
      const rect = document.querySelector(target)?.getBoundingClientRect();
      setBox((before) => {
        if (!rect || rect.width === 0) return undefined;
        const { top, left, width, height } = rect;
        const same = before?.top === top && before.left === left && before.width === width && before.height === height;
        return same ? before : { top, left, width, height };
      });
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [target]);
  if (!box) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed z-30 rounded-card border-2 border-accent"
      style={{
        top: Math.max(2, box.top - OFF),
        left: Math.max(2, box.left - OFF),
        width: Math.min(box.width + 2 * OFF, innerWidth - Math.max(2, box.left - OFF) - 2),
        height: Math.min(box.height + 2 * OFF, innerHeight - Math.max(2, box.top - OFF) - 2),
      }}
    />
  );
}
