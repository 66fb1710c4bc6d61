import type { AnyNode } from 'acorn';
import { refusedName } from '../fault.js';
import { type ParsedCode, parseCode } from './parse.js';
import { REFUSED_NAMES } from './refused-names.js';
import { SyntaxFault } from './syntax-fault.js';
import { isExpression, parseTemplate } from './template.js';
import { walk } from './walk.js';

export interface ExpressionProblem {
  code: string;
  message: string;
  /** Index in the whole parameter, its leading `=` included. */
  position?: number;
}

/** Looks for faults of an expression without running it: syntax, statements, refused names. Empty when it has none. */
export function checkExpression(text: string): ExpressionProblem[] {
  if (!isExpression(text)) return [];
  const problems: ExpressionProblem[] = [];
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text') continue;
    try {
      refuseNames(parseCode(part.code));
    } catch (fault) {
      if (!(fault instanceof SyntaxFault)) throw fault;
      const position = fault.position === undefined ? undefined : part.start + fault.position;
      problems.push({ code: fault.code, message: fault.message, position });
    }
  }
  return problems;
}

/** @throws SyntaxFault when the tree holds a refused name as it is written; computed names are looked at on reading */
export function refuseNames({ root, shift }: ParsedCode): void {
  walk(root, (node) => {
    const name = nameIn(node);
    if (name === undefined || !REFUSED_NAMES.has(name)) return;
    throw new SyntaxFault(refusedName(name).message, node.start - shift, 'expression.refused');
  });
}

function nameIn(node: AnyNode): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type === 'Property' && !node.computed) return literalName(node.key);
  if (node.type === 'MemberExpression' && node.computed) return literalName(node.property);
  return undefined;
}

function literalName(node: AnyNode): string | undefined {
  if (node.type === 'Literal') return String(node.value);
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
