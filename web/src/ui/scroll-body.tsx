import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';

const REACHED = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"]), [contenteditable="true"]';

/** The scrolling part of a sheet. With nothing in it that takes the focus it takes it itself, so that keys scroll it. */
export function ScrollBody({ className, children }: { className?: string; children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null);
  const [stops, setStops] = useState(false);
  useEffect(() => {
    const at = body.current;
    if (!at) return;
    const measure = () => setStops(at.scrollHeight > at.clientHeight && !at.querySelector(REACHED));
    const resized = new ResizeObserver(measure);
    const changed = new MutationObserver(measure);
    resized.observe(at);
    changed.observe(at, { childList: true, subtree: true });
    measure();
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, []);
  return (
    <div ref={body} className={classNames('overflow-y-auto', className)} {...(stops ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
