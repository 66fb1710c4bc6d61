import type { WorkflowDocument } from '@orchestrator/workflow';
import { newId } from './nodes.ts';

/** Puts nodes into a group of their own; they leave the groups they were in. */
export function group(
  document: WorkflowDocument,
  ids: ReadonlySet<string>,
  name: string,
): { document: WorkflowDocument; id?: string } {
  const nodes = document.nodes.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  if (nodes.length === 0) return { document };
  const id = newId();
  const others = (document.groups ?? [])
    .map((each) => ({ ...each, nodes: each.nodes.filter((node) => !ids.has(node)) }))
    .filter((each) => each.nodes.length > 0);
  return { document: { ...document, groups: [...others, { id, name, nodes }] }, id };
}

/** Takes groups apart; their nodes stay. */
export function ungroup(document: WorkflowDocument, groups: ReadonlySet<string>): WorkflowDocument {
  const kept = document.groups?.filter(({ id }) => !groups.has(id)) ?? [];
  if (kept.length === (document.groups?.length ?? 0)) return document;
  const { groups: _, ...rest } = document;
  return kept.length > 0 ? { ...rest, groups: kept } : rest;
}
