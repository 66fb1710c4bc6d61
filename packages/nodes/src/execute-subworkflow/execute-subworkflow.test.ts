import type { NodeResume } from '@orchestrator/node-sdk';
import { runNode } from '@orchestrator/node-sdk/test-kit';
import type { Item, JsonObject } from '@orchestrator/workflow';
import { describe, expect, test } from 'vitest';
import { executeSubworkflow } from './execute-subworkflow.node.js';

const items = [{ n: 1 }, { n: 2 }];
const workflow = { id: 'child' };
const done = (...given: Item[]): NodeResume => ({
  kind: 'children',
  results: [{ executionId: 'x', status: 'success', items: given }],
});
const failed: NodeResume = {
  kind: 'children',
  results: [{ executionId: 'x', status: 'error', items: [], error: { message: 'No such order' } }],
};
const run = (
  parameters: JsonObject,
  more: { resume?: NodeResume; memory?: JsonObject; continueOnFail?: boolean } = {},
) => runNode(executeSubworkflow, { parameters: { workflow, ...parameters }, items, ...more });

describe('once with all items', () => {
  test('hands them over and waits', async () => {
    expect((await run({})).suspend).toEqual({
      children: [{ workflow, items: items.map((json) => ({ json })), wait: true }],
    });
  });
  test('each item says which of them it came from; no link is made up, but for a single item', async () => {
    const links = async (...given: Item[]) => {
      const { outputs } = await run({}, { resume: done(...given) });
      return outputs[0]?.map((item) => item.pairedItem);
    };
    const from = (item: number): Item => ({ json: {}, pairedItem: { item } });
    expect(await links(from(1), from(0))).toEqual([{ item: 1 }, { item: 0 }]);
    expect(await links({ json: {} }, { json: {} })).toEqual([[], []]);
    expect(await links({ json: {} })).toEqual([{ item: 0 }]);
  });
  test("the sub-workflow's failure is the node's", async () => {
    await expect(run({}, { resume: failed })).rejects.toThrow('No such order');
    const { outputs } = await run({}, { resume: failed, continueOnFail: true });
    expect(outputs[0]?.[0]).toMatchObject({ json: { error: 'No such order' }, pairedItem: [{ item: 0 }, { item: 1 }] });
  });
});

test('for each item, one after the other', async () => {
  const parameters = { each: 'item' };
  const first = await run(parameters);
  expect(first.suspend?.children?.map((child) => child.items)).toEqual([[{ json: { n: 1 } }]]);
  const second = await run(parameters, { memory: first.memory, resume: done({ json: { a: 1 } }, { json: { a: 2 } }) });
  expect(second.suspend?.children?.map((child) => child.items)).toEqual([[{ json: { n: 2 } }]]);
  const end = await run(parameters, { memory: second.memory, resume: done({ json: { b: 1 } }) });
  expect(end.outputs).toEqual([
    [
      { json: { a: 1 }, pairedItem: { item: 0 } },
      { json: { a: 2 }, pairedItem: { item: 0 } },
      { json: { b: 1 }, pairedItem: { item: 1 } },
    ],
  ]);
  expect(end.memory).toEqual({});
});

describe('what was imported from n8n', () => {
  test('asks for its way back to the items that were handed over', async () => {
    expect((await run({ dialect: 'n8n' })).suspend?.children?.[0]?.links).toBe('firstOutputs');
    expect((await run({})).suspend?.children?.[0]).not.toHaveProperty('links');
  });
  test.each([
    ['n8n-1.2', [0]],
    ['n8n', [0, 1]],
    ['own', [0, 1]],
  ])('%s tells the errors of items %j', async (dialect, told) => {
    const parameters = { each: 'item', dialect };
    const more = { resume: failed, continueOnFail: true };
    const second = await run(parameters, { ...more, memory: (await run(parameters)).memory });
    const end = await run(parameters, { ...more, memory: second.memory });
    expect(end.outputs[0]?.map((item) => item.error?.itemIndex)).toEqual(told);
    await expect(run(parameters, { resume: failed })).rejects.toThrow('No such order');
  });
});

test('without waiting it goes on with what came in', async () => {
  const parameters = { each: 'item', wait: false };
  expect((await run(parameters)).suspend?.children?.map(({ wait }) => wait)).toEqual([false, false]);
  expect((await run(parameters, { resume: done() })).outputs).toEqual([items.map((json) => ({ json }))]);
});

test('inputs are set on what is handed over, by their types', async () => {
  const inputs = [
    { name: 'a.b', value: '7', type: 'number' },
    { name: 'n', value: 'x', type: 'any' },
  ];
  const { suspend } = await run({ inputs });
  expect(suspend?.children?.[0]?.items[0]).toEqual({ json: { n: 'x', 'a.b': 7 } });
});

test.each([
  [{ workflow: { id: '' } }, 'subworkflow.none'],
  [{ from: 'inPlace', document: '{' }, 'subworkflow.document'],
])('%j is a fault', async (parameters, code) => {
  await expect(run(parameters)).rejects.toMatchObject({ code });
});
