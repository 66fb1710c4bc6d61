import { type IsCode, renameReferences, type WorkflowDocument, type WorkflowNode } from '@orchestrator/workflow';
import { newId } from '../../api/plain-http.ts';
import { edgeId } from './edges.ts';
import { uniqueName } from './names.ts';
import { onGrid, type Point } from './nodes.ts';
import { REWRITING } from './references.ts';

/** A part of a workflow, as it is copied: a document with the chosen nodes, the edges among them, their notes and pins. */
export type Fragment = Pick<WorkflowDocument, 'formatVersion' | 'nodes' | 'edges'> &
  Partial<Pick<WorkflowDocument, 'notes' | 'pins' | 'groups'>>;

/** The chosen nodes and notes with the edges among them. */
export function fragmentOf(document: WorkflowDocument, ids: ReadonlySet<string>): Fragment {
  const nodes = document.nodes.filter(({ id }) => ids.has(id));
  const notes = document.notes?.filter(({ id }) => ids.has(id)) ?? [];
  const pins = Object.entries(document.pins ?? {}).filter(([id]) => ids.has(id));
  const groups = document.groups?.filter((group) => group.nodes.every((id) => ids.has(id))) ?? [];
  return {
    formatVersion: document.formatVersion,
    nodes,
    edges: document.edges.filter(({ from, to }) => ids.has(from.node) && ids.has(to.node)),
    ...(notes.length > 0 ? { notes } : {}),
    ...(pins.length > 0 ? { pins: Object.fromEntries(pins) } : {}),
    ...(groups.length > 0 ? { groups } : {}),
  };
}

/**
 * Puts a fragment into a document. Everything gets ids and names of its own, and expressions and code among the pasted
 * nodes mean the pasted ones.
 * @param at where its upper left corner goes; a little beside where it came from when left out
 * @returns the document with it, and the ids of what came in
 */
export function paste(
  document: WorkflowDocument,
  fragment: Fragment,
  isCode: IsCode,
  at?: Point,
): { document: WorkflowDocument; ids: string[] } {
  const parts = [...fragment.nodes, ...(fragment.notes ?? [])];
  if (parts.length === 0) return { document, ids: [] };
  const left = Math.min(...parts.map(({ position }) => position[0]));
  const top = Math.min(...parts.map(({ position }) => position[1]));
  const [dx, dy] = at ? [onGrid(at[0] - left), onGrid(at[1] - top)] : [32, 32];
  const moved = ([x, y]: [number, number]): [number, number] => [x + dx, y + dy];

  const taken = new Set(document.nodes.map(({ name }) => name));
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const named = fragment.nodes.map((node) => {
    const id = newId();
    ids.set(node.id, id);
    const name = uniqueName(taken, node.name);
    taken.add(name);
    if (name !== node.name) names.set(node.name, name);
    const next: WorkflowNode = { ...node, id, name, position: moved(node.position) };
    if (node.webhookId === undefined) return next;
    next.webhookId = newId();
    if (node.parameters.path === node.webhookId) next.parameters = { ...node.parameters, path: next.webhookId };
    return next;
  });
  const nodes = names.size === 0 ? named : named.map((node) => renameReferences(node, names, REWRITING, isCode));
  const mapped = (id: string) => ids.get(id);
  const notes = (fragment.notes ?? []).map((note) => ({ ...note, id: newId(), position: moved(note.position) }));
  const edges = fragment.edges.flatMap(({ kind, from, to }) => {
    const source = mapped(from.node);
    const target = mapped(to.node);
    return source && target ? [{ kind, from: { ...from, node: source }, to: { ...to, node: target } }] : [];
  });
  const unique = [...new Map(edges.map((edge) => [edgeId(edge), edge])).values()];
  const pins = Object.entries(fragment.pins ?? {}).flatMap(([id, items]) => {
    const to = mapped(id);
    return to ? [[to, items] as const] : [];
  });
  const groups = (fragment.groups ?? []).map((group) => ({
    ...group,
    id: newId(),
    nodes: group.nodes.flatMap((id) => mapped(id) ?? []),
  }));
  return {
    document: {
      ...document,
      nodes: [...document.nodes, ...nodes],
      edges: [...document.edges, ...unique],
      ...(notes.length > 0 ? { notes: [...(document.notes ?? []), ...notes] } : {}),
      ...(pins.length > 0 ? { pins: { ...document.pins, ...Object.fromEntries(pins) } } : {}),
      ...(groups.length > 0 ? { groups: [...(document.groups ?? []), ...groups] } : {}),
    },
    ids: [...nodes.map(({ id }) => id), ...notes.map(({ id }) => id)],
  };
}

/** Puts copies of nodes and notes beside them. */
export const duplicate = (document: WorkflowDocument, ids: ReadonlySet<string>, isCode: IsCode) =>
  paste(document, fragmentOf(document, ids), isCode);

/** Whether a text is JSON of nodes in our format; of n8n's (`connections`); or neither. */
export function readClipboard(text: string): { kind: 'native' | 'n8n'; value: Record<string, unknown> } | undefined {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined;
  try {
    const value = JSON.parse(trimmed) as Record<string, unknown>;
    if (!Array.isArray(value.nodes)) return undefined;
    if (Array.isArray(value.edges) && value.formatVersion === 1) return { kind: 'native', value };
    return { kind: 'n8n', value };
  } catch {
    return undefined;
  }
}
