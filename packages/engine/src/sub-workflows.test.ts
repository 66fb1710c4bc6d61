import { expect, test } from 'vitest';
import {
  type ChildCall,
  type ChildResult,
  type ChildStart,
  childDocument,
  childStarts,
  decodeEvents,
  encodeEvents,
  type RunEvent,
} from './index.js';
import { chain, drive, items, node, order } from './test-run.js';

const inPlace = chain([node('In place', 'pass', 1, 1)]);
const calls: ChildCall[] = [
  { workflow: { id: 'stored' }, items: items({ n: 1 }), wait: true },
  { workflow: { document: inPlace }, items: items({ n: 2 }), wait: true },
  { workflow: { id: 'stored' }, items: [], wait: true },
];
const caller = (name: string, x: number) => node(name, 'call', x, 1, { parameters: { children: calls } as never });
const document = chain([caller('Call', 1), caller('Call again', 2), node('After', 'pass', 3, 1)]);
const result = ({ executionId, items: given }: ChildStart): ChildResult => ({
  executionId,
  status: 'success',
  items: given,
});

test('their results come back in the order of the calls, whichever ends first', async () => {
  const asked: ChildStart[][] = [];
  const inOrder = await drive(document, [], {}, { children: { start: async (_, children) => children.map(result) } });
  const shuffled = await drive(
    document,
    [],
    {},
    {
      children: {
        start: (_, children) => {
          asked.push([...children]);
          return Promise.all(
            children.map(async (child, place) => {
              for (let turns = children.length - place; turns > 0; turns--) await Promise.resolve();
              return result(child);
            }),
          );
        },
      },
    },
  );
  expect(shuffled.events).toEqual(inOrder.events);
  expect(order(shuffled.view)).toBe('Start Call Call again After');
  expect(shuffled.view.runs.After?.[0]?.outputs[0]?.map(({ json }) => json)).toEqual([{ n: 1 }, { n: 2 }]);
  const ids = asked.flat().map(({ executionId }) => executionId);
  expect(new Set(ids).size).toBe(6);
});

test('a result that comes later lets the run go meanwhile, and the ids are the same when it is read back', async () => {
  let asked: readonly ChildStart[] = [];
  const children = {
    start: async (_: unknown, starts: readonly ChildStart[]) => {
      asked = starts;
      return 'later' as const;
    },
  };
  const first = await drive(document, [], {}, { children });
  expect(first.result).toMatchObject({ kind: 'waiting', suspension: { children: calls } });
  expect(childStarts('e', first.state)).toEqual(asked);
  const before = asked[0]?.executionId;
  const events = decodeEvents(encodeEvents(first.events));
  const resumed: RunEvent = { t: 'resumed', at: 9, resume: { kind: 'children', results: asked.map(result) } };
  const second = await drive(document, events, { events: [resumed] }, { children });
  expect(second.view.runs.Call?.[0]?.outputs[0]).toHaveLength(2);
  expect(second.result.kind).toBe('waiting');
  expect(childStarts('e', second.state).map(({ executionId }) => executionId)).not.toContain(before);
});

test('a failed one is the business of the node that called it', async () => {
  const children = {
    start: async (_: unknown, starts: readonly ChildStart[]) =>
      starts.map(({ executionId }) => ({ executionId, status: 'error' as const, items: [], error: { message: 'no' } })),
  };
  const { events } = await drive(chain([caller('Call', 1)]), [], {}, { children });
  const resumed = events.find((event) => event.t === 'resumed');
  expect(resumed).toMatchObject({ resume: { results: [{ status: 'error', error: { message: 'no' } }, {}, {}] } });
});

test('a host that can start none leaves the run waiting', async () => {
  expect((await drive(document)).result.kind).toBe('waiting');
});

test("a document given in place is found in its parent's journal, long after", async () => {
  const starts: ChildStart[] = [];
  const { events, plan } = await drive(
    document,
    [],
    {},
    {
      children: {
        start: async (_, children) => {
          starts.push(...children);
          return children.map(result);
        },
      },
    },
  );
  const found = starts.map(({ executionId }) => childDocument(plan, 'e', events, executionId));
  expect(found).toEqual([undefined, inPlace, undefined, undefined, inPlace, undefined]);
  expect(childDocument(plan, 'another', events, starts[1]!.executionId)).toBeUndefined();
});
