import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { edgeId, portOf } from '../../document/edges.ts';
import { findNode } from '../../document/lookup.ts';
import { GRID, insertOnEdge, move, type Point } from '../../document/nodes.ts';
import { GAP_X } from '../../document/place.ts';
import { type Geometry, portId } from '../geometry.ts';
import { joinedPorts } from '../joined-ports.ts';

type GeometryOf = (id: string) => Geometry;

/**
 * Finds room for a node in an edge: in the middle when there is enough, else where the edge ended, and what is behind it
 * goes further. Nothing when an end is not there.
 */
export function roomInEdge(
  document: WorkflowDocument,
  edge: Edge,
  own: Geometry,
  geometry: GeometryOf,
): { document: WorkflowDocument; at: Point; isWide: boolean } | undefined {
  const from = findNode(document, edge.from.node);
  const to = findNode(document, edge.to.node);
  if (!from || !to) return undefined;
  const out = geometry(from.id).ports.find(({ id }) => id === portId('out', edge.kind, portOf(edge.from)));
  const end = from.position[0] + (out?.x ?? 0);
  const needed = own.width + 2 * GAP_X;
  const room = to.position[0] - end;
  const joint = own.ports.find((port) => port.side === 'in' && port.kind === edge.kind);
  const y = (from.position[1] + (out?.y ?? 0) + to.position[1]) / 2 - (joint?.y ?? 28) / 2;
  if (room >= needed || room < 0) {
    return { document, at: [end + (room < 0 ? GAP_X : (room - own.width) / 2), y], isWide: true };
  }
  const shift = Math.ceil((needed - room) / GRID) * GRID;
  const limit = to.position[0];
  const behind = reachable(document, to.id);
  const places = new Map(
    document.nodes
      .filter(({ id, position }) => behind.has(id) && id !== from.id && position[0] >= limit)
      .map(({ id, position }): [string, Point] => [id, [position[0] + shift, position[1]]]),
  );
  return { document: move(document, places), at: [end + GAP_X, to.position[1]], isWide: false };
}

/** Whether a node can be put into an edge: nothing is joined to it yet, and it passes on what the edge carries. */
export function fitsIntoEdge(document: WorkflowDocument, node: string, edge: Edge, own: Geometry): boolean {
  const has = (side: 'in' | 'out') => own.ports.some((port) => port.side === side && port.kind === edge.kind);
  // By the index of all edges: every one of them is asked while a node is dragged.
  return has('in') && has('out') && joinedPorts(document.edges, node) === '';
}

/** Puts a node that is there into an edge, by `edgeId`: where it lies when it has room there, else where room is made. */
export function dropIntoEdge(
  document: WorkflowDocument,
  node: string,
  edge: string,
  geometry: GeometryOf,
): WorkflowDocument {
  const found = document.edges.find((each) => edgeId(each) === edge);
  const own = geometry(node);
  const place = found && fitsIntoEdge(document, node, found, own) && roomInEdge(document, found, own, geometry);
  if (!place) return document;
  const placed = place.isWide ? place.document : move(place.document, new Map([[node, place.at]]));
  return insertOnEdge(placed, edge, node, { input: 0, output: 0 });
}

/** A node and all that it leads to. */
function reachable(document: WorkflowDocument, start: string): Set<string> {
  const found = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from, to } of document.edges) {
      if (from.node !== id || found.has(to.node)) continue;
      found.add(to.node);
      open.push(to.node);
    }
  }
  return found;
}
