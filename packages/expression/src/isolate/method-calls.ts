import type { CallHost } from '../compile/host-values.js';
import { EXTENSION_NAMES, findExtension, genericExtension } from '../extensions/call.js';
import { ExpressionFault } from '../fault.js';
import type { ParsedCode } from '../syntax/parse.js';
import { walk } from '../syntax/walk.js';

/** The name by which rewritten code reaches {@link callExtension}. */
export const CALL_NAME = '$$call';

interface Edit {
  at: number;
  until: number;
  text: string;
  /** Of edits at the same place, outer ones open first and close last. */
  order: number;
}

/**
 * Rewrites calls of the language's own methods, `a.b(c)`, to calls that look for the method by the type of `a`. Only
 * names that the language adds are touched.
 */
export function rewriteMethodCalls(code: string, { root, shift }: ParsedCode): string {
  const edits: Edit[] = [];
  walk(root, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object, property, computed } = node.callee;
    if (computed || property.type !== 'Identifier' || object.type === 'Super' || !EXTENSION_NAMES.has(property.name))
      return;
    const size = node.end - node.start;
    const dot = endOf(BEFORE_DOT, code, object.end - shift);
    const open = endOf(BEFORE_ARGUMENTS, code, property.end - shift);
    // A callee in brackets, `(a.b)()`: such a call stays JavaScript's.
    if (code[open] !== '(') return;
    const optional = holdsOptional(node.callee) ? ', true' : '';
    edits.push({ at: node.start - shift, until: node.start - shift, text: `${CALL_NAME}(`, order: -size });
    edits.push({ at: dot, until: open + 1, text: `, ${JSON.stringify(property.name)}, [`, order: 0 });
    edits.push({ at: node.end - shift - 1, until: node.end - shift, text: `]${optional})`, order: 0 });
  });
  edits.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let done = 0;
  for (const { at, until, text } of edits) {
    out += code.slice(done, at) + text;
    done = until;
  }
  return out + code.slice(done);
}

/** Blanks and comments, and the brackets that close around an object. */
const BEFORE_DOT = /(?:[\s)]|\/\*[\s\S]*?\*\/|\/\/[^\n]*)*/y;
/** Blanks and comments, and the sign that the method may be missing. */
const BEFORE_ARGUMENTS = /(?:\s|\/\*[\s\S]*?\*\/|\/\/[^\n]*|\?\.)*/y;

/** Where a pattern that begins at a place ends. */
function endOf(pattern: RegExp, code: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(code)?.[0].length ?? 0);
}

/** Whether a chain has `?.` before its call, so that nothing on its left makes nothing of all of it. */
function holdsOptional(callee: { optional?: boolean; object?: unknown; callee?: unknown }): boolean {
  for (let at: typeof callee | undefined = callee; at; at = (at.object ?? at.callee) as typeof callee | undefined) {
    if (at.optional) return true;
  }
  return false;
}

/** Calls the language's own method for the value's type, else JavaScript's. */
export function callExtension(
  self: unknown,
  name: string,
  args: readonly unknown[],
  optional: boolean,
  host: CallHost,
): unknown {
  if (optional && (self === null || self === undefined)) return undefined;
  const extension = findExtension(self, name);
  if (extension) return extension.run(extension.self, args, host);
  if (self !== null && self !== undefined) {
    const native = (self as Record<string, unknown>)[name];
    if (typeof native === 'function') return (native as (...given: unknown[]) => unknown).apply(self, [...args]);
  }
  if (self instanceof ExpressionFault) throw self;
  return genericExtension(self, name)(self, args, host);
}
