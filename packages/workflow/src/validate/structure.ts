import type { FaultList } from './fault.js';
import type { ShapedParts } from './shape.js';

/** Checks that ids and names are unique, and that pins and groups mean nodes that are there. */
export function checkIdentities(
  document: Record<string, unknown>,
  { nodes }: ShapedParts,
  nameLength: number,
  list: FaultList,
): void {
  const ids = new Map<string, string>();
  const names = new Set<string>();
  for (const { node } of nodes) {
    const other = ids.get(node.id);
    if (other !== undefined) {
      list.error('node.duplicateId', 'id', `It has the same id as "${other}". Give it one of its own.`, node.name);
    } else ids.set(node.id, node.name);
    if (names.has(node.name)) {
      list.error('node.duplicateName', 'name', 'Another node has the same name. Rename one of them.', node.name);
    }
    names.add(node.name);
    if (node.name.length > nameLength) {
      list.error('limit.name', 'name', `The name is longer than ${nameLength} characters.`, node.name.slice(0, 80));
    }
  }
  // Nodes that failed the schema are not among the ids: what means them would be reported on top of their own fault.
  if (nodes.length !== (Array.isArray(document.nodes) ? document.nodes.length : 0)) return;
  for (const id of Object.keys((document.pins ?? {}) as object)) {
    if (list.isFull) return;
    if (!ids.has(id)) list.warning('pin.dangling', `pins.${id}`, 'Pinned data of a node that is not there.');
  }
  for (const [index, group] of (Array.isArray(document.groups) ? document.groups : []).entries()) {
    if (list.isFull) return;
    for (const id of Array.isArray(group?.nodes) ? group.nodes : []) {
      if (!ids.has(id)) list.warning('group.dangling', `groups[${index}].nodes`, `The group has no node "${id}".`);
    }
  }
}
