/** The product's mark. */
export const Mark = ({ size = 18 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
    <rect width="28" height="28" rx="8" className="fill-accent" />
    <g className="fill-none stroke-on-accent" strokeWidth="2">
      <circle cx="8" cy="14" r="2.5" />
      <circle cx="20" cy="9" r="2.5" />
      <circle cx="20" cy="19" r="2.5" />
      <path d="M10.5 13l7-3M10.5 15l7 3" />
    </g>
  </svg>
);
