import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { connect, edgeId } from '../../document/edges.ts';
import { addNode, GRID, insertOnEdge, type Point } from '../../document/nodes.ts';
import { freePlace, GAP_X, type SizeOf } from '../../document/place.ts';
import type { NodeType } from '../../node-types/node-types.queries.ts';
import type { AddPlace } from '../canvas-ui.ts';
import { type Geometry, geometryOf, readPortId } from '../geometry.ts';
import { type Entry, type Fit, fits } from './entries.ts';
import { roomInEdge } from './into-edge.ts';

/** What a node has to have to go there. */
export function fitOf(document: WorkflowDocument, place: AddPlace): Fit {
  if (place.replace) return fitOfSuccessor(document, place.replace);
  if (place.edge) {
    const edge = document.edges.find((each) => edgeId(each) === place.edge);
    return edge ? { input: edge.kind } : {};
  }
  if (!place.port) return { trigger: place.trigger };
  const { side, kind } = readPortId(place.port);
  return side === 'out' ? { input: kind } : { output: kind };
}

/** What has to have the ports for the edges that a node has. */
function fitOfSuccessor({ edges }: WorkflowDocument, id: string): Fit {
  const supplies = edges.find(({ kind, from }) => kind !== 'main' && from.node === id);
  if (supplies) return { output: supplies.kind };
  const isFed = edges.some(({ kind, to }) => kind === 'main' && to.node === id);
  const feeds = edges.some(({ kind, from }) => kind === 'main' && from.node === id);
  return { ...(isFed ? { input: 'main' } : {}), ...(feeds ? { output: 'main' } : {}) };
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
    const [x, y] = place.at ?? middle;
    return add(document, freePlace(document, sizeOf, [x - own.width / 2, y - own.height / 2], own));
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
    right: [px + gapAfter(geometry(neighbour.id)), py - dy],
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

/** Pixels that a letter of a port's name takes, about. */
const LETTER = 6.5;
const LONGEST_GAP = 160;

/** What is left free behind a node: enough for the longest name of its outputs, which stands on the edge. */
function gapAfter({ ports }: Geometry): number {
  const letters = Math.max(0, ...ports.map(({ place, name }) => (place === 'right' ? (name?.length ?? 0) : 0)));
  return Math.min(LONGEST_GAP, Math.max(GAP_X, Math.ceil((letters * LETTER + 40) / GRID) * GRID + 8));
}

/** Into an edge: what it carried goes through the new node. */
function intoEdge(
  document: WorkflowDocument,
  edge: Edge,
  type: NodeType,
  own: Geometry,
  geometry: (id: string) => Geometry,
  add: (into: WorkflowDocument, at: Point) => { document: WorkflowDocument; id: string },
): { document: WorkflowDocument; id: string } {
  const place = roomInEdge(document, edge, own, geometry);
  if (!place) return add(document, [0, 0]);
  const made = add(place.document, place.at);
  const ports = {
    ...(fits(type, { input: edge.kind }) ? { input: 0 } : {}),
    ...(fits(type, { output: edge.kind }) ? { output: 0 } : {}),
  };
  return { id: made.id, document: insertOnEdge(made.document, edgeId(edge), made.id, ports) };
}
