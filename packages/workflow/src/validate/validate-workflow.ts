import { checkEdges } from './edges.js';
import { type Fault, FaultList } from './fault.js';
import { checkLimits, DEFAULT_LIMITS, type DocumentLimits } from './limits.js';
import type { ExpressionRules, NodeTypeLookup } from './node-types.js';
import { checkNodes } from './nodes.js';
import { checkShape } from './shape.js';
import { checkIdentities } from './structure.js';

export interface ValidationOptions {
  /** The node types to check against. Left out: only the document itself is checked, not what its nodes are. */
  nodeTypes?: NodeTypeLookup;
  expressions?: ExpressionRules;
  limits?: Partial<DocumentLimits>;
}

/**
 * Looks for everything that is wrong with a document, of any shape, without running it. Never throws.
 * @returns faults in the order of the checks, at most `MAX_FAULTS`; empty for a document that is right
 */
export function validateWorkflow(document: unknown, options: ValidationOptions = {}): Fault[] {
  const list = new FaultList();
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    list.error('schema.type', '', 'A workflow is a JSON object.');
    return list.faults;
  }
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const record = document as Record<string, unknown>;
  if (!checkLimits(record, limits, list)) return list.faults;
  const parts = checkShape(record, list);
  checkIdentities(record, parts, limits.nameLength, list);
  const allNodes = parts.nodes.length === (Array.isArray(record.nodes) ? record.nodes.length : 0);
  if (allNodes) checkEdges(parts, options.nodeTypes ?? ANY_TYPES, list);
  if (allNodes && options.nodeTypes) checkNodes(parts, options.nodeTypes, options.expressions, list);
  return list.faults;
}

/** For checks without node types: nothing is known of any, so that only dangling edges are found. */
const ANY_TYPES: NodeTypeLookup = { find: () => undefined, versions: () => [] };
