import type { Edge, EdgeKind, WorkflowDocument } from '../document.js';

/** Ids of the nodes from which edges lead to a node, at any distance; itself only when it is on a cycle. */
export function ancestors(document: WorkflowDocument, id: string, kinds?: readonly EdgeKind[]): Set<string> {
  return reach(id, neighbours(document.edges, 'to', 'from', kinds));
}

/** Ids of the nodes that edges of a node lead to, at any distance; itself only when it is on a cycle. */
export function descendants(document: WorkflowDocument, id: string, kinds?: readonly EdgeKind[]): Set<string> {
  return reach(id, neighbours(document.edges, 'from', 'to', kinds));
}

/**
 * Ids of all nodes, each behind those it depends on, in the document's order where that leaves a choice. Nodes on a
 * cycle, and what is behind one, have no such place: they are in `cyclic`, in the document's order.
 */
export function topologicalOrder(document: WorkflowDocument): { ordered: string[]; cyclic: string[] } {
  const next = neighbours(document.edges, 'from', 'to');
  const waitsFor = new Map(document.nodes.map((node) => [node.id, 0]));
  for (const targets of next.values()) {
    for (const target of targets) waitsFor.set(target, (waitsFor.get(target) ?? 0) + 1);
  }
  const ordered = document.nodes.map((node) => node.id).filter((id) => waitsFor.get(id) === 0);
  // The list grows while it is walked: every node enters it once.
  for (const id of ordered) {
    for (const target of next.get(id) ?? []) {
      const left = (waitsFor.get(target) ?? 0) - 1;
      waitsFor.set(target, left);
      if (left === 0) ordered.push(target);
    }
  }
  const placed = new Set(ordered);
  return { ordered, cyclic: document.nodes.map((node) => node.id).filter((id) => !placed.has(id)) };
}

function neighbours(
  edges: readonly Edge[],
  side: 'from' | 'to',
  other: 'from' | 'to',
  kinds?: readonly EdgeKind[],
): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const edge of edges) {
    if (kinds && !kinds.includes(edge.kind)) continue;
    const list = map.get(edge[side].node);
    if (list) list.push(edge[other].node);
    else map.set(edge[side].node, [edge[other].node]);
  }
  return map;
}

function reach(start: string, next: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const neighbour of next.get(id) ?? []) {
      if (found.has(neighbour)) continue;
      found.add(neighbour);
      open.push(neighbour);
    }
  }
  return found;
}
