/** Follows the pointer until its button is let go: at most once a frame, as a mouse tells of more places than there are frames. */
export function followPointer({ move, end }: { move(event: PointerEvent): void; end(): void }): void {
  let frame = 0;
  let latest: PointerEvent | undefined;
  const run = () => {
    frame = 0;
    if (latest) move(latest);
    latest = undefined;
  };
  const follow = (event: PointerEvent) => {
    latest = event;
    frame ||= requestAnimationFrame(run);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    // The last place counts, even when its frame has not come.
    run();
    for (const name of ['pointerup', 'pointercancel'] as const) window.removeEventListener(name, stop);
    window.removeEventListener('pointermove', follow);
    end();
  };
  window.addEventListener('pointermove', follow);
  for (const name of ['pointerup', 'pointercancel'] as const) window.addEventListener(name, stop);
}
