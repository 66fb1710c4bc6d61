import type { NodeGroup, StickyNote, WorkflowDocument, WorkflowNode } from '@orchestrator/workflow';

/** Indexes of a document's parts, made once for each list: the parts of a document are never changed in place. */
const byList = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();

function indexed<T>(list: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  let map = byList.get(list) as ReadonlyMap<string, T> | undefined;
  if (!map) {
    map = new Map(list.map((each) => [key(each), each]));
    byList.set(list, map);
  }
  return map;
}

const idOf = ({ id }: { id: string }) => id;

export const findNode = (document: WorkflowDocument, id: string): WorkflowNode | undefined =>
  indexed(document.nodes, idOf).get(id);

export const findNote = (document: WorkflowDocument, id: string): StickyNote | undefined =>
  document.notes && indexed(document.notes, idOf).get(id);

export const findGroup = (document: WorkflowDocument, id: string): NodeGroup | undefined =>
  document.groups && indexed(document.groups, idOf).get(id);
