import type { Edge } from '@orchestrator/workflow';
import { portOf } from '../document/edges.ts';
import { portId } from './geometry.ts';

const byEdges = new WeakMap<readonly Edge[], ReadonlyMap<string, string>>();

/** The ids of a node's ports that edges are at, as one text ("out-main-0 in-main-0 "), so that it can be compared. */
export function joinedPorts(edges: readonly Edge[], node: string): string {
  let map = byEdges.get(edges);
  if (!map) {
    const made = new Map<string, string>();
    const add = (id: string, port: string) => made.set(id, `${made.get(id) ?? ''}${port} `);
    for (const { kind, from, to } of edges) {
      add(from.node, portId('out', kind, portOf(from)));
      add(to.node, portId('in', kind, portOf(to)));
    }
    map = made;
    byEdges.set(edges, made);
  }
  return map.get(node) ?? '';
}
