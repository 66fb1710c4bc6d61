import type { Item, PairedItem } from '@orchestrator/workflow';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childItems } from './index.js';
import { chain, drive, edge, items, node, workflow } from './test-run.js';

const give = (name: string, x: number, ...outputs: Item[][]) =>
  node(name, 'give', x, 1, { parameters: { outputs } as never });
const from = (...places: number[]): Item => ({
  json: {},
  pairedItem: places.length === 1 ? { item: places[0] as number } : places.map((item) => ({ item })),
});
const links = async (...parameters: Parameters<typeof drive>) =>
  childItems((await drive(...parameters)).state).map(({ pairedItem }) => (pairedItem as PairedItem | undefined)?.item);

describe('the items of a sub-workflow', () => {
  test('lead back to those that were handed over, through every node', async () => {
    const sorted = give('Sort', 1, [from(2), from(0), from(1)]);
    const dropped = give('Filter', 2, [from(0), from(2)]);
    expect(await links(chain([sorted, dropped, node('Last', 'pass', 3, 1)]))).toEqual([2, 1]);
  });

  test('lead back to the first of several, and to none where a node made them anew', async () => {
    expect(await links(chain([give('Group', 1, [from(1, 2), from(0)])]))).toEqual([1, 0]);
    expect(await links(chain([give('New', 1, items({ a: 1 }, { a: 2 }))]))).toEqual([undefined, undefined]);
    expect(await links(chain([give('Nowhere', 1, [from(9)])]))).toEqual([undefined]);
  });

  test('are those of the first output of the node that ran last', async () => {
    const filter = give('Filter', 1, [], items({ dropped: true }));
    expect((await drive(chain([filter]))).state.lastNode).toBe('Filter');
    expect(await links(chain([filter]))).toEqual([]);
  });

  test('follow branches that come together again', async () => {
    const document = workflow(
      [node('Split', 'split', 1, 1), node('Join', 'join', 2, 1)],
      [edge('Start', 'Split'), edge('Split', 'Join', 1, 0), edge('Split', 'Join', 0, 1)],
    );
    expect(await links(document)).toEqual([1, 0, 2]);
  });

  test('are looked for on first outputs alone where that is asked for, whichever output they left by', async () => {
    const document = workflow(
      [node('Split', 'split', 1, 1), node('Odd', 'pass', 2, 1), node('Rest', 'pass', 2, 2)],
      [edge('Start', 'Split'), edge('Split', 'Odd'), edge('Split', 'Rest', 1)],
    );
    const { state } = await drive(document);
    const places = (links?: 'firstOutputs') =>
      childItems(state, links).map(({ pairedItem }) => (pairedItem as PairedItem | undefined)?.item);
    expect(state.lastNode).toBe('Rest');
    const [own, first] = [places(), places('firstOutputs')];
    const split = state.runs
      .get('Split')?.[0]
      ?.outputs.map((given) => given.map(({ pairedItem }) => (pairedItem as PairedItem).item));
    expect(own).toEqual(split?.[1]);
    expect(first).toEqual(split?.[1]?.map((_, at) => split[0]?.[at]));
    expect(first).not.toEqual(own);
  });

  test('have the links that a walk without memory finds, whatever nodes claim', async () => {
    const outputs = fc.array(fc.array(fc.nat(4), { maxLength: 3 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(outputs, { minLength: 1, maxLength: 5 }), async (levels) => {
        const nodes = levels.map((level, at) =>
          give(
            `N${at}`,
            at + 1,
            level.map((places) => from(...places)),
          ),
        );
        const { state } = await drive(chain(nodes));
        const walk = (level: number, item: number): number | undefined => {
          if (level < 0) return item < 3 ? item : undefined;
          const paired = state.runs.get(`N${level}`)?.[0]?.outputs[0]?.[item]?.pairedItem as PairedItem[] | PairedItem;
          for (const place of paired === undefined ? [] : [paired].flat()) {
            const end = walk(level - 1, place.item);
            if (end !== undefined) return end;
          }
          return undefined;
        };
        const last = levels.findIndex((level) => level.length === 0);
        const depth = last < 0 ? levels.length - 1 : last;
        const expected = (state.runs.get(`N${depth}`)?.[0]?.outputs[0] ?? []).map((_, at) => walk(depth, at));
        expect(childItems(state).map(({ pairedItem }) => (pairedItem as PairedItem | undefined)?.item)).toEqual(
          expected,
        );
      }),
      { numRuns: 200 },
    );
  });
});
