import type { Edge, EdgeKind, WorkflowDocument } from '@orchestrator/workflow';
import { connect, edgeId, portOf } from '../../document/edges.ts';
import { addNode, insertOnEdge, move, type Point } from '../../document/nodes.ts';
import { freePlace, GAP_X, type SizeOf } from '../../document/place.ts';
import type { NodeType } from '../../node-types/node-types.queries.ts';
import type { AddPlace } from '../canvas-ui.ts';
import { type Geometry, geometryOf, readPortId } from '../geometry.ts';
import { type Entry, type Fit, fits } from './entries.ts';

/** What a node has to have to go there. */
export function fitOf(document: WorkflowDocument, place: AddPlace): Fit {
  if (place.edge) {
    const edge = document.edges.find((each) => edgeId(each) === place.edge);
    return edge ? { input: edge.kind } : {};
  }
  if (!place.port) return { trigger: place.trigger };
  const { side, kind } = readPortId(place.port);
  return side === 'out' ? { input: kind } : { output: kind };
}

/**
 * Adds a node where it is wanted and joins it there.
 * @param geometry of a node of the document, by id
 * @param middle of what is seen of the canvas, for a node that is wanted nowhere in particular
 */
export function placeNode(
  document: WorkflowDocument,
  entry: Pick<Entry, 'type' | 'parameters'>,
  place: AddPlace,
  geometry: (id: string) => Geometry,
  middle: Point,
): { document: WorkflowDocument; id: string } {
  const { type } = entry;
  const own = geometryOf({ inputs: type.inputs, outputs: type.outputs, subtitle: '' });
  const sizeOf: SizeOf = (id) => geometry(id);
  const add = (into: WorkflowDocument, at: Point) =>
    addNode(
      into,
      {
        type: type.type,
        version: type.version,
        label: type.label,
        parameters: entry.parameters ?? {},
        webhook: type.trigger === 'webhook',
      },
      at,
    );

  const edge = place.edge ? document.edges.find((each) => edgeId(each) === place.edge) : undefined;
  if (edge) return intoEdge(document, edge, type, own, geometry, add);

  const neighbour = place.node ? document.nodes.find(({ id }) => id === place.node) : undefined;
  if (!neighbour || !place.port) {
    const at: Point = place.at ?? [middle[0] - own.width / 2, middle[1] - own.height / 2];
    return add(document, freePlace(document, sizeOf, at, own));
  }
  const { side, kind, index } = readPortId(place.port);
  const port = geometry(neighbour.id).ports.find(({ id }) => id === place.port);
  const joint = own.ports.find((each) => each.kind === kind && each.side !== side);
  const [x, y] = neighbour.position;
  const px = x + (port?.x ?? 0);
  const py = y + (port?.y ?? 0);
  const dx = joint?.x ?? 0;
  const dy = joint?.y ?? 0;
  const wanted: Record<string, Point> = {
    right: [px + GAP_X, py - dy],
    left: [px - GAP_X - own.width, py - dy],
    bottom: [px - dx, py + 80],
    top: [px - dx, py - 80 - own.height],
  };
  const at: Point = place.at ? [place.at[0] - dx, place.at[1] - dy] : (wanted[port?.place ?? 'right'] ?? [px, py]);
  const made = add(document, place.at ? at : freePlace(document, sizeOf, at, own));
  if (!joint) return made;
  const there = { node: neighbour.id, port: index };
  const here = { node: made.id, port: joint.index };
  return {
    id: made.id,
    document: side === 'out' ? connect(made.document, kind, there, here) : connect(made.document, kind, here, there),
  };
}

/** Into an edge: in the middle when there is room, else where the edge ended, and what is behind it makes room. */
function intoEdge(
  document: WorkflowDocument,
  edge: Edge,
  type: NodeType,
  own: Geometry,
  geometry: (id: string) => Geometry,
  add: (into: WorkflowDocument, at: Point) => { document: WorkflowDocument; id: string },
): { document: WorkflowDocument; id: string } {
  const from = document.nodes.find(({ id }) => id === edge.from.node);
  const to = document.nodes.find(({ id }) => id === edge.to.node);
  const portsOf = (kind: EdgeKind) => ({
    ...(fits(type, { input: kind }) ? { input: 0 } : {}),
    ...(fits(type, { output: kind }) ? { output: 0 } : {}),
  });
  if (!from || !to) return add(document, [0, 0]);
  const out = geometry(from.id).ports.find(
    (port) => port.side === 'out' && port.kind === edge.kind && port.index === portOf(edge.from),
  );
  const end = from.position[0] + (out?.x ?? 0);
  const needed = own.width + 2 * GAP_X;
  const room = to.position[0] - end;
  const joint = own.ports.find((port) => port.side === 'in' && port.kind === edge.kind);
  const y = (from.position[1] + (out?.y ?? 0) + to.position[1]) / 2 - (joint?.y ?? 28) / 2;
  if (room >= needed || room < 0) {
    const made = add(document, [end + (room < 0 ? GAP_X : (room - own.width) / 2), y]);
    return { id: made.id, document: insertOnEdge(made.document, edgeId(edge), made.id, portsOf(edge.kind)) };
  }
  const shift = needed - room;
  const limit = to.position[0];
  const behind = reachable(document, to.id).filter(
    (id) => (document.nodes.find((node) => node.id === id)?.position[0] ?? 0) >= limit,
  );
  const places = new Map(
    document.nodes
      .filter(({ id }) => behind.includes(id) && id !== from.id)
      .map(({ id, position }): [string, Point] => [id, [position[0] + Math.ceil(shift / 16) * 16, position[1]]]),
  );
  const made = add(move(document, places), [end + GAP_X, to.position[1]]);
  return { id: made.id, document: insertOnEdge(made.document, edgeId(edge), made.id, portsOf(edge.kind)) };
}

/** A node and all that it leads to. */
function reachable(document: WorkflowDocument, start: string): string[] {
  const found = new Set([start]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from, to } of document.edges) {
      if (from.node !== id || found.has(to.node)) continue;
      found.add(to.node);
      open.push(to.node);
    }
  }
  return [...found];
}
