/** Colours that notes and groups can have. */
export const COLORS = ['amber', 'blue', 'violet', 'green', 'red', 'grey'] as const;
export type Color = (typeof COLORS)[number];

/**
 * The colour to show: n8n numbers its colours, and other values may be anybody's.
 * @param usual for what has no colour, or one that nobody knows
 */
export function colorOf(color: number | string | undefined, usual: Color): Color {
  if (typeof color === 'number') return COLORS[(color - 1) % COLORS.length] ?? usual;
  return COLORS.find((each) => each === color) ?? usual;
}
