import type { Expression, SpreadElement, Super } from 'acorn';
import type { Compiled } from './run.js';

/** The names around an expression while it is compiled: those of each function or block, innermost first. */
export interface Names {
  readonly slots: string[];
  /** Those of them that can't be assigned again. */
  readonly constants: Set<string>;
  readonly parent: Names | undefined;
  /** They are declared by statements, and can't be read before. */
  readonly byStatements: boolean;
}

/** Names of a function or block inside of others. */
export function namesWithin(parent: Names | undefined, byStatements = false): Names {
  return { slots: [], constants: new Set(), parent, byStatements };
}

/** Compiles a part of an expression: how the compilers of each kind of syntax reach all the others. */
export type CompilePart = (node: Expression | SpreadElement | Super, names: Names | undefined) => Compiled;

/** Stands in the slot of a name whose declaration has not been reached. */
export const UNSET = Symbol('unset');

/** Left of a chain such as `a?.b.c` was nothing: the whole chain is nothing. */
export const CUT = Symbol('cut');

/** A chain that was cut inside of an argument or a list is nothing there. */
export function plainValue(value: unknown): unknown {
  return value === CUT ? undefined : value;
}
