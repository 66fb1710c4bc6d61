import type { WorkflowDocument } from '@orchestrator/workflow';
import type { Point } from './nodes.ts';
import type { SizeOf } from './place.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads from a node: along its edges if one goes that way, else to the nearest node on that side.
 * From nowhere it leads to the node at the upper left.
 */
export function step(
  document: WorkflowDocument,
  from: string | undefined,
  direction: Direction,
  sizeOf: SizeOf,
): string | undefined {
  const middles = new Map(
    document.nodes.map(({ id, position: [x, y] }): [string, Point] => {
      const { width, height } = sizeOf(id);
      return [id, [x + width / 2, y + height / 2]];
    }),
  );
  const start = from === undefined ? undefined : middles.get(from);
  if (from === undefined || !start) return firstOf(document);
  const joined = neighbours(document, from, direction).flatMap((id) => {
    const place = middles.get(id);
    return place ? [[id, place] as const] : [];
  });
  return (
    nearest(joined, start) ??
    nearest(
      [...middles].filter(([id, place]) => id !== from && isOnSide(start, place, direction)),
      start,
      direction,
    )
  );
}

/** The node that a person reads first. */
export const firstOf = (document: WorkflowDocument): string | undefined =>
  [...document.nodes].sort((a, b) => a.position[0] + a.position[1] - b.position[0] - b.position[1])[0]?.id;

function neighbours({ edges }: WorkflowDocument, node: string, direction: Direction): string[] {
  const main = direction === 'left' || direction === 'right';
  const found = edges.filter(({ kind }) => (kind === 'main') === main);
  // What a node is supplied with hangs below it.
  return direction === 'right' || direction === 'up'
    ? found.filter(({ from }) => from.node === node).map(({ to }) => to.node)
    : found.filter(({ to }) => to.node === node).map(({ from }) => from.node);
}

function isOnSide([x, y]: Point, [px, py]: Point, direction: Direction): boolean {
  const dx = px - x;
  const dy = py - y;
  if (direction === 'right') return dx > 0 && Math.abs(dy) <= dx * 2;
  if (direction === 'left') return dx < 0 && Math.abs(dy) <= -dx * 2;
  if (direction === 'down') return dy > 0;
  return dy < 0;
}

/** Nodes off to the side count as further away, so that a column is walked before its neighbour. */
function nearest(
  places: readonly (readonly [string, Point])[],
  [x, y]: Point,
  direction?: Direction,
): string | undefined {
  const [weightX, weightY] = direction === 'up' || direction === 'down' ? [3, 1] : direction ? [1, 3] : [1, 1];
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, [px, py]] of places) {
    const distance = Math.hypot((px - x) * weightX, (py - y) * weightY);
    if (distance >= least) continue;
    least = distance;
    best = id;
  }
  return best;
}
