type Behaviour = (args: readonly unknown[], run: CallHost) => unknown;

/**
 * A function of the language: called by expressions, never handed out as a JavaScript function. What it is made of is
 * private to the class and not only to the compiler: an own field would come out of `Object.values` and spreading.
 */
export class HostFunction {
  readonly #name: string;
  readonly #call: Behaviour;
  readonly #construct: Behaviour | undefined;
  readonly #fields: ReadonlyMap<string, unknown>;

  /**
   * @param construct what `new` makes; left out where it makes nothing
   * @param fields fields and functions of it, such as `Object.keys`
   */
  constructor(name: string, call: Behaviour, construct?: Behaviour, fields: ReadonlyMap<string, unknown> = NO_FIELDS) {
    this.#name = name;
    this.#call = call;
    this.#construct = construct;
    this.#fields = fields;
  }

  get name(): string {
    return this.#name;
  }
  get call(): Behaviour {
    return this.#call;
  }
  get construct(): Behaviour | undefined {
    return this.#construct;
  }
  get fields(): ReadonlyMap<string, unknown> {
    return this.#fields;
  }
}
const NO_FIELDS: ReadonlyMap<string, unknown> = new Map();

/** An object whose fields are worked out when they are read, such as `$input` and `$('Node')`. */
export class HostObject {
  readonly #read: (name: string) => unknown;
  readonly #names: () => readonly string[];

  /**
   * @param read the field of a name, or `undefined`
   * @param names what a listing shows
   */
  constructor(read: (name: string) => unknown, names: () => readonly string[] = () => []) {
    this.#read = read;
    this.#names = names;
  }

  /** The field of this name, or `undefined`. */
  read(name: string): unknown {
    return this.#read(name);
  }
  /** Names that a listing shows. */
  names(): readonly string[] {
    return this.#names();
  }
}

/** What a function of the language may use of the evaluation it runs in. */
export interface CallHost {
  /** Counts one unit of work. @throws ExpressionFault when the budget is gone */
  step(): void;
  /** Charges memory, in bytes, before it is taken. @throws ExpressionFault when the budget is gone */
  charge(bytes: number): void;
  /**
   * Charges time, in nanoseconds at worst, before work that can't be interrupted.
   * @throws ExpressionFault when that much is not left
   */
  spend(nanoseconds: number): void;
  /** Looks at the clock now, after work that may have taken long. @throws ExpressionFault when the time is gone */
  lookAtClock(): void;
  /** Leaves the evaluation to the isolate, for what only its walls can hold. There it does nothing. */
  needsIsolate(why: string): void;
  /** Epoch milliseconds. */
  now(): number;
  /** Calls what an expression passed as a function. @throws TypeError when it is none */
  invoke(fn: unknown, args: readonly unknown[]): unknown;
}
