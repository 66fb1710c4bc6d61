import type { Item } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { defineNode, eachItem, type ItemTries, NodeFault } from './index.js';
import { runNode } from './test-kit.js';

const items = [0, 1, 2, 3, 4].map((n) => ({ n }));
/** Fails for the items named, and counts what it began. */
function worker(failing: readonly number[], options: { atOnce?: number; retryable?: boolean } = {}) {
  const begun: number[] = [];
  const definition = defineNode({
    type: 'worker',
    version: 1,
    label: 'Worker',
    summary: 'Works',
    group: 'data',
    icon: 'x',
    parameters: {},
    run: (ctx) =>
      eachItem(
        ctx,
        async (item, index) => {
          begun.push(index);
          // The later an item, the sooner it is over.
          for (let turns = items.length - index; turns > 0; turns--) await Promise.resolve();
          if (failing.includes(index)) throw new NodeFault(`no ${index}`, { retryable: options.retryable ?? true });
          return { json: { was: item.json.n ?? null } };
        },
        { atOnce: options.atOnce },
      ),
  });
  return { definition, begun };
}

class Tries implements ItemTries {
  readonly kept = new Map<number, readonly Item[]>();
  readonly lost: number[] = [];
  constructor(
    readonly before: ReadonlyMap<number, readonly Item[]> = new Map(),
    readonly exhausted: readonly number[] = [],
  ) {}
  done = (item: number) => this.before.get(item);
  keep = (item: number, gave: readonly Item[]) => void this.kept.set(item, gave);
  mayTryAgain = (item: number) => !this.exhausted.includes(item);
  failed = (item: number) => void this.lost.push(item);
}

describe.each([1, 3])('%i at once', (atOnce) => {
  test('what is begun is let to its end, and nothing more is begun after a fault', async () => {
    const { definition, begun } = worker([1], { atOnce });
    const tries = new Tries();
    await expect(runNode(definition, { items, tries })).rejects.toMatchObject({ message: 'no 1', itemIndex: 1 });
    expect(tries.lost).toEqual([1]);
    expect([...tries.kept.keys()].sort()).toEqual(begun.filter((index) => index !== 1).sort());
    expect(begun.length).toBeLessThan(items.length);
  });

  test('an attempt after that runs what is not done, and puts all in the order of the input', async () => {
    const first = new Tries();
    await runNode(worker([1], { atOnce }).definition, { items, tries: first }).catch(() => undefined);
    const { definition, begun } = worker([], { atOnce });
    const { outputs } = await runNode(definition, { items, tries: new Tries(first.kept) });
    expect(begun).toEqual([0, 1, 2, 3, 4].filter((index) => !first.kept.has(index)));
    expect(outputs[0]).toEqual(items.map(({ n }) => ({ json: { was: n }, pairedItem: { item: n } })));
  });

  test('with leave to go on, the rest is run before another attempt is asked for', async () => {
    const { definition, begun } = worker([1, 3], { atOnce });
    const tries = new Tries();
    await expect(runNode(definition, { items, tries, continueOnFail: true })).rejects.toThrow('no 1');
    expect([begun.length, tries.lost.sort(), [...tries.kept.keys()].sort()]).toEqual([5, [1, 3], [0, 2, 4]]);
  });

  test('what has had all its attempts stands as an error, and the others go on being tried', async () => {
    const tries = new Tries(new Map(), [1]);
    await expect(
      runNode(worker([1, 3], { atOnce }).definition, { items, tries, continueOnFail: true }),
    ).rejects.toThrow('no 3');
    expect(tries.kept.get(1)).toEqual([
      {
        json: { error: 'no 1' },
        pairedItem: { item: 1 },
        error: { message: 'no 1', code: 'node.failed', itemIndex: 1 },
      },
    ]);
    const last = new Tries(tries.kept, [3]);
    const { outputs } = await runNode(worker([3], { atOnce }).definition, { items, tries: last, continueOnFail: true });
    expect(outputs[0]?.map(({ json }) => json.was ?? json.error)).toEqual([0, 'no 1', 2, 'no 3', 4]);
  });

  test('what no attempt mends ends the node, whatever else might be tried again', async () => {
    const tries = new Tries(new Map(), [2]);
    await expect(runNode(worker([1, 2], { atOnce: 5 }).definition, { items, tries })).rejects.toThrow('no 2');
    const { definition } = worker([1], { atOnce, retryable: false });
    await expect(runNode(definition, { items, tries: new Tries() })).rejects.toThrow('no 1');
  });
});

test('without attempts to come, a fault names its item, and one that says nothing of items is made to', async () => {
  await expect(runNode(worker([2]).definition, { items })).rejects.toMatchObject({ itemIndex: 2 });
  const { outputs } = await runNode(worker([2]).definition, { items, continueOnFail: true });
  expect(outputs[0]?.[2]).toMatchObject({ json: { error: 'no 2' }, pairedItem: { item: 2 } });
});
