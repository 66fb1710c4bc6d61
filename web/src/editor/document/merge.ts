import type { WorkflowDocument } from '@orchestrator/workflow';
import { edgeId } from './edges.ts';
import { tidyReferences } from './nodes.ts';

/** A place that both sides changed, each in its own way. */
export interface Conflict {
  /** Names the node, note or member, for a person. */
  name: string;
  path: string;
  mine: unknown;
  theirs: unknown;
}

export interface Merge {
  /** With the chosen side's value at each conflict. */
  document: WorkflowDocument;
  conflicts: Conflict[];
}

/** Which side counts at a place that both changed. */
export type Choice = (conflict: Conflict) => 'mine' | 'theirs';

/**
 * Brings two documents together that began from the same one: what only one side changed is taken from it; where both
 * changed the same member in different ways, `choose` says whose counts.
 */
export function merge(
  base: WorkflowDocument,
  mine: WorkflowDocument,
  theirs: WorkflowDocument,
  choose: Choice = () => 'mine',
): Merge {
  const conflicts: Conflict[] = [];
  const settle = (conflict: Conflict) => {
    conflicts.push(conflict);
    return choose(conflict);
  };
  const list = <T extends { id: string }>(
    of: (document: WorkflowDocument) => readonly T[] | undefined,
    nameOf: (each: T) => string,
  ): T[] => mergeLists(of(base) ?? [], of(mine) ?? [], of(theirs) ?? [], nameOf, settle);
  const { nodes: _1, edges: _2, notes: _3, groups: _4, ...rest } = base;
  const strip = ({ nodes: _a, edges: _b, notes: _c, groups: _d, ...others }: WorkflowDocument) => others;
  const members = mergeValue(rest, strip(mine), strip(theirs), '', base.name, settle) as Omit<
    WorkflowDocument,
    'nodes' | 'edges'
  >;
  const nodes = list(
    (document) => document.nodes,
    ({ name }) => name,
  );
  const notes = list(
    (document) => document.notes,
    ({ text }) => text.slice(0, 40),
  );
  const groups = list(
    (document) => document.groups,
    ({ name }) => name,
  );
  const ids = new Set(nodes.map(({ id }) => id));
  return {
    conflicts,
    document: tidyReferences({
      ...members,
      nodes: withUniqueNames(nodes),
      edges: mergeEdges(base, mine, theirs).filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
      ...(notes.length > 0 ? { notes } : {}),
      ...(groups.length > 0 ? { groups } : {}),
    }),
  };
}

function mergeLists<T extends { id: string }>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  nameOf: (each: T) => string,
  settle: Choice,
): T[] {
  const was = new Map(base.map((each) => [each.id, each]));
  const here = new Map(mine.map((each) => [each.id, each]));
  const there = new Map(theirs.map((each) => [each.id, each]));
  const out: T[] = [];
  for (const id of new Set([...theirs, ...mine].map((each) => each.id))) {
    const old = was.get(id);
    const own = here.get(id);
    const other = there.get(id);
    if (own && other) out.push(mergeValue(old, own, other, '', nameOf(own), settle) as T);
    else if (!old) out.push((own ?? other) as T);
    else {
      // One side took it away. It stays only when the other side changed it and that side counts.
      const kept = (own ?? other) as T;
      if (same(kept, old)) continue;
      const side = settle({ name: nameOf(kept), path: '', mine: own, theirs: other });
      if ((side === 'mine') === (own !== undefined)) out.push(kept);
    }
  }
  return out;
}

function mergeValue(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  path: string,
  name: string,
  settle: Choice,
): unknown {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (isRecord(mine) && isRecord(theirs)) {
    const old = isRecord(base) ? base : {};
    const out: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      const at = path ? `${path}.${key}` : key;
      const value = mergeValue(old[key], mine[key], theirs[key], at, name, settle);
      if (value !== undefined) out[key] = value;
    }
    return out;
  }
  return settle({ name, path, mine, theirs }) === 'mine' ? mine : theirs;
}

/** Edges are there or not: what either side drew or took away since the base counts. */
function mergeEdges(base: WorkflowDocument, mine: WorkflowDocument, theirs: WorkflowDocument) {
  const was = new Set(base.edges.map(edgeId));
  const here = new Set(mine.edges.map(edgeId));
  const there = new Set(theirs.edges.map(edgeId));
  const all = new Map([...theirs.edges, ...mine.edges].map((edge) => [edgeId(edge), edge]));
  return [...all].filter(([id]) => !was.has(id) || (here.has(id) && there.has(id))).map(([, edge]) => edge);
}

/** Both sides may have given two nodes one name; the later one gets a number. */
function withUniqueNames(nodes: WorkflowDocument['nodes']): WorkflowDocument['nodes'] {
  const taken = new Set<string>();
  return nodes.map((node) => {
    let name = node.name;
    for (let number = 1; taken.has(name); number++) name = `${node.name} ${number}`;
    taken.add(name);
    return name === node.name ? node : { ...node, name };
  });
}

const same = (one: unknown, other: unknown): boolean =>
  one === other || (one !== undefined && other !== undefined && JSON.stringify(one) === JSON.stringify(other));
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
