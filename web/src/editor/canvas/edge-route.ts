import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { edgeId, portOf } from '../document/edges.ts';
import { findNode } from '../document/lookup.ts';
import type { Point } from '../document/nodes.ts';
import { type Geometry, portId } from './geometry.ts';

/** An edge leaves its port straight for so many pixels before it turns. */
const STUB = 18;

/** The corners of an edge as it is drawn, from its output to its input; nothing when an end is not there. */
export function routeOf(
  document: WorkflowDocument,
  { kind, from, to }: Edge,
  geometry: (id: string) => Geometry,
): readonly Point[] | undefined {
  const start = portAt(document, from.node, portId('out', kind, portOf(from)), geometry);
  const end = portAt(document, to.node, portId('in', kind, portOf(to)), geometry);
  if (!start || !end) return undefined;
  // What is supplied goes up, items go to the right: the same turned by a quarter.
  const turned = kind !== 'main';
  const turn = ([x, y]: Point): Point => (turned ? [-y, x] : [x, y]);
  const back = ([x, y]: Point): Point => (turned ? [y, -x] : [x, y]);
  const [sx, sy] = turn(start);
  const [tx, ty] = turn(end);
  const forward = tx - sx >= 2 * STUB;
  const middle = (sx + tx) / 2;
  const row = (sy + ty) / 2;
  const corners: Point[] = forward
    ? [
        [middle, sy],
        [middle, ty],
      ]
    : [
        [sx + STUB, sy],
        [sx + STUB, row],
        [tx - STUB, row],
        [tx - STUB, ty],
      ];
  return [start, ...corners.map(back), end];
}

function portAt(
  document: WorkflowDocument,
  id: string,
  port: string,
  geometry: (id: string) => Geometry,
): Point | undefined {
  const node = findNode(document, id);
  const found = geometry(id).ports.find((each) => each.id === port);
  return node && found && [node.position[0] + found.x, node.position[1] + found.y];
}

/** How far a point is from the nearest place of a route. */
export function distanceTo(route: readonly Point[], [px, py]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (const [index, [x, y]] of route.entries()) {
    const next = route[index + 1];
    if (!next) break;
    const [dx, dy] = [next[0] - x, next[1] - y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - x) * dx + (py - y) * dy) / length));
    least = Math.min(least, Math.hypot(px - x - along * dx, py - y - along * dy));
  }
  return least;
}

/** The edge nearest to a point, of those within reach that are taken; by `edgeId`. */
export function edgeNear(
  document: WorkflowDocument,
  point: Point,
  reach: number,
  geometry: (id: string) => Geometry,
  takes: (edge: Edge) => boolean,
): string | undefined {
  let best: string | undefined;
  let least = reach;
  for (const edge of document.edges) {
    if (!takes(edge)) continue;
    const route = routeOf(document, edge, geometry);
    const distance = route ? distanceTo(route, point) : least;
    if (distance >= least) continue;
    least = distance;
    best = edgeId(edge);
  }
  return best;
}
