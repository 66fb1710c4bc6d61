import type { WorkflowNode } from '../document.js';
import { isExpression } from '../expression-mark.js';
import type { JsonValue } from '../json.js';
import type { FaultList } from './fault.js';
import type { ExpressionRules, NodeTypeLookup } from './node-types.js';
import type { ShapedParts } from './shape.js';

/** Checks the type and the parameters of every node. */
export function checkNodes(
  { nodes }: ShapedParts,
  nodeTypes: NodeTypeLookup,
  expressions: ExpressionRules | undefined,
  list: FaultList,
): void {
  const names = new Set(nodes.map(({ node }) => node.name));
  for (const { node } of nodes) {
    if (list.isFull) return;
    const type = nodeTypes.find(node.type, node.version);
    if (!type) reportUnknown(node, nodeTypes, list);
    for (const fault of type?.checkParameters(node.parameters) ?? []) {
      const field = `parameters.${fault.path}`;
      if (fault.severity === 'warning') list.warning(fault.rule, field, fault.message, node.name);
      else list.error(fault.rule, field, fault.message, node.name);
    }
    if (!expressions) continue;
    for (const [name, value] of Object.entries(node.parameters)) {
      if (type?.literals.has(name)) continue;
      checkTexts(value, `parameters.${name}`, (text, field) =>
        checkExpression(text, field, node, names, expressions, list),
      );
    }
  }
}

function reportUnknown(node: WorkflowNode, nodeTypes: NodeTypeLookup, list: FaultList): void {
  const versions = nodeTypes.versions(node.type);
  if (versions.length === 0) {
    list.error('node.unknownType', 'type', `There is no node type "${node.type}" here.`, node.name);
  } else {
    const known = versions.join(', ');
    const message = `"${node.type}" has no version ${node.version}; there is ${known}.`;
    list.error('node.unknownVersion', 'version', message, node.name);
  }
}

function checkTexts(value: JsonValue | undefined, path: string, check: (text: string, path: string) => void): void {
  if (typeof value === 'string') {
    if (isExpression(value)) check(value, path);
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) checkTexts(each, `${path}[${index}]`, check);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) checkTexts(each, `${path}.${key}`, check);
  }
}

function checkExpression(
  text: string,
  field: string,
  node: WorkflowNode,
  names: ReadonlySet<string>,
  rules: ExpressionRules,
  list: FaultList,
): void {
  const problems = rules.check(text);
  for (const { message } of problems) list.error('expression.syntax', field, message, node.name);
  if (problems.length > 0) return;
  for (const name of rules.referencedNodes(text)) {
    if (names.has(name)) continue;
    list.error(
      'expression.unknownNode',
      field,
      `The expression refers to "${name}", which is not a node here.`,
      node.name,
    );
  }
}
