import type { EdgeKind, WorkflowDocument } from '@orchestrator/workflow';
import type { Connection } from '@xyflow/react';
import { type End, edgeId, newEdge, portOf } from '../document/edges.ts';
import type { NodeLooks } from '../node-types/node-types.queries.ts';
import { readPortId } from './geometry.ts';

/** Both ends of a connection as the document has them; nothing when it is not from an output to an input of one kind. */
export function endsOf({
  source,
  sourceHandle,
  target,
  targetHandle,
}: Connection): { kind: EdgeKind; from: End; to: End } | undefined {
  if (!source || !target || !sourceHandle || !targetHandle) return undefined;
  const out = readPortId(sourceHandle);
  const into = readPortId(targetHandle);
  if (out.side !== 'out' || into.side !== 'in' || out.kind !== into.kind) return undefined;
  return { kind: out.kind, from: { node: source, port: out.index }, to: { node: target, port: into.index } };
}

/** Whether two ports may be joined: of one kind, not joined yet, not a node with itself, and the input has room. */
export function canConnect(
  document: WorkflowDocument,
  looks: Readonly<Record<string, NodeLooks>>,
  connection: Connection,
): boolean {
  const ends = endsOf(connection);
  if (!ends || ends.from.node === ends.to.node) return false;
  const { kind, from, to } = ends;
  const id = edgeId(newEdge(kind, from, to));
  const most = looks[to.node]?.inputs.filter((port) => port.kind === kind)[to.port]?.max ?? 0;
  let there = 0;
  for (const edge of document.edges) {
    if (edge.kind !== kind || edge.to.node !== to.node || portOf(edge.to) !== to.port) continue;
    if (edgeId(edge) === id) return false;
    there++;
  }
  return most === 0 || there < most;
}
