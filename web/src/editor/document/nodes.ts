import type { Edge, JsonObject, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';
import { newId } from '../../api/plain-http.ts';
import { connect, type End, edgeId, newEdge, portOf } from './edges.ts';
import { namesOf, uniqueName } from './names.ts';

export type Point = readonly [x: number, y: number];

/** The canvas' grid, in pixels. */
export const GRID = 16;
export const onGrid = (value: number): number => Math.round(value / GRID) * GRID;

/** What a new node begins with. */
export interface NewNode {
  type: string;
  version: number;
  label: string;
  parameters?: JsonObject;
  /** It is called from outside, so it gets an address that stays. */
  webhook?: boolean;
}

/** Adds a node under a name of its own. @returns the document with it, and its id */
export function addNode(
  document: WorkflowDocument,
  { type, version, label, parameters = {}, webhook }: NewNode,
  [x, y]: Point,
): { document: WorkflowDocument; id: string } {
  const id = newId();
  const webhookId = newId();
  const node: WorkflowNode = {
    id,
    name: uniqueName(namesOf(document), label),
    type,
    version,
    position: [onGrid(x), onGrid(y)],
    // An address that nobody guesses, until a person gives it a name.
    parameters: webhook ? { path: webhookId, ...parameters } : parameters,
    ...(webhook ? { webhookId } : {}),
  };
  return { document: { ...document, nodes: [...document.nodes, node] }, id };
}

/** Changes nodes by id; the others, and those for which the same is given back, stay the same objects. */
function updateNodes(
  document: WorkflowDocument,
  ids: Iterable<string>,
  change: (node: WorkflowNode) => WorkflowNode,
): WorkflowDocument {
  const wanted = new Set(ids);
  let changed = false;
  const nodes = document.nodes.map((node) => {
    if (!wanted.has(node.id)) return node;
    const next = change(node);
    changed ||= next !== node;
    return next;
  });
  return changed ? { ...document, nodes } : document;
}

/** Members of a node that are taken over; `undefined` takes the member away. */
export type NodePatch = { [K in keyof Omit<WorkflowNode, 'id' | 'name'>]?: WorkflowNode[K] | undefined };

/** Changes members of one node (not its name: `renameNode`). */
export function patchNode(document: WorkflowDocument, id: string, patch: NodePatch): WorkflowDocument {
  return updateNodes(document, [id], (node) => {
    const next = { ...node, ...patch } as WorkflowNode;
    for (const [key, value] of Object.entries(patch)) {
      if (value === undefined) delete (next as Record<string, unknown>)[key];
    }
    return next;
  });
}

/** Switches nodes off, or on again when all of them are off. */
export function toggleDisabled(document: WorkflowDocument, ids: Iterable<string>): WorkflowDocument {
  const wanted = new Set(ids);
  const off = document.nodes.some((node) => wanted.has(node.id) && !node.disabled);
  return updateNodes(document, wanted, ({ disabled: _, ...node }) => (off ? { ...node, disabled: true } : node));
}

/** Puts nodes and notes at new places, by id. */
export function move(document: WorkflowDocument, places: ReadonlyMap<string, Point>): WorkflowDocument {
  const moved = <T extends { id: string; position: [number, number] }>(each: T): T => {
    const place = places.get(each.id);
    if (!place || (place[0] === each.position[0] && place[1] === each.position[1])) return each;
    return { ...each, position: [place[0], place[1]] };
  };
  const nodes = document.nodes.map(moved);
  const notes = document.notes?.map(moved);
  const same =
    nodes.every((node, index) => node === document.nodes[index]) &&
    (notes ?? []).every((note, index) => note === document.notes?.[index]);
  return same ? document : { ...document, nodes, ...(notes ? { notes } : {}) };
}

/** Moves nodes and notes by so much. */
export function moveBy(document: WorkflowDocument, ids: Iterable<string>, [dx, dy]: Point): WorkflowDocument {
  const wanted = new Set(ids);
  const all = [...document.nodes, ...(document.notes ?? [])].filter(({ id }) => wanted.has(id));
  return move(document, new Map(all.map(({ id, position: [x, y] }) => [id, [x + dx, y + dy]])));
}

/**
 * Takes away nodes, notes and edges by id.
 * @param options `reconnect`: what led into a node's first main input leads on to where its first main output led
 */
export function remove(
  document: WorkflowDocument,
  ids: Iterable<string>,
  options: { reconnect?: boolean } = {},
): WorkflowDocument {
  const gone = new Set(ids);
  const bridges = options.reconnect ? bridgesOver(document, gone) : [];
  const nodes = document.nodes.filter(({ id }) => !gone.has(id));
  const notes = document.notes?.filter(({ id }) => !gone.has(id));
  const edges = document.edges.filter(
    (edge) => !gone.has(edgeId(edge)) && !gone.has(edge.from.node) && !gone.has(edge.to.node),
  );
  const kept = new Set(edges.map(edgeId));
  for (const bridge of bridges) {
    if (kept.has(edgeId(bridge))) continue;
    kept.add(edgeId(bridge));
    edges.push(bridge);
  }
  if (
    nodes.length === document.nodes.length &&
    edges.length === document.edges.length &&
    notes?.length === document.notes?.length
  ) {
    return document;
  }
  return tidyReferences({ ...document, nodes, edges, ...(notes ? { notes } : {}) });
}

/** Edges that lead past the nodes that go. */
function bridgesOver(document: WorkflowDocument, gone: ReadonlySet<string>): Edge[] {
  const main = document.edges.filter(({ kind }) => kind === 'main');
  const isGone = (node: string) => gone.has(node);
  /** Where one arrives that leaves a node that goes, behind all that go. */
  const targets = (node: string, seen: Set<string>): End[] => {
    if (seen.has(node)) return [];
    seen.add(node);
    return main
      .filter(({ from }) => from.node === node && portOf(from) === 0)
      .flatMap(({ to }) => (isGone(to.node) ? targets(to.node, seen) : [{ node: to.node, port: portOf(to) }]));
  };
  return main
    .filter(({ from, to }) => !isGone(from.node) && isGone(to.node) && portOf(to) === 0)
    .flatMap(({ from, to }) =>
      targets(to.node, new Set()).map((target) => newEdge('main', { node: from.node, port: portOf(from) }, target)),
    );
}

/** Pins and groups that mean nodes which are there no more are left out. */
export function tidyReferences(document: WorkflowDocument): WorkflowDocument {
  const ids = new Set(document.nodes.map(({ id }) => id));
  const { pins, groups, ...rest } = document;
  const keptPins = Object.entries(pins ?? {}).filter(([id]) => ids.has(id));
  const keptGroups = (groups ?? [])
    .map((group) =>
      group.nodes.every((id) => ids.has(id)) ? group : { ...group, nodes: group.nodes.filter((id) => ids.has(id)) },
    )
    .filter((group) => group.nodes.length > 0);
  return {
    ...rest,
    ...(keptPins.length > 0 ? { pins: Object.fromEntries(keptPins) } : {}),
    ...(keptGroups.length > 0 ? { groups: keptGroups } : {}),
  };
}

/**
 * Puts a node into an edge: what it carried goes through the node's first ports of the kind.
 * @param ports the node's first input and output of the edge's kind; where it has none, that side stays open
 */
export function insertOnEdge(
  document: WorkflowDocument,
  id: string,
  node: string,
  ports: { input?: number; output?: number },
): WorkflowDocument {
  const edge = document.edges.find((each) => edgeId(each) === id);
  if (!edge || edge.from.node === node || edge.to.node === node) return document;
  const { input, output } = ports;
  if (input === undefined && output === undefined) return document;
  const from = { node: edge.from.node, port: portOf(edge.from) };
  const to = { node: edge.to.node, port: portOf(edge.to) };
  let next: WorkflowDocument = { ...document, edges: document.edges.filter((each) => each !== edge) };
  if (input !== undefined) next = connect(next, edge.kind, from, { node, port: input });
  if (output !== undefined) next = connect(next, edge.kind, { node, port: output }, to);
  return next;
}
