import { describe, expect, it, vi } from 'vitest';
import { GroupCommit } from './group-commit.js';

const BOUNDS = { maxEntries: 3, maxBytes: 100, maxInFlight: 1 };

/** A flush whose commits the test lets through one by one. */
function gate() {
  const groups: string[][] = [];
  const releases: ((outcomes?: (Error | undefined)[]) => void)[] = [];
  const flush = (entries: readonly string[]) => {
    groups.push([...entries]);
    return new Promise<(Error | undefined)[]>((resolve) => {
      releases.push((outcomes) => resolve(outcomes ?? entries.map(() => undefined)));
    });
  };
  return { groups, releases, flush };
}
const oneTurn = () => new Promise((resolve) => setImmediate(resolve));
/** Turns of the event loop that bring nothing more: after them, what was added has been flushed. */
const turn = async () => {
  for (let i = 0; i < 3; i++) await oneTurn();
};

describe('group commit', () => {
  it('flushes each entry by itself when the store refuses one of them, and rejects that one alone', async () => {
    const refused = new Error('refused');
    const flush = async (entries: readonly string[]) => {
      if (entries.includes('bad')) throw refused;
      return entries.map(() => undefined);
    };
    const commit = new GroupCommit(flush, { ...BOUNDS, isRefusal: (error) => error === refused });
    const all = await Promise.allSettled(['a', 'bad', 'b'].map((entry) => commit.add(entry, 1)));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('flushes at once when nothing is under way, and gathers while something is', async () => {
    const { groups, releases, flush } = gate();
    const commit = new GroupCommit(flush, BOUNDS);
    const first = commit.add('a', 1);
    await turn();
    const rest = [commit.add('b', 1), commit.add('c', 1)];
    await turn();
    expect(groups).toEqual([['a']]);
    releases[0]?.();
    await first;
    await turn();
    expect(groups).toEqual([['a'], ['b', 'c']]);
    releases[1]?.();
    await Promise.all(rest);
  });

  it('gathers what turn after turn brings, and no more than is worth a flush', async () => {
    vi.useFakeTimers({ toFake: ['performance'] }); // however slow this machine is
    const { groups, flush } = gate();
    const commit = new GroupCommit(flush, { ...BOUNDS, maxEntries: 100 });
    for (let i = 0; i < 4; i++) {
      void commit.add(`a${i}`, 1);
      expect(groups).toEqual([]);
      await oneTurn();
    }
    await turn();
    expect(groups.map((group) => group.length)).toEqual([4]);
    const busy = gate();
    const other = new GroupCommit(busy.flush, { ...BOUNDS, maxEntries: 100 });
    for (let i = 0; busy.groups.length === 0; i++) {
      for (let j = 0; j < 5; j++) void other.add(`${i} ${j}`, 1);
      await oneTurn();
    }
    expect(busy.groups[0]?.length).toBeLessThanOrEqual(20);
    vi.useRealTimers();
  });

  it('flushes beside what is under way only what is worth it, and no more at once than it may', async () => {
    const { groups, flush } = gate();
    const commit = new GroupCommit(flush, { ...BOUNDS, maxEntries: 100, maxInFlight: 2 });
    const add = async (count: number) => {
      for (let i = 0; i < count; i++) void commit.add('x', 1);
      await turn();
      return groups.map((group) => group.length);
    };
    expect(await add(1)).toEqual([1]);
    expect(await add(7)).toEqual([1]);
    expect(await add(1)).toEqual([1, 8]);
    expect(await add(20)).toEqual([1, 8]);
    expect(commit.depth).toBe(20);
  });

  it('keeps to the bounds of entries and bytes, but always takes one', async () => {
    const { groups, releases, flush } = gate();
    const commit = new GroupCommit(flush, BOUNDS);
    const all = ['a', 'b', 'c', 'd'].map((entry) => commit.add(entry, 1)).concat(commit.add('large', 500));
    for (let i = 0; i < 3; i++) {
      await turn();
      releases[i]?.();
      await turn();
    }
    await Promise.all(all);
    expect(groups).toEqual([['a', 'b', 'c'], ['d'], ['large']]);
  });

  it('rejects the one whose outcome is an error, and all of a group that failed', async () => {
    const { releases, flush } = gate();
    const commit = new GroupCommit(flush, BOUNDS);
    const outcomes = Promise.allSettled([commit.add('a', 1), commit.add('b', 1)]);
    await turn();
    releases[0]?.([undefined, new Error('lease lost')]);
    expect((await outcomes).map((each) => each.status)).toEqual(['fulfilled', 'rejected']);

    const failing = new GroupCommit(() => Promise.reject(new Error('disk')), BOUNDS);
    await expect(failing.add('a', 1)).rejects.toThrow('disk');
    await failing.drained();
  });

  it('is drained when all is committed', async () => {
    const { releases, flush } = gate();
    const commit = new GroupCommit(flush, BOUNDS);
    const added = commit.add('a', 1);
    let drained = false;
    const done = commit.drained().then(() => (drained = true));
    await turn();
    expect(drained).toBe(false);
    releases[0]?.();
    await added;
    await done;
  });
});
