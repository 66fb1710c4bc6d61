/** What a method may use of the evaluation it runs in. */
export interface MethodHost {
  /** Charges work and memory, in bytes, before it is spent. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /** Looks at the clock now. @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
  /** Epoch milliseconds. */
  now(): number;
}

/** A method that the language adds to a type of value. */
export type Extension = (self: any, args: readonly any[], host: MethodHost) => unknown;
export type ExtensionTable = Readonly<Record<string, Extension>>;

/** Conversions that a type answers with nothing, where others answer with a value. */
export const nothing: Extension = () => undefined;
