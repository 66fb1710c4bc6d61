import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { portOf } from '../document/edges.ts';
import type { NodeLooks } from '../node-types/node-types.queries.ts';
import { type Geometry, geometryOf, type UsedPorts } from './geometry.ts';

/** What is drawn of a node that nothing is known of yet. */
const UNKNOWN_LOOKS: NodeLooks = {
  inputs: [{ kind: 'main', max: 0, required: false }],
  outputs: [{ kind: 'main', max: 0, required: false }],
  subtitle: '',
};

const usedByEdges = new WeakMap<readonly Edge[], ReadonlyMap<string, UsedPorts>>();
const geometries = new WeakMap<NodeLooks, Map<string, Geometry>>();

/** Size and ports of a node as they are drawn; the same object as long as nothing about them changes. */
export function drawnGeometry(
  { edges }: Pick<WorkflowDocument, 'edges'>,
  looks: Readonly<Record<string, NodeLooks>>,
  id: string,
): Geometry {
  const look = looks[id] ?? UNKNOWN_LOOKS;
  const used = usedPorts(edges).get(id);
  const key = used ? JSON.stringify(used) : '';
  let known = geometries.get(look);
  if (!known) {
    known = new Map();
    geometries.set(look, known);
  }
  let geometry = known.get(key);
  if (!geometry) {
    geometry = geometryOf(look, used);
    known.set(key, geometry);
  }
  return geometry;
}

function usedPorts(edges: readonly Edge[]): ReadonlyMap<string, UsedPorts> {
  const known = usedByEdges.get(edges);
  if (known) return known;
  const used = new Map<string, Record<string, number>>();
  const count = (node: string, key: string, port: number) => {
    const of = used.get(node) ?? {};
    of[key] = Math.max(of[key] ?? 0, port + 1);
    used.set(node, of);
  };
  for (const { kind, from, to } of edges) {
    count(from.node, `out-${kind}`, portOf(from));
    count(to.node, `in-${kind}`, portOf(to));
  }
  usedByEdges.set(edges, used);
  return used;
}
