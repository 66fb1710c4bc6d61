import jmespath from 'jmespath';
import type { CallHost } from '../compile/host-values.js';
import { ExpressionFault } from '../fault.js';

/** What a path may cost, by the size of its data. */
export interface PathCost {
  /** How often it goes through the data. */
  passes: number;
  /** How many copies of the data it may come to hold. */
  copies: number;
  /** It looks at all fields, and not at those alone that it names. */
  readsAll: boolean;
}
/** Bytes of data in which a text may be looked for, and put in order, by the library. */
const MAX_SEARCHED = 16_384;
/** Functions that look at each place of a text, or compare each with many. */
const SEARCHES: ReadonlySet<string> = new Set(['contains', 'sort', 'sort_by', 'max', 'min', 'max_by', 'min_by']);
/** What reads every field. */
const READ_ALL: ReadonlySet<string> = new Set(['ValueProjection', 'Function', 'Flatten']);

/** A node of the library's syntax tree, as far as it matters here. */
interface PathNode {
  type: string;
  name?: unknown;
  children?: unknown;
  value?: unknown;
}

/**
 * How often evaluating a path may go through its data. Each list or object that a path makes (`[@, @]`) can hold
 * the data as many times as it has parts, and the next one all of that again: `[@,@][]` forty times over is 2^40 times
 * the data. So the parts multiply.
 * @param size of the data, in bytes
 * @throws ExpressionFault for a field that every object inherits, which the library would read: a way to functions and
 *   to the prototype that all share. Whatever the library throws for a path that is none.
 */
export function jmespathCost(path: string, size: number, host: CallHost): PathCost {
  let nodes = 0;
  let copies = 1;
  let readsAll = false;
  const open: unknown[] = [(jmespath as unknown as { compile(path: string): PathNode }).compile(path)];
  while (open.length > 0) {
    const each = open.pop();
    if (typeof each !== 'object' || each === null) continue;
    if (Array.isArray(each)) {
      open.push(...each);
      continue;
    }
    const { type, name, children, value } = each as PathNode;
    nodes++;
    readsAll ||= READ_ALL.has(type);
    if (type === 'Function' && size > MAX_SEARCHED && SEARCHES.has(String(name)))
      host.needsIsolate(`${name}() of a JMESPath on much data`);
    // A text as long as the data between each two entries: only the isolate's memory may try.
    if (type === 'Function' && name === 'join') host.needsIsolate('join() of a JMESPath');
    if ((type === 'Field' || type === 'KeyValuePair') && typeof name === 'string' && name in Object.prototype) {
      throw new ExpressionFault(`'${name}' can't be read by $jmespath().`, 'expression.refused');
    }
    if ((type === 'MultiSelectList' || type === 'MultiSelectHash') && Array.isArray(children))
      copies *= Math.max(1, children.length);
    // A literal's value is data, and no part of the tree.
    if (type !== 'Literal') open.push(children, value);
  }
  return { passes: nodes, copies, readsAll };
}
