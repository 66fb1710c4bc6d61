import type { AnyNode, Node, Pattern } from 'acorn';
import { walk } from './walk.js';

interface Range {
  start: number;
  end: number;
}

/** Where a name that the language gives means something else, because the code declares it itself, by name. */
export type ShadowedNames = ReadonlyMap<string, readonly Range[]>;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);
const BLOCKS = new Set(['BlockStatement', 'ForStatement', 'ForInStatement', 'ForOfStatement', 'CatchClause']);

/** @throws SyntaxFault when the tree is nested too deeply */
export function shadowedNames(root: Node, names: ReadonlySet<string>): ShadowedNames {
  const functions: Range[] = [root];
  const blocks: Range[] = [root];
  const declared: { name: string; at: Range; in: readonly Range[] | Range }[] = [];
  walk(root, (node) => {
    if (FUNCTIONS.has(node.type)) functions.push(node);
    if (FUNCTIONS.has(node.type) || BLOCKS.has(node.type)) blocks.push(node);
    for (const { pattern, scope } of declarationsOf(node, functions, blocks)) {
      for (const name of namesIn(pattern)) if (names.has(name)) declared.push({ name, at: node, in: scope });
    }
  });
  const shadowed = new Map<string, Range[]>();
  for (const { name, at, in: scope } of declared) {
    const range = 'start' in scope ? scope : innermost(scope, at, root);
    shadowed.set(name, [...(shadowed.get(name) ?? []), range]);
  }
  return shadowed;
}

/** Whether a name that stands at a place means what the code declared. */
export function isShadowed(shadowed: ShadowedNames, name: string, at: number): boolean {
  return shadowed.get(name)?.some(({ start, end }) => start <= at && at < end) ?? false;
}

interface Declaration {
  pattern: Pattern | null | undefined;
  /** Where it counts: there, or in the innermost of these that holds the declaration. */
  scope: Range | readonly Range[];
}

function declarationsOf(node: AnyNode, functions: readonly Range[], blocks: readonly Range[]): Declaration[] {
  switch (node.type) {
    case 'VariableDeclaration':
      return node.declarations.map(({ id }) => ({ pattern: id, scope: node.kind === 'var' ? functions : blocks }));
    case 'FunctionDeclaration':
      return [
        { pattern: node.id, scope: around(blocks, node) },
        ...node.params.map((pattern) => ({ pattern, scope: node })),
      ];
    case 'FunctionExpression':
      return [node.id, ...node.params].map((pattern) => ({ pattern, scope: node }));
    case 'ArrowFunctionExpression':
      return node.params.map((pattern) => ({ pattern, scope: node }));
    case 'ClassDeclaration':
      return [{ pattern: node.id, scope: blocks }];
    case 'CatchClause':
      return [{ pattern: node.param, scope: node }];
    default:
      return [];
  }
}

/** A function's own name counts around it, not in it alone. */
const around = (ranges: readonly Range[], node: Range): readonly Range[] => ranges.filter((each) => each !== node);

function innermost(ranges: readonly Range[], at: Range, whole: Range): Range {
  let found = whole;
  for (const range of ranges) {
    const holds = range.start <= at.start && at.end <= range.end;
    if (holds && range.end - range.start <= found.end - found.start) found = range;
  }
  return found;
}

function namesIn(pattern: Pattern | null | undefined): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn);
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn(each.type === 'RestElement' ? each : each.value));
    case 'RestElement':
      return namesIn(pattern.argument);
    case 'AssignmentPattern':
      return namesIn(pattern.left);
    default:
      return [];
  }
}
