import type { CallExpression, MemberExpression } from 'acorn';
import { extensionNames } from '../extensions/call.js';
import { ExpressionFault } from '../fault.js';
import { type Finding, quoted, uncallable } from './fields.js';
import { nearest } from './nearest.js';

/** Methods that work on lists of numbers. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['sum', 'average', 'max', 'min']);

/** Why a call of a method failed, with what would mend it. @param text the code of the object */
export function failedCall(
  { start, end }: CallExpression,
  callee: MemberExpression,
  name: string,
  value: unknown,
  fault: unknown,
  text: string,
): Finding | undefined {
  if (!(fault instanceof ExpressionFault)) return uncallable(callee, name, value, text);
  const { property, object } = callee;
  const before = (insert: string): Finding['mend'] => ({
    label: `Try ${text}${insert}.${name}()`,
    start: object.end,
    end: object.end,
    insert,
  });
  const at = { code: fault.code, message: fault.message, start: property.start, end: property.end };
  if (OF_NUMBERS.has(name) && Array.isArray(value)) return { ...at, mend: toNumbers(value, before) };
  if (fault.code !== 'expression.wrong-type') return { ...at, start, end };
  const isScalar = typeof value === 'number' || typeof value === 'boolean';
  if (isScalar && extensionNames('').includes(name)) return { ...at, mend: before('.toString()') };
  if (typeof value === 'string' && /^\s*[[{]/.test(value)) return { ...at, mend: before('.parseJson()') };
  return at;
}

/** Numbers out of a list of objects or of texts. */
function toNumbers(list: readonly unknown[], before: (insert: string) => Finding['mend']): Finding['mend'] {
  const first = list[0];
  if (typeof first === 'object' && first !== null && !Array.isArray(first)) {
    const field = Object.entries(first).find(([, each]) => typeof each === 'number')?.[0];
    return field === undefined ? undefined : before(`.pluck(${quoted(field)})`);
  }
  const areNumbers = list.every((each) => typeof each === 'number' || (typeof each === 'string' && isNumeric(each)));
  return areNumbers ? before('.map((each) => Number(each))') : undefined;
}

function isNumeric(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}

/** A reference to a node that is not there. */
export function unknownNode(node: CallExpression, nodeNames: readonly string[], known: (name: string) => boolean) {
  const { callee } = node;
  const [argument] = node.arguments;
  if (callee.type !== 'Identifier' || (callee.name !== '$' && callee.name !== '$items')) return undefined;
  if (argument?.type !== 'Literal' || typeof argument.value !== 'string' || known(argument.value)) return undefined;
  const meant = nearest(argument.value, nodeNames);
  const { start, end } = argument;
  const finding: Finding = {
    code: 'expression.no-such-node',
    message: `There is no node "${argument.value}" in this workflow. Was it renamed?`,
    start,
    end,
  };
  if (meant) finding.mend = { label: `Did you mean "${meant}"?`, start, end, insert: quoted(meant) };
  return finding;
}
