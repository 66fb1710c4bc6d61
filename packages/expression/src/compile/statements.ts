import type {
  BlockStatement,
  ForOfStatement,
  ForStatement,
  IfStatement,
  Statement as StatementNode,
  VariableDeclaration,
} from 'acorn';
import { NeedsIsolate } from '../fault.js';
import { type CompilePart, type Names, namesWithin, plainValue, UNSET } from './names.js';
import { type Setter, target } from './patterns.js';
import type { Compiled, Frame, Run } from './run.js';
import { iterate } from './values.js';

/** How a statement ended, when not by reaching its end. */
type Ending = 'break' | 'continue' | Returned;
class Returned {
  constructor(readonly value: unknown) {}
}
type Statement = (run: Run, frame: Frame) => Ending | undefined;

/**
 * The body of a function: declarations, `if`, loops, `return`, and expressions that may assign local names. Each round
 * of a loop is charged a step. Other statements are the isolate's.
 */
export function blockBody(body: BlockStatement, names: Names, part: CompilePart): Compiled {
  const run = block(body, names, part);
  return (of, frame) => {
    const ending = run(of, frame as Frame);
    return ending instanceof Returned ? ending.value : undefined;
  };
}

function statement(node: StatementNode, names: Names, part: CompilePart): Statement {
  switch (node.type) {
    case 'EmptyStatement':
      return () => undefined;
    case 'ExpressionStatement': {
      const value = part(node.expression, names);
      return (run, frame) => {
        value(run, frame);
        return undefined;
      };
    }
    case 'ReturnStatement': {
      const value = node.argument ? part(node.argument, names) : () => undefined;
      return (run, frame) => new Returned(plainValue(value(run, frame)));
    }
    case 'BlockStatement':
      return block(node, names, part);
    case 'IfStatement':
      return condition(node, names, part);
    case 'ForOfStatement':
      return forOf(node, names, part);
    case 'ForStatement':
      return forLoop(node, names, part);
    case 'WhileStatement': {
      const test = part(node.test, names);
      const body = statement(node.body, names, part);
      return (run, frame) =>
        rounds(
          run,
          () => Boolean(test(run, frame)),
          () => body(run, frame),
        );
    }
    case 'BreakStatement':
      if (node.label) throw new NeedsIsolate('a label');
      return () => 'break';
    case 'ContinueStatement':
      if (node.label) throw new NeedsIsolate('a label');
      return () => 'continue';
    default:
      throw new NeedsIsolate(node.type);
  }
}

/** Statements with names of their own, in a frame of their own. */
function block(node: BlockStatement, names: Names, part: CompilePart): Statement {
  const inner = namesWithin(names, true);
  // All names are declared before anything is compiled: functions may name what is declared after them.
  const setters = node.body.map((each) => (each.type === 'VariableDeclaration' ? declared(each, inner, part) : []));
  const all = node.body.map((each, i) =>
    each.type === 'VariableDeclaration'
      ? declaration(each, setters[i] as Prepared[], inner, part)
      : statement(each, inner, part),
  );
  const count = inner.slots.length;
  return (run, frame) => {
    const own = blockFrame(count, frame);
    for (const each of all) {
      const ending = each(run, own);
      if (ending) return ending;
    }
    return undefined;
  };
}

function blockFrame(count: number, parent: Frame): Frame {
  return { slots: count === 0 ? NO_SLOTS : new Array(count).fill(UNSET), parent };
}
const NO_SLOTS: unknown[] = [];

type Prepared = () => Setter;

/** Declares the names of a `const` or `let`. */
function declared({ kind, declarations }: VariableDeclaration, names: Names, part: CompilePart): Prepared[] {
  if (kind !== 'const' && kind !== 'let') throw new NeedsIsolate(kind);
  const before = names.slots.length;
  const setters = declarations.map(({ id }) => target(id, names, part));
  if (kind === 'const') for (const name of names.slots.slice(before)) names.constants.add(name);
  return setters;
}

function declaration(
  { declarations }: VariableDeclaration,
  setters: readonly Prepared[],
  names: Names,
  part: CompilePart,
): Statement {
  const all = declarations.map(({ init }, i) => ({
    set: (setters[i] as Prepared)(),
    value: init ? part(init, names) : () => undefined,
  }));
  return (run, frame) => {
    for (const { set, value } of all) set(plainValue(value(run, frame)), run, frame);
    return undefined;
  };
}

function condition(node: IfStatement, names: Names, part: CompilePart): Statement {
  const test = part(node.test, names);
  const yes = statement(node.consequent, names, part);
  const no: Statement = node.alternate ? statement(node.alternate, names, part) : () => undefined;
  return (run, frame) => (test(run, frame) ? yes(run, frame) : no(run, frame));
}

function forOf(node: ForOfStatement, names: Names, part: CompilePart): Statement {
  if (node.await || node.left.type !== 'VariableDeclaration') throw new NeedsIsolate('a loop of this kind');
  const list = part(node.right, names);
  const inner = namesWithin(names, true);
  const [prepared] = declared(node.left, inner, part);
  const set = (prepared as Prepared)();
  const body = statement(node.body, inner, part);
  return (run, frame) => {
    const values = iterate(list(run, frame), run);
    let at = 0;
    return rounds(
      run,
      () => at < values.length,
      () => {
        const own = blockFrame(inner.slots.length, frame);
        set(values[at++], run, own);
        return body(run, own);
      },
    );
  };
}

function forLoop(node: ForStatement, names: Names, part: CompilePart): Statement {
  const inner = namesWithin(names, true);
  const { init } = node;
  if (init && init.type !== 'VariableDeclaration') throw new NeedsIsolate('a loop of this kind');
  const begin: Statement = init ? declaration(init, declared(init, inner, part), inner, part) : () => undefined;
  const test = node.test ? part(node.test, inner) : () => true;
  const next = node.update ? part(node.update, inner) : () => undefined;
  const body = statement(node.body, inner, part);
  return (run, frame) => {
    let own = blockFrame(inner.slots.length, frame);
    begin(run, own);
    let first = true;
    return rounds(
      run,
      () => {
        // Each round has variables of its own, which functions made in it keep.
        if (!first) {
          own = { slots: [...own.slots], parent: frame };
          next(run, own);
        }
        first = false;
        return Boolean(test(run, own));
      },
      () => body(run, own),
    );
  };
}

/** Goes round as long as the test holds; every round is a step. */
function rounds(run: Run, goesOn: () => boolean, body: () => Ending | undefined): Ending | undefined {
  while (goesOn()) {
    run.step();
    const ending = body();
    if (ending === 'break') return undefined;
    if (ending instanceof Returned) return ending;
  }
  return undefined;
}
