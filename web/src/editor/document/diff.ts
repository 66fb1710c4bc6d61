import type { Edge, WorkflowDocument } from '@orchestrator/workflow';
import { edgeId } from './edges.ts';

/** One member that differs: its path, and what it was and is. `undefined` where it is not there. */
export interface FieldChange {
  path: string;
  before: unknown;
  after: unknown;
}

export interface NodeChange {
  id: string;
  name: string;
  type: string;
  version: number;
  fields: FieldChange[];
}

/** What differs between two documents. */
export interface DocumentDiff {
  added: { id: string; name: string }[];
  removed: { id: string; name: string }[];
  changed: NodeChange[];
  addedEdges: Edge[];
  removedEdges: Edge[];
  /** Notes by id. */
  notes: { added: string[]; removed: string[]; changed: string[] };
  /** Name, settings, pins, groups and whatever else the document has. */
  fields: FieldChange[];
}

const byId = <T extends { id: string }>(list: readonly T[] = []) => new Map(list.map((each) => [each.id, each]));

/** What a document has that an earlier one had not, and the other way round. Where nodes stand counts as a change too. */
export function diff(before: WorkflowDocument, after: WorkflowDocument): DocumentDiff {
  const was = byId(before.nodes);
  const is = byId(after.nodes);
  const edgesBefore = new Map(before.edges.map((edge) => [edgeId(edge), edge]));
  const edgesAfter = new Map(after.edges.map((edge) => [edgeId(edge), edge]));
  const notesBefore = byId(before.notes);
  const notesAfter = byId(after.notes);
  const changed = after.nodes.flatMap((node): NodeChange[] => {
    const old = was.get(node.id);
    const fields = old && old !== node ? fieldChanges(old, node) : [];
    return fields.length > 0 ? [{ id: node.id, name: node.name, type: node.type, version: node.version, fields }] : [];
  });
  const { nodes: _n, edges: _e, notes: _o, ...restBefore } = before;
  const { nodes: _m, edges: _f, notes: _p, ...restAfter } = after;
  return {
    added: after.nodes.filter(({ id }) => !was.has(id)).map(({ id, name }) => ({ id, name })),
    removed: before.nodes.filter(({ id }) => !is.has(id)).map(({ id, name }) => ({ id, name })),
    changed,
    addedEdges: after.edges.filter((edge) => !edgesBefore.has(edgeId(edge))),
    removedEdges: before.edges.filter((edge) => !edgesAfter.has(edgeId(edge))),
    notes: {
      added: [...notesAfter.keys()].filter((id) => !notesBefore.has(id)),
      removed: [...notesBefore.keys()].filter((id) => !notesAfter.has(id)),
      changed: [...notesAfter.values()]
        .filter((note) => {
          const old = notesBefore.get(note.id);
          return old !== undefined && fieldChanges(old, note).length > 0;
        })
        .map(({ id }) => id),
    },
    fields: fieldChanges(restBefore, restAfter),
  };
}

export const isSame = (difference: DocumentDiff): boolean =>
  difference.added.length === 0 &&
  difference.removed.length === 0 &&
  difference.changed.length === 0 &&
  difference.addedEdges.length === 0 &&
  difference.removedEdges.length === 0 &&
  difference.fields.length === 0 &&
  Object.values(difference.notes).every((list) => list.length === 0);

/** The members in which two values differ, at any depth; lists are compared place by place. */
export function fieldChanges(before: unknown, after: unknown, path = ''): FieldChange[] {
  if (Object.is(before, after)) return [];
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    // A position is one thing: nobody moves a node in x alone.
    if (path === 'position') return same(before, after) ? [] : [{ path, before, after }];
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => fieldChanges(before[key], after[key], path ? `${path}.${key}` : key));
  }
  return [{ path, before, after }];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Both documents in one, with marks by id: for a canvas that shows what came, went and changed. */
export function union(
  before: WorkflowDocument,
  after: WorkflowDocument,
): { document: WorkflowDocument; marks: Record<string, 'added' | 'removed' | 'changed'> } {
  const difference = diff(before, after);
  const marks: Record<string, 'added' | 'removed' | 'changed'> = {};
  for (const { id } of difference.added) marks[id] = 'added';
  for (const { id } of difference.removed) marks[id] = 'removed';
  for (const { id } of difference.changed) marks[id] = 'changed';
  for (const edge of difference.addedEdges) marks[edgeId(edge)] = 'added';
  for (const edge of difference.removedEdges) marks[edgeId(edge)] = 'removed';
  for (const [mark, ids] of Object.entries(difference.notes)) {
    for (const id of ids) marks[id] = mark as 'added' | 'removed' | 'changed';
  }
  const gone = new Set(difference.removed.map(({ id }) => id));
  const names = new Set(after.nodes.map(({ name }) => name));
  return {
    marks,
    document: {
      ...after,
      nodes: [
        ...after.nodes,
        // Two nodes of one name would share the data of a run.
        ...before.nodes
          .filter(({ id }) => gone.has(id))
          .map((node) => (names.has(node.name) ? { ...node, name: `${node.name} (−)` } : node)),
      ],
      edges: [...after.edges, ...difference.removedEdges],
      notes: [
        ...(after.notes ?? []),
        ...(before.notes ?? []).filter(({ id }) => difference.notes.removed.includes(id)),
      ],
    },
  };
}
