import type { NodeGroup, WorkflowDocument } from '@orchestrator/workflow';
import { newId } from '../../api/plain-http.ts';
import { findGroup, findNode, findNote } from './lookup.ts';
import { type Box, bounds, type SizeOf } from './place.ts';

/** Between a group's frame and its nodes, in pixels. */
const PADDING = 24;
/** Height of the line with a group's name, at the upper edge of its frame. */
export const TITLE_HEIGHT = 28;

/** How far a group's frame goes beyond its nodes. */
export const frameMargins = { left: PADDING, top: PADDING + TITLE_HEIGHT, right: PADDING, bottom: PADDING };

/** The frame around the nodes of a group: its name stands above them. Nothing when none of them is there. */
export function frameOf({ nodes }: NodeGroup, boxOf: (id: string) => Box | undefined): Box | undefined {
  const box = bounds(nodes.flatMap((id) => boxOf(id) ?? []));
  if (!box) return undefined;
  return {
    x: box.x - PADDING,
    y: box.y - PADDING - TITLE_HEIGHT,
    width: box.width + 2 * PADDING,
    height: box.height + 2 * PADDING + TITLE_HEIGHT,
  };
}

/** The box of a node, note or group. */
export function boxOf(document: WorkflowDocument, sizeOf: SizeOf, id: string): Box | undefined {
  const node = findNode(document, id);
  if (node) return { x: node.position[0], y: node.position[1], ...sizeOf(id) };
  const note = findNote(document, id);
  if (note) return { x: note.position[0], y: note.position[1], width: note.size[0], height: note.size[1] };
  const found = findGroup(document, id);
  return found && frameOf(found, (member) => boxOf(document, sizeOf, member));
}

/** The box around all that a document shows. */
export function wholeBox(document: WorkflowDocument, sizeOf: SizeOf): Box | undefined {
  const { nodes, notes = [], groups = [] } = document;
  return bounds([...nodes, ...notes, ...groups].flatMap(({ id }) => boxOf(document, sizeOf, id) ?? []));
}

/**
 * Puts nodes into a group of their own; they leave the groups they were in. When all nodes of one group are among them,
 * that group grows instead.
 */
export function group(
  document: WorkflowDocument,
  ids: ReadonlySet<string>,
  name: string,
): { document: WorkflowDocument; id?: string } {
  const nodes = document.nodes.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  if (nodes.length === 0) return { document };
  const whole = (document.groups ?? []).filter((each) => each.nodes.every((node) => ids.has(node)));
  const grows = whole.length === 1 ? whole[0] : undefined;
  if (grows && grows.nodes.length === nodes.length) return { document, id: grows.id };
  const made: NodeGroup = grows ? { ...grows, nodes } : { id: newId(), name, nodes };
  const others = (document.groups ?? [])
    .filter((each) => each !== grows)
    .map((each) => without(each, ids))
    .filter((each) => each.nodes.length > 0);
  return { document: { ...document, groups: [...others, made] }, id: made.id };
}

/** Takes groups apart; their nodes stay. */
export function ungroup(document: WorkflowDocument, groups: ReadonlySet<string>): WorkflowDocument {
  return withGroups(
    document,
    (document.groups ?? []).filter(({ id }) => !groups.has(id)),
  );
}

/** Takes nodes out of their groups; a group that none is left in goes. */
export function leaveGroups(document: WorkflowDocument, nodes: ReadonlySet<string>): WorkflowDocument {
  return withGroups(
    document,
    (document.groups ?? []).map((each) => without(each, nodes)).filter((each) => each.nodes.length > 0),
  );
}

/** Changes what a group is called or how it looks. */
export function patchGroup(
  document: WorkflowDocument,
  id: string,
  patch: Partial<Pick<NodeGroup, 'name' | 'color' | 'description'>>,
): WorkflowDocument {
  const old = findGroup(document, id);
  if (!old || Object.entries(patch).every(([key, value]) => old[key as keyof NodeGroup] === value)) return document;
  return withGroups(
    document,
    (document.groups ?? []).map((each) => (each === old ? { ...each, ...patch } : each)),
  );
}

const around = new WeakMap<readonly NodeGroup[], ReadonlyMap<string, NodeGroup>>();

/** The group that a node is in. */
export function groupAround({ groups }: WorkflowDocument, node: string): NodeGroup | undefined {
  if (!groups) return undefined;
  let byNode = around.get(groups);
  if (!byNode) {
    byNode = new Map(groups.flatMap((group) => group.nodes.map((id) => [id, group] as const)));
    around.set(groups, byNode);
  }
  return byNode.get(node);
}

/** Ids with those of the nodes in the groups among them: a group is chosen with all that is in it, and comes last. */
export function withMembers(document: WorkflowDocument, ids: Iterable<string>): string[] {
  const all = [...ids];
  const groups = all.flatMap((id) => findGroup(document, id) ?? []);
  if (groups.length === 0) return all;
  const named = new Set(groups.map(({ id }) => id));
  return [...new Set([...all.filter((id) => !named.has(id)), ...groups.flatMap(({ nodes }) => nodes), ...named])];
}

/** Ids without those of groups that are not chosen as a whole any more. */
export const withoutParts = (document: WorkflowDocument, ids: ReadonlySet<string>): string[] =>
  [...ids].filter((id) => findGroup(document, id)?.nodes.every((node) => ids.has(node)) ?? true);

function without(group: NodeGroup, nodes: ReadonlySet<string>): NodeGroup {
  return group.nodes.some((node) => nodes.has(node))
    ? { ...group, nodes: group.nodes.filter((node) => !nodes.has(node)) }
    : group;
}

/** The document with these groups; one without groups has no member for them. */
function withGroups(document: WorkflowDocument, groups: readonly NodeGroup[]): WorkflowDocument {
  const before = document.groups ?? [];
  if (groups.length === before.length && groups.every((each, index) => each === before[index])) return document;
  const { groups: _, ...rest } = document;
  return groups.length > 0 ? { ...rest, groups: [...groups] } : rest;
}
