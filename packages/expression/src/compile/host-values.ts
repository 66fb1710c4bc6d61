/** A function of the language: called by expressions, never handed out as a JavaScript function. */
export class HostFunction {
  constructor(
    readonly name: string,
    readonly call: (args: readonly unknown[], run: CallHost) => unknown,
    /** What `new` makes; left out where it makes nothing. */
    readonly construct?: (args: readonly unknown[], run: CallHost) => unknown,
    /** Fields and functions of it, such as `Object.keys`. */
    readonly fields: ReadonlyMap<string, unknown> = NO_FIELDS,
  ) {}
}
const NO_FIELDS: ReadonlyMap<string, unknown> = new Map();

/** An object whose fields are worked out when they are read, such as `$input` and `$('Node')`. */
export class HostObject {
  constructor(
    /** The field of this name, or `undefined`. */
    readonly read: (name: string) => unknown,
    /** Names that a listing shows. */
    readonly names: () => readonly string[] = () => [],
  ) {}
}

/** What a function of the language may use of the evaluation it runs in. */
export interface CallHost {
  /** Counts one unit of work. @throws ExpressionFault when the budget is gone */
  step(): void;
  /** Charges work and memory, in bytes, before it is spent. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls what an expression passed as a function. @throws TypeError when it is none */
  invoke(fn: unknown, args: readonly unknown[]): unknown;
}

/** Whether a value can be called. */
export function isCallable(value: unknown): value is HostFunction {
  return value instanceof HostFunction;
}
