import type { AnyNode, CallExpression, Identifier, MemberExpression } from 'acorn';
import { HostFunction } from '../compile/host-values.js';
import { withClock } from '../compile/template.js';
import { ExpressionFault } from '../fault.js';
import { globalNamed } from '../globals/globals.js';
import { SCOPE_GLOBALS } from '../globals/scope-globals.js';
import { CONSTANT_GLOBALS } from '../globals/standard.js';
import type { EvaluationScope } from '../scope.js';
import { checkExpression } from '../syntax/check.js';
import { parseCode } from '../syntax/parse.js';
import { isExpression, parseTemplate } from '../syntax/template.js';
import { failedCall, unknownNode } from './calls.js';
import { asExpression, type Finding, nameOf, unreadable } from './fields.js';
import type { ExpressionHint } from './hint.js';
import { nearest } from './nearest.js';
import { Trial } from './trial.js';

/** Hints for one text; more would not be read. */
const MAX_HINTS = 5;
/** Code that a message repeats. */
const MAX_SHOWN = 60;

/**
 * Tells where an expression that gave nothing, or an error, goes wrong for the item of the scope, and what would mend it.
 * Only parts that give nothing are looked at, so what an expression does without (`$json.a ?? 'none'`) is no fault.
 * Never throws; takes some 20 ms at most.
 * @param nodeNames names of all nodes of the workflow
 */
export function diagnoseExpression(
  text: string,
  scope: EvaluationScope,
  nodeNames: readonly string[],
): ExpressionHint[] {
  if (!isExpression(text)) return [];
  const problems = checkExpression(text);
  if (problems.length > 0) {
    return problems.slice(0, MAX_HINTS).map(({ code, message, position = 1 }) => {
      const from = Math.min(position, text.length);
      return { code, message, from, to: Math.min(from + 1, text.length) };
    });
  }
  const hints: ExpressionHint[] = [];
  const trial = new Trial(scope);
  for (const part of parseTemplate(text)) {
    if (part.kind === 'text' || hints.length >= MAX_HINTS || trial.isOver) continue;
    const { root, shift } = parseCode(part.code);
    const diagnosis = new Diagnosis(part.code, shift, trial, nodeNames);
    // Escaped braces make the code shorter than its place in the text: such code is marked as a whole.
    const exact = text.startsWith(part.code, part.start);
    const place = (at: number, otherwise: number) => part.start + (exact ? at - shift : otherwise);
    for (const { code, message, start, end, mend } of withClock(scope, () => diagnosis.of(root))) {
      const hint: ExpressionHint = { code, message, from: place(start, 0), to: place(end, part.code.length) };
      if (mend && exact) {
        hint.mend = { label: mend.label, from: place(mend.start, 0), to: place(mend.end, 0), insert: mend.insert };
      }
      hints.push(hint);
    }
  }
  return hints.slice(0, MAX_HINTS);
}

/** Looks at the code of one `{{ }}`, inner parts first: what is wrong inside is not said again of what is around. */
class Diagnosis {
  private readonly findings: Finding[] = [];

  constructor(
    private readonly code: string,
    private readonly shift: number,
    private readonly trial: Trial,
    private readonly nodeNames: readonly string[],
  ) {}

  of(root: Parameters<Trial['of']>[0]): Finding[] {
    const outcome = this.trial.of(root);
    if (outcome.kind === 'unknown') return [];
    if (outcome.kind === 'value' && outcome.value instanceof HostFunction) return [this.uncalled(root)];
    if (outcome.kind === 'value' && outcome.value !== undefined) return [];
    this.visit(root as AnyNode);
    const { fault } = outcome as { fault?: unknown };
    if (this.findings.length === 0 && fault instanceof ExpressionFault) {
      this.findings.push({ code: fault.code, message: fault.message, start: root.start, end: root.end });
    }
    return this.findings;
  }

  /** @returns whether anything was found in it */
  private visit(node: AnyNode): boolean {
    if (this.trial.isOver || this.findings.length >= MAX_HINTS) return false;
    switch (node.type) {
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
        return false; // what its parameters are is known only while it is called
      case 'MemberExpression': {
        const inner = this.all([node.object as AnyNode, ...(node.computed ? [node.property as AnyNode] : [])]);
        return inner || this.member(node);
      }
      case 'CallExpression': {
        const { callee } = node;
        const object = callee.type === 'MemberExpression' ? (callee.object as AnyNode) : (callee as AnyNode);
        const inner = this.all([object, ...(node.arguments as AnyNode[])]);
        return inner || this.call(node);
      }
      case 'ConditionalExpression': {
        const test = this.trial.of(node.test);
        if (test.kind !== 'value') return this.visit(node.test as AnyNode);
        return this.visit((test.value ? node.consequent : node.alternate) as AnyNode);
      }
      case 'Property':
        return this.visit(node.value as AnyNode);
      case 'Identifier':
        return this.identifier(node);
      default:
        return this.all(childrenOf(node));
    }
  }

  private all(nodes: readonly AnyNode[]): boolean {
    return nodes.map((each) => this.visit(each)).some(Boolean);
  }

  private member(node: MemberExpression): boolean {
    if (this.failed(node)) return true;
    const object = asExpression(node.object);
    const name = nameOf(node);
    const outcome = object && this.trial.of(object);
    if (name === undefined || outcome?.kind !== 'value') return false;
    return this.found(unreadable(node, name, outcome.value, this.text(node.object)));
  }

  private call(node: CallExpression): boolean {
    const { scope } = this.trial;
    const known = (name: string) => scope.nodeByName(name) !== undefined;
    if (this.found(unknownNode(node, this.nodeNames, known))) return true;
    const { callee } = node;
    const result = this.trial.of(node);
    if (callee.type !== 'MemberExpression' || result.kind !== 'fault') return this.failed(node);
    const object = asExpression(callee.object);
    const name = nameOf(callee);
    const self = object && this.trial.of(object);
    if (name === undefined || self?.kind !== 'value') return this.failed(node);
    return this.found(failedCall(node, callee, name, self.value, result.fault, this.text(callee.object)));
  }

  private identifier({ name, start, end }: Identifier): boolean {
    const { extra = {}, items, itemIndex } = this.trial.scope;
    const isKnown = name === 'undefined' || SCOPE_GLOBALS.has(name) || CONSTANT_GLOBALS.has(name);
    if (isKnown || Object.hasOwn(extra, name) || (globalNamed(name) && !name.startsWith('$'))) return false;
    const fields = items[itemIndex]?.json ?? {};
    const isField = Object.hasOwn(fields, name);
    const meant = isField
      ? `$json.${name}`
      : (nearest(name, [...SCOPE_GLOBALS.keys(), ...Object.keys(extra)]) ?? nearest(name, CONSTANT_GLOBALS.keys()));
    const mend = meant === undefined ? undefined : { label: `Did you mean ${meant}?`, start, end, insert: meant };
    const message = isField
      ? `"${name}" is a field of the item: read it as $json.${name}.`
      : `There is nothing called "${name}" here.`;
    return this.found({ code: 'expression.unknown-name', message, start, end, mend });
  }

  /** A fault that no rule above has words for is shown where it arises. */
  private failed(node: MemberExpression | CallExpression): boolean {
    const outcome = this.trial.of(node);
    if (outcome.kind !== 'fault' || !(outcome.fault instanceof ExpressionFault)) return false;
    const { code, message } = outcome.fault;
    return this.found({ code, message, start: node.start, end: node.end });
  }

  private uncalled({ start, end }: { start: number; end: number }): Finding {
    const mend = { label: 'Add () to call it', start: end, end, insert: '()' };
    return { code: 'expression.function', message: 'This is a function. Add () to call it.', start, end, mend };
  }

  private found(finding: Finding | undefined): boolean {
    if (finding) this.findings.push(finding);
    return finding !== undefined;
  }

  private text({ start, end }: { start: number; end: number }): string {
    const text = this.code.slice(start - this.shift, end - this.shift);
    return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN - 1)}…` : text;
  }
}

function childrenOf(node: AnyNode): AnyNode[] {
  const isNode = (value: unknown): value is AnyNode =>
    typeof value === 'object' && value !== null && typeof (value as AnyNode).type === 'string';
  return Object.values(node).flat().filter(isNode);
}
