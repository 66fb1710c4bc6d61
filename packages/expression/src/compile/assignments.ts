import type { AssignmentExpression, UpdateExpression } from 'acorn';
import { NeedsIsolate } from '../fault.js';
import { localNamed } from './identifiers.js';
import { type CompilePart, type Names, plainValue } from './names.js';
import { operation } from './operators.js';
import type { Compiled } from './run.js';
import { toNumber } from './values.js';

/** Assigns a local name. Data is never assigned here: what tries to is the isolate's, which has a copy of it. */
export function assignment(node: AssignmentExpression, names: Names | undefined, part: CompilePart): Compiled {
  const { read, write } = writable(node.left, names);
  const right = part(node.right, names);
  if (node.operator === '=') {
    // Reading tells a name that is not declared yet.
    return (run, frame) => {
      const value = plainValue(right(run, frame));
      read(run, frame);
      write(value, frame);
      return value;
    };
  }
  const work = operation(node.operator.slice(0, -1));
  return (run, frame) => {
    const value = work(read(run, frame), right(run, frame), run);
    write(value, frame);
    return value;
  };
}

/** `x++` and its like, of a local name. */
export function update(node: UpdateExpression, names: Names | undefined): Compiled {
  const { read, write } = writable(node.argument, names);
  const by = node.operator === '++' ? 1 : -1;
  const { prefix } = node;
  return (run, frame) => {
    const before = toNumber(read(run, frame), run);
    write(before + by, frame);
    return prefix ? before + by : before;
  };
}

function writable(node: { type: string; name?: string }, names: Names | undefined) {
  const local = node.type === 'Identifier' ? localNamed(node.name as string, names) : undefined;
  if (!local || local.constant) throw new NeedsIsolate('an assignment');
  return local;
}
