import type { Box } from '../../document/place.ts';
import { drawPinMark } from '../pin-mark.ts';

/** What a minimap shows of a node. */
export interface Dot extends Box {
  /** Token of its colour. */
  token: string;
  failed: boolean;
  pinned: boolean;
}

/** Where the workflow lies in the map: canvas points times `scale`, plus `x` and `y`, are pixels of the map. */
export interface MapScale {
  scale: number;
  x: number;
  y: number;
}

/** Free on every side of the map, in its pixels. */
const MARGIN = 8;
/** A node is never smaller than this on the map, in its pixels. */
const LEAST = 2;
const MARK_RADIUS = 3;
/** Of a pin, against its size on the canvas. */
const PIN_SCALE = 0.6;

/** Fits what a workflow shows into the map. */
export function mapScale(whole: Box, size: { width: number; height: number }): MapScale {
  const scale = Math.min(
    (size.width - 2 * MARGIN) / Math.max(1, whole.width),
    (size.height - 2 * MARGIN) / Math.max(1, whole.height),
  );
  return {
    scale,
    x: (size.width - whole.width * scale) / 2 - whole.x * scale,
    y: (size.height - whole.height * scale) / 2 - whole.y * scale,
  };
}

/** The part that is seen, in pixels of the map; what lies beyond its edge is drawn at the edge. */
export function seenOnMap(seen: Box, { scale, x, y }: MapScale, size: { width: number; height: number }): Box {
  const within = (value: number, most: number) => Math.min(most - LEAST, Math.max(0, value));
  const left = within(seen.x * scale + x, size.width);
  const top = within(seen.y * scale + y, size.height);
  const right = Math.min(size.width, Math.max(left + LEAST, (seen.x + seen.width) * scale + x));
  const bottom = Math.min(size.height, Math.max(top + LEAST, (seen.y + seen.height) * scale + y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Draws a workflow: nodes of one colour in one go, and over them a pin for each with pinned data, a cross for each that failed. */
export function drawMap(
  context: CanvasRenderingContext2D,
  { groups, dots }: { groups: readonly Box[]; dots: readonly Dot[] },
  { scale, x, y }: MapScale,
  size: { width: number; height: number; ratio: number },
  colour: (token: string) => string,
): void {
  context.setTransform(size.ratio, 0, 0, size.ratio, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  context.lineWidth = 1;
  context.strokeStyle = colour('control');
  for (const box of groups)
    context.strokeRect(box.x * scale + x, box.y * scale + y, box.width * scale, box.height * scale);
  for (const token of new Set(dots.map((dot) => dot.token))) {
    context.fillStyle = colour(token);
    for (const box of dots) {
      if (box.token !== token) continue;
      context.fillRect(
        box.x * scale + x,
        box.y * scale + y,
        Math.max(LEAST, box.width * scale),
        Math.max(LEAST, box.height * scale),
      );
    }
  }
  for (const box of dots) {
    if (box.pinned)
      drawPinMark(context, (box.x + box.width / 2) * scale + x, box.y * scale + y + LEAST, PIN_SCALE, colour);
  }
  for (const box of dots) {
    if (!box.failed) continue;
    drawFailure(context, (box.x + box.width / 2) * scale + x, (box.y + box.height / 2) * scale + y, colour);
  }
}

function drawFailure(context: CanvasRenderingContext2D, x: number, y: number, colour: (token: string) => string): void {
  context.beginPath();
  context.arc(x, y, MARK_RADIUS + 1.5, 0, 2 * Math.PI);
  context.fillStyle = colour('bad');
  context.fill();
  context.strokeStyle = colour('surface');
  context.lineWidth = 1.2;
  context.stroke();
  const arm = MARK_RADIUS / 1.8;
  context.beginPath();
  context.moveTo(x - arm, y - arm);
  context.lineTo(x + arm, y + arm);
  context.moveTo(x + arm, y - arm);
  context.lineTo(x - arm, y + arm);
  context.stroke();
}
