/**
 * Hands out texts that are unique among those it gave: the wished one, or that one with a number behind it.
 * Linear in the number of calls, also when every wish is the same.
 */
export class UniqueTexts {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  constructor(private readonly separator: string) {}

  claim(wish: string): string {
    let text = wish;
    let number = this.#next.get(wish) ?? 1;
    while (this.#taken.has(text)) text = `${wish}${this.separator}${number++}`;
    this.#next.set(wish, number);
    this.#taken.add(text);
    return text;
  }
}
