/** Of the head, in pixels of the screen. */
const HEAD = 4.5;
const STEM = 6;

/**
 * Draws a pin, for a node whose data is pinned: seen from afar it is a shape of its own, whatever the node's colour.
 * @param x the tip's place
 * @param y the tip's place
 * @param unit how long a pixel of the screen is there
 */
export function drawPinMark(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  unit: number,
  colour: (token: string) => string,
): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y - STEM * unit);
  context.strokeStyle = colour('accent');
  context.lineWidth = 1.6 * unit;
  context.stroke();
  context.beginPath();
  context.arc(x, y - (STEM + HEAD) * unit, HEAD * unit, 0, 2 * Math.PI);
  context.fillStyle = colour('accent');
  context.fill();
  context.strokeStyle = colour('surface');
  context.lineWidth = 1.2 * unit;
  context.stroke();
}
