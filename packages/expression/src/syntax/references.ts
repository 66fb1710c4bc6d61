import type { AnyNode, Node } from 'acorn';
import { parseCode, parseScript } from './parse.js';
import { SyntaxFault, TOO_LARGE } from './syntax-fault.js';
import { isExpression, parseTemplate } from './template.js';
import { walk } from './walk.js';

export interface Reference {
  name: string;
  /** What it is looked up by: `$`, `$items` or `$node`. */
  by: string;
  /** Where that stands, and the name: its literal with the quotes, or a name behind a dot with that (`?.` too). */
  at: number;
  start: number;
  end: number;
  /** How the name is written: in these quotes, or behind `.` or `?.`. */
  as: '"' | "'" | '`' | '.' | '?.';
}
export interface NodeReferences {
  names: ReadonlySet<string>;
  /** Some name is computed, or the code is too large to tell, so any node may be meant. */
  dynamic: boolean;
}

/** Code, parsed: places in the tree are so much behind those in the code. */
export interface Parsed {
  root: Node;
  shift: number;
}
interface Found {
  references: Reference[];
  dynamic: boolean;
}

/** Functions and tables whose first argument or key is the name of a node. */
const BY_CALL = new Set(['$', '$items']);
const BY_KEY = new Set(['$node']);

/**
 * References of a parameter with expressions (begins with `=`), or of a whole script. Code that does not parse refers to
 * nothing.
 */
export function nodeReferences(text: string): NodeReferences {
  return isExpression(text)
    ? referencesOfTemplate(text)
    : collect([text], (code) => ({ root: parseScript(code), shift: 0 }));
}

function referencesOfTemplate(text: string): NodeReferences {
  return collect(
    parseTemplate(text).flatMap((part) => (part.kind === 'code' ? [part.code] : [])),
    parseCode,
  );
}

function collect(codes: readonly string[], parse: (code: string) => Parsed): NodeReferences {
  const names = new Set<string>();
  let dynamic = false;
  for (const code of codes) {
    const found = find(code, parse);
    for (const each of found.references) names.add(each.name);
    dynamic ||= found.dynamic;
  }
  return { names, dynamic };
}

function find(code: string, parse: (code: string) => Parsed): Found {
  try {
    return referencesIn(code, parse(code));
  } catch (fault) {
    return { references: [], dynamic: fault instanceof SyntaxFault && fault.code === TOO_LARGE };
  }
}

/** @throws SyntaxFault when the tree is nested too deeply */
export function referencesIn(code: string, { root, shift }: Parsed): Found {
  const references: Reference[] = [];
  let dynamic = false;
  const add = (by: Named, node: AnyNode | undefined) => {
    const name = node && literal(node);
    if (node && name !== undefined) {
      const start = node.start - shift;
      references.push({ ...by, name, start, end: node.end - shift, as: code[start] as '"' | "'" | '`' });
    } else dynamic = true;
  };
  walk(root, (node) => {
    if (node.type === 'CallExpression') {
      const by = named(node.callee, BY_CALL, shift);
      if (by && node.arguments.length > 0) add(by, node.arguments[0]);
    } else if (node.type === 'MemberExpression') {
      const by = named(node.object, BY_KEY, shift);
      if (!by) return;
      if (node.computed) add(by, node.property);
      else if (node.property.type === 'Identifier') {
        const end = node.property.end - shift;
        const dot = code.lastIndexOf('.', node.property.start - shift);
        const as = node.optional ? '?.' : '.';
        references.push({ ...by, name: node.property.name, start: dot - (as.length - 1), end, as });
      }
    }
  });
  references.sort((a, b) => a.start - b.start);
  return { references, dynamic };
}

type Named = Pick<Reference, 'by' | 'at'>;

/** One of the names, by itself or as a member: `$item(0).$node` is looked up like `$node`. */
function named(node: AnyNode, names: ReadonlySet<string>, shift: number): Named | undefined {
  if (node.type === 'Identifier') return names.has(node.name) ? { by: node.name, at: node.start - shift } : undefined;
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression') {
    return named(node.expression, names, shift);
  }
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return undefined;
  const { name, start } = node.property;
  return names.has(name) ? { by: name, at: start - shift } : undefined;
}

function literal(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
