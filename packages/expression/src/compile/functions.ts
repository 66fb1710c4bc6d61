import type { ArrowFunctionExpression, Expression } from 'acorn';
import { NeedsIsolate } from '../fault.js';
import { HostFunction } from './host-values.js';
import { type CompilePart, type Names, namesWithin, plainValue } from './names.js';
import { bind } from './patterns.js';
import type { Compiled, Frame } from './run.js';
import { blockBody } from './statements.js';

/** A function of the language: its frame holds its parameters, and leads to the frames around it. */
export function arrow(node: ArrowFunctionExpression, names: Names | undefined, part: CompilePart): Compiled {
  if (node.async || node.generator) throw new NeedsIsolate('an asynchronous function');
  const inner = namesWithin(names);
  const binders = node.params.map((param, i) => bind(param, i, inner, part));
  // All parameters are known before defaults are compiled, which may name each other.
  const ready = binders.map((binder) => binder());
  const simple = node.params.every((param) => param.type === 'Identifier');
  const count = inner.slots.length;
  const body = bodyOf(node, inner, part);
  return (_run, frame) =>
    new HostFunction('function', (args, host) => {
      const run = host as Parameters<Compiled>[0];
      const own: Frame = { slots: simple ? args.slice(0, count) : new Array(count), parent: frame };
      if (!simple) for (const binder of ready) binder(args, run, own);
      return body(run, own);
    });
}

function bodyOf(node: ArrowFunctionExpression, names: Names, part: CompilePart): Compiled {
  if (node.body.type === 'BlockStatement') return blockBody(node.body, names, part);
  const body = part(node.body as Expression, names);
  return (run, frame) => plainValue(body(run, frame));
}
