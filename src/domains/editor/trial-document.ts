import { DEFAULT_LIMITS, FORMAT_VERSION, type WorkflowDocument } from '@orchestrator/workflow';
import { Problem } from '../../http/problem.js';

type Fields = Record<string, unknown>;

/**
 * A draft as somebody is at it, for looking at: what an expression can see of it has to be there, everything else may be
 * unfinished. It is never saved or run.
 * @throws Problem 422 `workflow.invalid`
 */
export function trialDocument(given: unknown): WorkflowDocument {
  const { nodes, edges = [], settings = {}, pins, name } = object(given);
  if (!Array.isArray(nodes) || nodes.length > DEFAULT_LIMITS.nodes || !nodes.every(isNode)) throw invalid('nodes');
  if (!Array.isArray(edges) || edges.length > DEFAULT_LIMITS.edges || !edges.every(isEdge)) throw invalid('edges');
  const { timezone } = object(settings);
  return {
    formatVersion: FORMAT_VERSION,
    name: typeof name === 'string' ? name : '',
    nodes,
    edges,
    settings: typeof timezone === 'string' && isZone(timezone) ? { timezone } : {},
    pins: pinned(pins),
  } as WorkflowDocument;
}

function isNode(value: unknown): boolean {
  const { id, name, type, version, parameters } = object(value);
  const isNamed = typeof id === 'string' && typeof name === 'string' && typeof type === 'string';
  return isNamed && typeof version === 'number' && isObject(parameters);
}

function isEdge(value: unknown): boolean {
  const { kind, from, to } = object(value);
  return typeof kind === 'string' && [from, to].every((end) => typeof object(end).node === 'string');
}

/** Pinned items of the nodes that have any; an item is what has a `json`. */
function pinned(pins: unknown): Fields {
  const lists = Object.entries(object(pins)).flatMap(([id, items]) => {
    const isList = Array.isArray(items) && items.every((item) => isObject(object(item).json));
    return isList ? [[id, items]] : [];
  });
  return Object.fromEntries(lists);
}

function isZone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}

function invalid(field: string): Problem {
  return Problem.invalid('workflow.invalid', `The document has no list of ${field} that can be read.`, [
    { field: `document.${field}`, message: `has to be a list of ${field}` },
  ]);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: unknown): Fields {
  return isObject(value) ? value : {};
}
