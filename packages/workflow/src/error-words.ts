import type { ItemError } from './item.js';

/**
 * An error in words, line by line: where it happened (node, parameter, item, counted from 1) and what, what to do about
 * it, and the line of the expression with the place marked below.
 */
export function errorInWords({ node, parameter, itemIndex, message, description, expression }: ItemError): string[] {
  const where = [
    ...(node === undefined ? [] : [`"${node}"`]),
    ...(parameter === undefined ? [] : [parameterInWords(parameter)]),
    ...(itemIndex === undefined ? [] : [`item ${itemIndex + 1}`]),
  ].join(', ');
  return [
    where === '' ? message : `${where}: ${message}`,
    ...(description === undefined ? [] : [description]),
    ...(expression === undefined ? [] : markedExpression(expression)),
  ];
}

/** `Options › Timeout (options.timeout)`, or the path alone. */
function parameterInWords({ path, label }: NonNullable<ItemError['parameter']>): string {
  return label === undefined || label === path ? path : `${label} (${path})`;
}

/** The line in which the fault begins, and a line of marks under it. */
function markedExpression({ text, from, to = from }: NonNullable<ItemError['expression']>): string[] {
  if (from === undefined || to === undefined) return [text];
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const next = text.indexOf('\n', from);
  const line = text.slice(start, next < 0 ? undefined : next);
  const width = Math.max(1, Math.min(to - start, line.length) - (from - start));
  return [line, `${' '.repeat(from - start)}${'^'.repeat(width)}`];
}
