import { isRecord } from './clean-json.js';

/** n8n's nodes are 96 px wide and drawn about 220 apart, ours are 184: stretched so that they do not touch. */
const STRETCH_X = 1.25;

/** Pixels from the origin that a canvas can sensibly show; a file may say anything. */
const FARTHEST = 10_000_000;

/** A position of an n8n file (`[x, y]`, or `{x, y}` in a few) on our canvas; the origin when there is none. */
export function readPosition(given: unknown): [x: number, y: number] {
  const [x, y] = Array.isArray(given) ? given : isRecord(given) ? [given.x, given.y] : [];
  return [coordinate(x) * STRETCH_X, coordinate(y)];
}

function coordinate(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 0;
  return Math.min(FARTHEST, Math.max(-FARTHEST, value));
}
