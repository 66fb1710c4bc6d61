import type { WorkflowNode } from '../document.js';
import { isExpression } from '../expression-mark.js';
import type { JsonValue } from '../json.js';
import type { FaultList } from './fault.js';
import type { DocumentLimits } from './limits.js';
import type { ExpressionRules, InspectedCode, NodeTypeLookup } from './node-types.js';
import type { ShapedParts } from './shape.js';

/**
 * Checks the expressions in the parameters of every node, one piece of code a step. A piece that stands in a document a
 * thousand times is looked at once.
 */
export function* checkExpressions(
  { nodes }: ShapedParts,
  nodeTypes: NodeTypeLookup,
  rules: ExpressionRules,
  limits: DocumentLimits,
  list: FaultList,
): Generator<void, void> {
  const names = new Set(nodes.map(({ node }) => node.name));
  const inspected = new Map<string, InspectedCode>();
  let length = 0;
  for (const { node } of nodes) {
    const literals = nodeTypes.find(node.type, node.version)?.literals;
    for (const { text, field } of textsOf(node, literals)) {
      for (const code of rules.codes(text)) {
        if (list.isFull) return;
        let found = inspected.get(code);
        if (!found) {
          length += code.length;
          if (inspected.size >= limits.expressions || length > limits.expressionLength) {
            list.error('limit.expressions', field, tooMany(limits), node.name);
            return;
          }
          found = rules.inspect(code);
          inspected.set(code, found);
        }
        report(found, field, node, names, list);
        yield;
      }
      yield;
    }
    yield;
  }
}

function report(
  { problem, nodes }: InspectedCode,
  field: string,
  node: WorkflowNode,
  names: Set<string>,
  list: FaultList,
) {
  if (problem !== undefined) list.error('expression.syntax', field, problem, node.name);
  for (const name of nodes) {
    if (names.has(name)) continue;
    const message = `The expression refers to "${name}", which is not a node here.`;
    list.error('expression.unknownNode', field, message, node.name);
  }
}

function textsOf(node: WorkflowNode, literals?: ReadonlySet<string>): { text: string; field: string }[] {
  const found: { text: string; field: string }[] = [];
  for (const [name, value] of Object.entries(node.parameters)) {
    if (!literals?.has(name)) gather(value, `parameters.${name}`, found);
  }
  return found;
}

function gather(value: JsonValue | undefined, field: string, found: { text: string; field: string }[]): void {
  if (typeof value === 'string') {
    if (isExpression(value)) found.push({ text: value, field });
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) gather(each, `${field}[${index}]`, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) gather(each, `${field}.${key}`, found);
  }
}

function tooMany({ expressions, expressionLength }: DocumentLimits): string {
  return `The expressions of the workflow are more than ${expressions}, or longer than ${expressionLength} characters in all. Move code into Code nodes, or split the workflow.`;
}
