import type { AnyNode, Node } from 'acorn';
import { MAX_SYNTAX_DEPTH } from '../limits.js';
import { SyntaxFault } from './syntax-fault.js';

/**
 * Visits a syntax tree, parents before children.
 * @throws SyntaxFault when it is nested deeper than {@link MAX_SYNTAX_DEPTH}
 */
export function walk(root: Node, visit: (node: AnyNode) => void): void {
  const stack: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > MAX_SYNTAX_DEPTH)
      throw new SyntaxFault('The expression is nested too deeply.', node.start, 'expression.too-deep');
    visit(node as AnyNode);
    for (const child of Object.values(node)) {
      if (Array.isArray(child)) {
        for (const each of child) if (isNode(each)) stack.push({ node: each, depth: depth + 1 });
      } else if (isNode(child)) stack.push({ node: child, depth: depth + 1 });
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
