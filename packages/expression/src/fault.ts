import { DateTime } from 'luxon';

/** A fault that ends an evaluation with `kind: 'error'`: a refusal, a spent budget, or a function's own complaint. */
export class ExpressionFault extends Error {
  constructor(
    message: string,
    /** A stable name, such as `expression.refused`. */
    readonly code = 'expression.failed',
  ) {
    super(message);
    this.name = 'ExpressionError';
  }
}

/** Thrown by the fast path where it meets what only the isolate can do. Not an error: the caller falls back. */
export class NeedsIsolate {
  constructor(readonly why: string) {}
}

/** The refusal of a name by which code climbs out of the data into the language's machinery. */
export function refusedName(name: string): ExpressionFault {
  return new ExpressionFault(
    `Expressions can't use '${name}'. Read the fields of your data by their own names instead.`,
    'expression.refused',
  );
}

// These two stand for what reading from nothing or calling a non-function throws. They give `undefined` as the
// expression's result, often, so they are made once, without a stack.
const limit = Error.stackTraceLimit;
Error.stackTraceLimit = 0;
export const NOTHING_TO_READ = new TypeError('Cannot read a field of a value that is not there');
export const NOT_A_FUNCTION = new TypeError('This is not a function');
export const NOT_DEFINED = new ReferenceError('This name is not defined');
Error.stackTraceLimit = limit;

/** Whether a fault while an expression runs gives `undefined` (n8n's rule) and not an error. */
export function givesUndefined(fault: unknown): boolean {
  return (
    fault instanceof TypeError ||
    fault instanceof ReferenceError ||
    fault instanceof SyntaxError ||
    fault instanceof LuxonFault
  );
}

/** What luxon throws for an argument it can't use. It doesn't export the class, so one is made to look at. */
const LuxonFault = luxonFault();
function luxonFault(): new () => Error {
  try {
    DateTime.fromSeconds(Number.NaN);
    DateTime.fromSeconds('none' as never);
  } catch (fault) {
    return Object.getPrototypeOf((fault as Error).constructor);
  }
  return class Never extends Error {};
}
