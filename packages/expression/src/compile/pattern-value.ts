/**
 * A regular expression of the language's. Its state is hidden, so that it has no fields as data: JSON of one is `{}`,
 * as JavaScript's own is.
 */
export class PatternValue {
  readonly #source: string;
  readonly #flags: string;
  #lastIndex = 0;

  constructor(source: string, flags: string) {
    this.#source = source;
    this.#flags = flags;
  }

  get source(): string {
    return this.#source;
  }
  get flags(): string {
    return this.#flags;
  }
  get global(): boolean {
    return this.#flags.includes('g');
  }
  /** Where `test` and `exec` go on, when it is global. */
  get lastIndex(): number {
    return this.#lastIndex;
  }
  set lastIndex(at: number) {
    this.#lastIndex = at;
  }

  toString(): string {
    return `/${this.#source}/${this.#flags}`;
  }
}
