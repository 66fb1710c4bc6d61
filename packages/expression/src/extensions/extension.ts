/** What a method may use of the evaluation it runs in. */
export interface MethodHost {
  /** Charges memory, in bytes, before it is taken. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /** Charges time, in nanoseconds at worst, before work that can't be interrupted. @throws ExpressionFault for too much */
  spend(nanoseconds: number): void;
  /** Looks at the clock now. @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Leaves the evaluation to the isolate, for what only its walls can hold. There it does nothing. */
  needsIsolate(why: string): void;
}

/** A method that the language adds to a type of value. */
export type Extension = (self: any, args: readonly any[], host: MethodHost) => unknown;
export type ExtensionTable = Readonly<Record<string, Extension>>;

/** Conversions that a type answers with nothing, where others answer with a value. */
export const nothing: Extension = () => undefined;
