import type { WorkflowDocument } from '../document.js';
import { isExpression } from '../expression-mark.js';
import type { JsonObject, JsonValue } from '../json.js';

/** Rewrites the name of a node within one expression; `renameNodeInExpression` of packages/expression is one. */
export type RenameInExpression = (text: string, from: string, to: string) => string;

/**
 * The document with a node's new name, in the expressions of all nodes too. The given one is not changed.
 * @throws RangeError when there is no such node, or the name is empty or another node's
 */
export function renameNode(
  document: WorkflowDocument,
  id: string,
  name: string,
  renameInExpression: RenameInExpression,
): WorkflowDocument {
  const node = document.nodes.find((each) => each.id === id);
  if (!node) throw new RangeError(`There is no node with the id "${id}".`);
  if (name === '') throw new RangeError('A node needs a name.');
  if (document.nodes.some((each) => each.id !== id && each.name === name)) {
    throw new RangeError(`Another node is called "${name}".`);
  }
  const rename = (text: string) => renameInExpression(text, node.name, name);
  const nodes = document.nodes.map((each) => ({
    ...each,
    name: each.id === id ? name : each.name,
    parameters: renameIn(each.parameters, rename) as JsonObject,
  }));
  return { ...document, nodes };
}

function renameIn(value: JsonValue | undefined, rename: (text: string) => string): JsonValue | undefined {
  if (typeof value === 'string') return isExpression(value) ? rename(value) : value;
  if (Array.isArray(value)) return value.map((each) => renameIn(each, rename) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renameIn(each, rename)]));
}
