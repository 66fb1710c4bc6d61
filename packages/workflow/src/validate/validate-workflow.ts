import { checkEdges } from './edges.js';
import { checkExpressions } from './expressions.js';
import { type Fault, FaultList } from './fault.js';
import { checkFlow } from './flow.js';
import { flowGraph } from './flow-graph.js';
import { checkLimits, DEFAULT_LIMITS, type DocumentLimits } from './limits.js';
import type { ExpressionRules, NodeTypeLookup } from './node-types.js';
import { checkNodes } from './nodes.js';
import { checkReferences } from './references.js';
import { checkSettings } from './settings.js';
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
  const steps = validationSteps(document, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps, of some 100 ms each at the very worst, for who has others to let in between: the largest document
 * that the limits admit takes a few seconds in all.
 */
export function* validationSteps(document: unknown, options: ValidationOptions = {}): Generator<void, Fault[]> {
  const list = new FaultList();
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    list.error('schema.type', '', 'A workflow is a JSON object.');
    return list.faults;
  }
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const record = document as Record<string, unknown>;
  if (!checkLimits(record, limits, list)) return list.faults;
  yield;
  const parts = yield* checkShape(record, list);
  checkIdentities(record, parts, limits.nameLength, list);
  checkSettings(record, list);
  yield;
  const allNodes = parts.nodes.length === (Array.isArray(record.nodes) ? record.nodes.length : 0);
  if (!allNodes) return list.faults;
  yield* checkEdges(parts, options.nodeTypes ?? ANY_TYPES, list);
  if (!options.nodeTypes) return list.faults;
  yield* checkNodes(parts, options.nodeTypes, list);
  const references = options.expressions
    ? yield* checkExpressions(parts, options.nodeTypes, options.expressions, limits, list)
    : [];
  // What is broken is mended first: how it would run is another question.
  if (list.isFull || list.faults.some(({ rule }) => rule.startsWith('edge.'))) return list.faults;
  const graph = flowGraph(parts, options.nodeTypes);
  yield* checkFlow(graph, list);
  yield* checkReferences(graph, references, isOrderV1(record), list);
  return list.faults;
}

function isOrderV1({ settings }: Record<string, unknown>): boolean {
  return (settings as { executionOrder?: unknown } | undefined)?.executionOrder !== 'v0';
}

/** For checks without node types: nothing is known of any, so that only dangling edges are found. */
const ANY_TYPES: NodeTypeLookup = { find: () => undefined, versions: () => [] };
