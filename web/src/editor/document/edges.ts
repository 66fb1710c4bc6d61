import type { Edge, EdgeKind, PortRef, WorkflowDocument } from '@orchestrator/workflow';

/** One end of an edge, with its port said outright. */
export interface End {
  node: string;
  port: number;
}

/** What an edge is called in the editor; edges have no ids in the document, and none is there twice. */
export const edgeId = ({ kind, from, to }: Edge): string =>
  `${kind}|${from.node}|${from.port ?? 0}|${to.node}|${to.port ?? 0}`;

export const portOf = (end: PortRef): number => end.port ?? 0;

/** Ports are written only where they are not the first, as the document's format has it. */
const endOf = ({ node, port }: End): PortRef => (port === 0 ? { node } : { node, port });

export const newEdge = (kind: EdgeKind, from: End, to: End): Edge => ({ kind, from: endOf(from), to: endOf(to) });

/** Joins two ports; nothing changes when they are joined already, or an end is not there. */
export function connect(document: WorkflowDocument, kind: EdgeKind, from: End, to: End): WorkflowDocument {
  const edge = newEdge(kind, from, to);
  const id = edgeId(edge);
  const has = (node: string) => document.nodes.some((each) => each.id === node);
  if (!has(from.node) || !has(to.node) || document.edges.some((each) => edgeId(each) === id)) return document;
  return { ...document, edges: [...document.edges, edge] };
}

/** Takes edges away, by `edgeId`. */
export function disconnect(document: WorkflowDocument, ids: Iterable<string>): WorkflowDocument {
  const gone = new Set(ids);
  const edges = document.edges.filter((edge) => !gone.has(edgeId(edge)));
  return edges.length === document.edges.length ? document : { ...document, edges };
}

/** Puts an edge's end elsewhere; it keeps its place among the edges, and with it the order of branches. */
export function reconnect(document: WorkflowDocument, id: string, from: End, to: End): WorkflowDocument {
  const old = document.edges.find((edge) => edgeId(edge) === id);
  if (!old) return document;
  const edge = newEdge(old.kind, from, to);
  const next = edgeId(edge);
  if (next === id) return document;
  if (document.edges.some((each) => edgeId(each) === next)) return disconnect(document, [id]);
  return { ...document, edges: document.edges.map((each) => (each === old ? edge : each)) };
}
