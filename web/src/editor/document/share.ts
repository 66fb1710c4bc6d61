import type { WorkflowDocument } from '@orchestrator/workflow';
import { edgeId } from './edges.ts';

/**
 * `next` with the parts of `known` in the place of those that say the same, so that only what differs is drawn again:
 * a document that the server sent shares nothing with the one here.
 */
export function withSharedParts(known: WorkflowDocument, next: WorkflowDocument): WorkflowDocument {
  const { notes, groups } = next;
  return {
    ...shared(known, next),
    nodes: sharedList(known.nodes, next.nodes, ({ id }) => id),
    edges: sharedList(known.edges, next.edges, edgeId),
    ...(notes ? { notes: sharedList(known.notes ?? [], notes, ({ id }) => id) } : {}),
    ...(groups ? { groups: sharedList(known.groups ?? [], groups, ({ id }) => id) } : {}),
  };
}

/** The members of `next`, each that of `known` where it says the same. */
function shared<T extends object>(known: T, next: T): T {
  const before = known as Record<string, unknown>;
  const entries = Object.entries(next).map(([key, value]) => [key, same(before[key], value) ? before[key] : value]);
  return Object.fromEntries(entries) as T;
}

function sharedList<T>(known: readonly T[], next: readonly T[], keyOf: (each: T) => string): T[] {
  const before = new Map(known.map((each) => [keyOf(each), each]));
  const list = next.map((each) => {
    const old = before.get(keyOf(each));
    return old !== undefined && same(old, each) ? old : each;
  });
  const isSame = list.length === known.length && list.every((each, index) => each === known[index]);
  return isSame ? (known as T[]) : list;
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
