import type { AnyNode, Node } from 'acorn';
import { parseCode, parseScript } from './parse.js';
import { SyntaxFault, TOO_LARGE } from './syntax-fault.js';
import { isExpression, parseTemplate } from './template.js';
import { walk } from './walk.js';

interface Reference {
  name: string;
  /** Where the name's literal stands in the code, quotes included. */
  start: number;
  end: number;
  quoted: boolean;
}
export interface NodeReferences {
  names: ReadonlySet<string>;
  /** Some name is computed, or the code is too large to tell, so any node may be meant. */
  dynamic: boolean;
}

interface Parsed {
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

/** The same parameter with a node's new name, where its name is written out; text and everything else stay. */
export function renameNodeInExpression(text: string, from: string, to: string): string {
  if (!isExpression(text)) return text;
  let out = '';
  let done = 0;
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text') continue;
    const references = find(part.code, parseCode).references.filter((each) => each.name === from);
    // Escaped `\}}` makes the code shorter than its place in the text; such code is left alone.
    if (references.length === 0 || !text.startsWith(part.code, part.start)) continue;
    for (const { start, end, quoted } of references) {
      out += text.slice(done, part.start + start) + (quoted ? quote(to, part.code[start]) : `[${quote(to)}]`);
      done = part.start + end;
    }
  }
  return out + text.slice(done);
}

function quote(name: string, mark = '"'): string {
  const escaped = name.replace(/[\\\n\r]/g, (c) => (c === '\n' ? '\\n' : c === '\r' ? '\\r' : '\\\\'));
  return mark + escaped.replaceAll(mark, `\\${mark}`) + mark;
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
  const add = (node: AnyNode | undefined) => {
    const name = node && literal(node);
    if (node && name !== undefined)
      references.push({ name, start: node.start - shift, end: node.end - shift, quoted: true });
    else dynamic = true;
  };
  walk(root, (node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && BY_CALL.has(node.callee.name)) {
      if (node.arguments.length > 0) add(node.arguments[0]);
    } else if (node.type === 'MemberExpression' && node.object.type === 'Identifier' && BY_KEY.has(node.object.name)) {
      if (node.computed) add(node.property);
      else if (node.property.type === 'Identifier') {
        const dot = code.lastIndexOf('.', node.property.start - shift);
        references.push({ name: node.property.name, start: dot, end: node.property.end - shift, quoted: false });
      }
    }
  });
  references.sort((a, b) => a.start - b.start);
  return { references, dynamic };
}

function literal(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.quasis.length === 1) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}
