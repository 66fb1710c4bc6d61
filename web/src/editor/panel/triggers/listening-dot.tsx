/** A dot that beats while something is waited for; it stands still where motion is not wanted. */
export function ListeningDot() {
  return (
    <span aria-hidden="true" className="relative flex size-2.5 shrink-0">
      <span className="absolute inset-0 rounded-full bg-run opacity-60 motion-safe:animate-ping" />
      <span className="relative size-2.5 rounded-full bg-run" />
    </span>
  );
}
