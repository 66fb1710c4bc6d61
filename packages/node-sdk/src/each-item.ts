import type { Item } from '@orchestrator/workflow';
import type { NodeContext } from './context.js';
import { errorMessage, NodeFault } from './errors.js';
import type { ParameterSet } from './parameters.js';
import { inOrder, type Soon, whenReady } from './soon.js';

type Given = Item | readonly Item[] | null;

export interface EachItemOptions {
  /** Items that are worked on at the same time. Default 1. */
  atOnce?: number;
  /** Waited for before an item is begun: one item after the other, in order. */
  before?: (index: number) => Soon<void>;
}

/**
 * Runs `one` for each item of the first main input and gathers what it gives on output 0, in the order of the input.
 * Items get their lineage unless they bring it. A fault of one item ends the node, once those that were begun are over,
 * unless it may go on after faults: then an item with `json.error` stands in its place. Where the step is tried again, only
 * items that failed are.
 */
export function eachItem<P extends ParameterSet>(
  ctx: NodeContext<P>,
  one: (item: Item, index: number) => Soon<Given>,
  { atOnce = 1, before }: EachItemOptions = {},
): Soon<Item[][]> {
  const work = new ItemWork(ctx, one);
  const count = ctx.items.length;
  if (atOnce === 1 && !before) return whenReady(inOrder(count, work.run), work.end);
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next++;
      if (work.isDone(index)) continue;
      await before?.(index);
      await work.run(index);
    }
  };
  return Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker)).then(work.end);
}

/** What became of the items in one attempt. */
class ItemWork<P extends ParameterSet> {
  readonly #ctx: NodeContext<P>;
  readonly #one: (item: Item, index: number) => Soon<Given>;
  readonly #gave: (readonly Item[])[];
  /** Faults that end the node, or this attempt of it, by item. */
  readonly #faults = new Map<number, unknown>();
  /** Among them is one that no other attempt mends, and those stand alone. */
  #isLost = false;
  /** No further item is begun. */
  #isOver = false;

  constructor(ctx: NodeContext<P>, one: (item: Item, index: number) => Soon<Given>) {
    this.#ctx = ctx;
    this.#one = one;
    this.#gave = new Array(ctx.items.length);
  }

  /** Nothing is to be done for the item: it is done already, or the node comes to its end. */
  isDone(index: number): boolean {
    if (this.#isOver) return true;
    const done = this.#ctx.tries?.done(index);
    if (done) this.#gave[index] = done;
    return done !== undefined;
  }

  readonly run = (index: number): Soon<void> => {
    if (this.isDone(index)) return;
    let given: Soon<Given>;
    try {
      given = this.#one(this.#ctx.items[index] as Item, index);
    } catch (error) {
      return this.#failed(error, index);
    }
    if (!(given instanceof Promise)) return this.#took(given, index);
    return given.then(
      (later) => this.#took(later, index),
      (error) => this.#failed(error, index),
    );
  };

  /** @throws the fault of the first item that ends the node, or asks for another attempt */
  readonly end = (): Item[][] => {
    if (this.#faults.size > 0) throw this.#faults.get(Math.min(...this.#faults.keys()));
    return [this.#gave.flat()];
  };

  #took(given: Given, index: number): void {
    const linked = (item: Item) => (item.pairedItem === undefined ? { ...item, pairedItem: { item: index } } : item);
    this.#keep(index, given === null ? [] : Array.isArray(given) ? given.map(linked) : [linked(given as Item)]);
  }

  #failed(error: unknown, index: number): void {
    const { continueOnFail, tries, signal } = this.#ctx;
    const isMendable = !(error instanceof NodeFault) || error.retryable;
    const again = isMendable && tries?.mayTryAgain(index) === true;
    if (continueOnFail && !again && !signal.aborted) {
      this.#keep(index, [failedItem(ofItem(error, index), index)]);
      return;
    }
    if (isMendable) tries?.failed(index);
    if (!again && !this.#isLost) {
      this.#faults.clear();
      this.#isLost = true;
    }
    if (!again || !this.#isLost) this.#faults.set(index, signal.aborted ? error : ofItem(error, index));
    // Without leave to go on after faults, those behind it wait until it went well.
    this.#isOver ||= !continueOnFail || signal.aborted;
  }

  #keep(index: number, gave: readonly Item[]): void {
    this.#gave[index] = gave;
    this.#ctx.tries?.keep(index, gave);
  }
}

/** The fault, with the item that it is about. */
function ofItem(error: unknown, itemIndex: number): NodeFault {
  if (error instanceof NodeFault) return error.itemIndex === undefined ? error.at({ itemIndex }) : error;
  return new NodeFault(errorMessage(error), { itemIndex, cause: error });
}

/** What stands for an item that failed. It tells where, but does not repeat the expression for every item. */
function failedItem(fault: NodeFault, index: number): Item {
  const { code, message, parameter } = fault;
  const error = {
    message,
    code,
    itemIndex: index,
    ...(parameter === undefined ? {} : { parameter: { path: parameter } }),
  };
  return { json: { error: message }, pairedItem: { item: index }, error };
}
