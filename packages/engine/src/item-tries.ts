import type { Item } from '@orchestrator/workflow';
import type { FailedEvent, ItemDone, StepBegun, TriedEvent } from './events.js';
import { itemBytes } from './item-size.js';
import type { ItemTries } from './ports.js';
import type { ItemProgress, PendingStep, RunState } from './run-state.js';
import { sourcesKey } from './source-key.js';

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

  /**
   * For the step at the head of the queue. `undefined` when it is not tried again anyway, and nothing is lost when it is run
   * again by a retry of the whole run.
   */
  static ofNext(state: RunState): AttemptedItems | undefined {
    const { node, effect } = state.queue[0]?.node ?? {};
    const maxTries = node?.retry?.maxTries ?? 1;
    return maxTries > 1 || effect !== 'pure' ? new AttemptedItems(itemsOfNext(state), maxTries) : undefined;
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

/** How far the items of the step at the head of the queue have got, in this run and the one that it retries. */
function itemsOfNext({ progress, queue }: RunState): ItemProgress | undefined {
  return progress.items ?? queue[0]?.items;
}

/**
 * What a step that failed, or was stopped, had done, for a run that goes on with it. `undefined`: nothing that is to be kept.
 * @param nameToday of a node, in the version that is to run
 */
export function begunStep(state: RunState, nameToday: (name: string) => string): StepBegun | undefined {
  const [step] = state.queue;
  const done = itemsOfNext(state)?.done;
  if (!step || !done?.size || step.node.effect === 'pure') return undefined;
  return {
    node: step.node.id,
    sources: step.sources.map((source) => source && { ...source, node: nameToday(source.node) }),
    done: [...done].map(([item, gave]) => ({ item, gave })),
  };
}

/** Lets a step that is queued on the same inputs go on where it was left. */
export function goOnWith(state: RunState, { node, sources, done }: StepBegun): void {
  const step = state.queue.find((each) => each.node.id === node && sourcesKey(each.sources) === sourcesKey(sources));
  if (!step) return;
  step.items = { done: new Map(done.map(({ item, gave }) => [item, gave])), failures: new Map() };
  state.itemBytes += bytesOfDone(step);
}

/** Estimated bytes of what items of a step gave in an earlier execution: held until the step is over. */
export function bytesOfDone({ items }: PendingStep): number {
  return items ? itemBytes([...items.done.values()], []) : 0;
}

/** The items of the step at the head of the queue after an attempt that failed. */
export function itemsAfter(state: RunState, event: TriedEvent | FailedEvent): ItemProgress | undefined {
  const before = itemsOfNext(state);
  const { done } = event;
  const failed = event.t === 'tried' ? event.failed : undefined;
  if (!done && !failed) return before;
  const after = { done: new Map(before?.done), failures: new Map(before?.failures) };
  for (const { item, gave } of done ?? []) after.done.set(item, gave);
  for (const item of failed ?? []) after.failures.set(item, (after.failures.get(item) ?? 0) + 1);
  return after;
}
