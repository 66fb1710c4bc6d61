import { type IsCode, renameNode as renameEverywhere, type WorkflowDocument } from '@orchestrator/workflow';
import { REWRITING } from './references.ts';

/** A name that no node has: the wished one, else with the first number that is free ("Edit Fields 1"). */
export function uniqueName(taken: ReadonlySet<string>, wished: string): string {
  const name = wished.trim() || 'Node';
  if (!taken.has(name)) return name;
  const stem = name.replace(/ \d+$/, '');
  for (let number = 1; ; number++) {
    const candidate = `${stem} ${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

export const namesOf = (document: WorkflowDocument): Set<string> => new Set(document.nodes.map(({ name }) => name));

/** Why a node can't be called so; nothing when it can. */
export function nameFault(document: WorkflowDocument, id: string, name: string): 'empty' | 'taken' | undefined {
  if (name.trim() === '') return 'empty';
  return document.nodes.some((node) => node.id !== id && node.name === name.trim()) ? 'taken' : undefined;
}

/**
 * Renames a node, in all expressions and code that name it too. Nothing changes when it can't be called so (`nameFault`).
 * Nodes that do not name it stay the same objects, so that nothing about them is drawn again.
 */
export function renameNode(document: WorkflowDocument, id: string, name: string, isCode: IsCode): WorkflowDocument {
  const node = document.nodes.find((each) => each.id === id);
  if (!node || node.name === name.trim() || nameFault(document, id, name)) return document;
  return renameEverywhere(document, id, name.trim(), REWRITING, isCode);
}
