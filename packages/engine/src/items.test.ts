import type { Item, WorkflowNode } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { chain, drive, edge, items, node, order, TestRunner, workflow } from './test-run.js';

/** Outputs of node A, which gives what it is told to, on three items. */
async function outputsOf(outputs: Item[][], more: Partial<WorkflowNode> = {}) {
  const { view } = await drive(chain([node('A', 'give', 1, 1, { parameters: { outputs } as never, ...more })]));
  return view.runs.A?.[0]?.outputs;
}

describe('lineage', () => {
  test('is filled in where as many items came out as went in', async () => {
    const given = await outputsOf([items({ a: 1 }, { a: 2 }, { a: 3 })]);
    expect(given?.[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
  });
  test('is left open where it is not plain, and what a node says is kept', async () => {
    const given = await outputsOf([[{ json: { a: 1 } }, { json: { a: 2 }, pairedItem: { item: 2 } }]]);
    expect(given?.[0]?.map(({ pairedItem }) => pairedItem)).toEqual([undefined, { item: 2 }]);
  });
  test('of items passed on points at their place in the input, and at which input it was', async () => {
    const document = workflow(
      [node('A', 'pass', 1, 1), node('Join', 'join', 2, 1)],
      [edge('Start', 'A'), edge('Start', 'Join'), edge('A', 'Join', 0, 1)],
    );
    const { view } = await drive(document);
    expect(view.runs.Join?.[0]?.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([
      { item: 0 },
      { item: 1 },
      { item: 2 },
      { item: 0, input: 1 },
      { item: 1, input: 1 },
      { item: 2, input: 1 },
    ]);
  });
});

describe('alwaysOutputData', () => {
  test('puts an empty item out, with the lineage of all that went in', async () => {
    expect(await outputsOf([[]], { alwaysOutputData: true })).toEqual([
      [
        {
          json: {},
          pairedItem: [
            { item: 0, input: 0 },
            { item: 1, input: 0 },
            { item: 2, input: 0 },
          ],
        },
      ],
    ]);
  });
  test('lets the branch go on that would else end', async () => {
    const nodes = (alwaysOutputData: boolean) =>
      chain([node('A', 'give', 1, 1, { alwaysOutputData, parameters: { outputs: [[]] } }), node('B', 'pass', 2, 1)]);
    expect(order((await drive(nodes(true))).view)).toBe('Start A B');
    expect(order((await drive(nodes(false))).view)).toBe('Start A');
  });
});

test('a node that needs both inputs is not released with one', async () => {
  const join = (type: string) =>
    workflow(
      [node('Join', type, 1, 1), node('Never', 'pass', 0, 1)],
      [edge('Start', 'Join'), edge('Never', 'Join', 0, 1)],
    );
  expect(order((await drive(join('join'))).view)).toBe('Start Join');
  expect(order((await drive(join('both'))).view)).toBe('Start');
});

describe('a node that gives nothing at all', () => {
  const nothing = async (more: Partial<WorkflowNode> = {}) => {
    const runner = new TestRunner();
    runner.run = ({ node: { name }, inputs, memory }) =>
      name === 'A'
        ? { kind: 'nothing', memory: Object.assign(memory, { seen: true }) }
        : { kind: 'done', outputs: [inputs[0] ?? []] };
    return drive(chain([node('A', 'pass', 1, 1, more), node('B', 'pass', 2, 1)]), [], {}, { runner });
  };
  test('leaves no run, but keeps its memory', async () => {
    const { view, state } = await nothing();
    expect(view.status).toBe('success');
    expect(order(view)).toBe('Start');
    expect(state.memory.get('A')).toEqual({ seen: true });
  });
  test('puts an empty item out if it must', async () => {
    expect(order((await nothing({ alwaysOutputData: true })).view)).toBe('Start A B');
  });
});

describe('errors', () => {
  const broken: Item = { json: { half: 'done' }, error: { message: 'no' }, pairedItem: { item: 1 } };
  test('an item that carries one has its message for content', async () => {
    const given = await outputsOf([[broken]], { onError: 'continue' });
    expect(given?.[0]?.map(({ json }) => json)).toEqual([{ error: 'no' }]);
  });
  test('is not handed on to the nodes behind', async () => {
    const nodes = [
      node('A', 'give', 1, 1, { onError: 'continue', parameters: { outputs: [[broken]] } as never }),
      node('B', 'pass', 2, 1, { onError: 'errorOutput' }),
    ];
    const { view } = await drive(chain(nodes));
    expect(view.runs.A?.[0]?.outputs[0]?.[0]?.error).toEqual({ message: 'no' });
    expect(view.runs.B?.[0]?.outputs[1]?.[0]?.error).toBeUndefined();
  });
  test('on the error output, it has the fields of the item it came from too', async () => {
    const good = { json: { fine: true }, pairedItem: { item: 0 } };
    const alike = { json: { error: 'told', message: 'and why' }, pairedItem: { item: 2 } };
    const more = { json: { error: 'a field', of: 'many', fields: true, here: 1 }, pairedItem: { item: 0 } };
    const given = await outputsOf([[good, broken, alike, more]], { onError: 'errorOutput' });
    expect(given?.map((list) => list.map(({ json }) => json))).toEqual([
      [good.json, more.json],
      [
        { n: 2, half: 'done' },
        { n: 3, error: 'told', message: 'and why' },
      ],
    ]);
  });
  test('a node that fails as a whole and goes on hands its input on as it came', async () => {
    const { view } = await drive(chain([node('A', 'fail', 1, 1, { onError: 'continue' }), node('B', 'pass', 2, 1)]));
    expect(view.status).toBe('success');
    expect(view.runs.A?.[0]).toMatchObject({ status: 'error', error: { message: 'no' } });
    expect(view.runs.B?.[0]?.outputs[0]?.map(({ json }) => json)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });
  test('a node that tells the error in its first item is tried again', async () => {
    const runner = new TestRunner();
    let attempts = 0;
    runner.run = ({ node: { name }, inputs, attempt }) => {
      attempts = attempt;
      return { kind: 'done', outputs: [name === 'A' && attempt < 3 ? items({ error: 'no' }) : (inputs[0] ?? [])] };
    };
    const retry = { maxTries: 4, waitMs: 10 };
    const document = chain([node('A', 'pass', 1, 1, { onError: 'continue', retry })]);
    const { view } = await drive(document, [], {}, { runner });
    expect(attempts).toBe(3);
    expect(view.runs.A?.[0]?.outputs[0]).toHaveLength(3);
  });
});

test('memory lasts from run to run of a node, and no other sees it', async () => {
  const { view } = await drive(
    workflow(
      [node('A', 'pass', 1, 1), node('B', 'pass', 1, 2), node('Tally', 'tally', 2, 1), node('Other', 'tally', 3, 1)],
      [edge('Start', 'A'), edge('Start', 'B'), edge('A', 'Tally'), edge('B', 'Tally'), edge('Tally', 'Other')],
    ),
  );
  expect(view.runs.Tally?.map((run) => run.outputs[0]?.[0]?.json)).toEqual([{ seen: 3 }, { seen: 6 }]);
  expect(view.runs.Other?.map((run) => run.outputs[0]?.[0]?.json)).toEqual([{ seen: 1 }, { seen: 2 }]);
});
