import type { Item } from '@orchestrator/workflow';
import type { ItemDone, TriedEvent } from './events.js';
import type { PlanNode } from './plan.js';
import type { ItemTries } from './ports.js';

/** How far the items of a step have got that is tried again, by their place among its first input. */
export interface ItemProgress {
  /** What those gave that went well. */
  done: ReadonlyMap<number, readonly Item[]>;
  /** Attempts of an item that failed. */
  failures: ReadonlyMap<number, number>;
}

/** One attempt of a step whose node works item by item: what it is told of its items, and what it tells. */
export class AttemptedItems implements ItemTries {
  readonly #before: ItemProgress | undefined;
  readonly #maxTries: number;
  readonly #done = new Map<number, readonly Item[]>();
  readonly #failed = new Set<number>();

  constructor(before: ItemProgress | undefined, maxTries: number) {
    this.#before = before;
    this.#maxTries = maxTries;
  }

  /** `undefined` when the step is not tried again anyway. */
  static of({ node }: PlanNode, before: ItemProgress | undefined): AttemptedItems | undefined {
    return node.retry && node.retry.maxTries > 1 ? new AttemptedItems(before, node.retry.maxTries) : undefined;
  }

  done(item: number): readonly Item[] | undefined {
    return this.#before?.done.get(item);
  }

  keep(item: number, gave: readonly Item[]): void {
    this.#done.set(item, gave);
  }

  mayTryAgain(item: number): boolean {
    return this.failuresOf(item) + 1 < this.#maxTries;
  }

  failed(item: number): void {
    this.#failed.add(item);
  }

  /** The node told something of its items. */
  get isUsed(): boolean {
    return this.#done.size > 0 || this.#failed.size > 0;
  }

  /** Failed attempts, this one included, of the item that failed most often; `undefined` when none was told to fail. */
  get failures(): number | undefined {
    if (this.#failed.size === 0) return undefined;
    return Math.max(...[...this.#failed].map((item) => this.failuresOf(item) + 1));
  }

  /** What the attempt adds to the journal when another one follows. */
  get told(): Pick<TriedEvent, 'done' | 'failed'> {
    const done = [...this.#done].map(([item, gave]): ItemDone => ({ item, gave }));
    return {
      ...(done.length > 0 ? { done } : {}),
      ...(this.#failed.size > 0 ? { failed: [...this.#failed].sort((a, b) => a - b) } : {}),
    };
  }

  private failuresOf(item: number): number {
    return this.#before?.failures.get(item) ?? 0;
  }
}

/** The items of a step after an attempt that another one follows. */
export function itemsAfter(before: ItemProgress | undefined, { done, failed }: TriedEvent): ItemProgress | undefined {
  if (!done && !failed) return before;
  const after = { done: new Map(before?.done), failures: new Map(before?.failures) };
  for (const { item, gave } of done ?? []) after.done.set(item, gave);
  for (const item of failed ?? []) after.failures.set(item, (after.failures.get(item) ?? 0) + 1);
  return after;
}
