import type { WorkflowDocument, WorkflowNode } from '../document.js';
import { isExpression } from '../expression-mark.js';
import type { JsonObject, JsonValue } from '../json.js';

/** How references to nodes are rewritten, by the new names; packages/expression does it. */
export interface ReferenceRewriting {
  inExpression(text: string, names: ReadonlyMap<string, string>): string;
  inCode(code: string, names: ReadonlyMap<string, string>): string;
}

/** Whether a parameter of a node type holds code. `path`: its name, and those of the fields around it; no list indexes. */
export type IsCode = (type: string, version: number, path: readonly string[]) => boolean;

/**
 * The document with a node's new name, in the expressions and the code of all nodes too. The given one is not changed, and
 * nodes that do not name it stay the same objects.
 * @throws RangeError when there is no such node, or the name is empty or another node's
 */
export function renameNode(
  document: WorkflowDocument,
  id: string,
  name: string,
  rewriting: ReferenceRewriting,
  isCode: IsCode,
): WorkflowDocument {
  const node = document.nodes.find((each) => each.id === id);
  if (!node) throw new RangeError(`There is no node with the id "${id}".`);
  if (name === '') throw new RangeError('A node needs a name.');
  if (document.nodes.some((each) => each.id !== id && each.name === name)) {
    throw new RangeError(`Another node is called "${name}".`);
  }
  const names = new Map([[node.name, name]]);
  const nodes = document.nodes.map((each) => {
    const renamed = renameReferences(each, names, rewriting, isCode);
    return each.id === id ? { ...renamed, name } : renamed;
  });
  return { ...document, nodes };
}

/** The node with new names of others (or its own) in its parameters; the same object when it names none of them. */
export function renameReferences(
  node: WorkflowNode,
  names: ReadonlyMap<string, string>,
  rewriting: ReferenceRewriting,
  isCode: IsCode,
): WorkflowNode {
  const path: string[] = [];
  const rename = (value: JsonValue | undefined): JsonValue | undefined => {
    if (typeof value === 'string') {
      if (isExpression(value)) return rewriting.inExpression(value, names);
      return isCode(node.type, node.version, path) ? rewriting.inCode(value, names) : value;
    }
    if (typeof value !== 'object' || value === null) return value;
    return Array.isArray(value) ? renameList(value) : renameFields(value);
  };
  const renameList = (list: readonly JsonValue[]): JsonValue[] => {
    const renamed = list.map((each) => rename(each) ?? null);
    return renamed.every((each, at) => each === list[at]) ? (list as JsonValue[]) : renamed;
  };
  const renameFields = (fields: JsonObject): JsonObject => {
    let renamed: JsonObject | undefined;
    for (const [key, before] of Object.entries(fields)) {
      path.push(key);
      const after = rename(before);
      path.pop();
      if (after === before) continue;
      renamed ??= { ...fields };
      Object.defineProperty(renamed, key, { value: after, enumerable: true, configurable: true, writable: true });
    }
    return renamed ?? fields;
  };
  const parameters = renameFields(node.parameters);
  return parameters === node.parameters ? node : { ...node, parameters };
}
