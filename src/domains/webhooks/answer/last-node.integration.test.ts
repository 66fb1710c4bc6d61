import type { JsonObject, WorkflowNode } from '@orchestrator/workflow';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { nodes, workflow } from '../../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
beforeAll(async () => {
  server = await testServer();
  ada = await server.person('Ada');
});
afterAll(() => server.drop());

type Made = Omit<WorkflowNode, 'id' | 'position'>;
const large = {
  combinator: 'and',
  conditions: [{ left: '={{ $json.n }}', right: 1, operator: { type: 'number', operation: 'gt' } }],
};
const list = (...values: number[]) => nodes.code(`return ${JSON.stringify(values.map((n) => ({ n })))};`);
const choose = (type: string, parameters: JsonObject): Made => ({ name: 'Last', type, version: 1, parameters });
const lasts: [string, Made][] = [
  ['Filter', choose('filter', { conditions: large })],
  ['If', choose('if', { conditions: large })],
  ['Switch', choose('switch', { mode: 'expression', outputs: 2, output: '={{ $json.n > 1 ? 0 : 1 }}' })],
];

async function answerTo(name: string, values: number[], last: Made, data: JsonObject): Promise<[number, unknown]> {
  const path = `${name}-${values.join('')}-${Object.values(data)[0]}`.toLowerCase();
  const hook = nodes.webhook(path, { responseMode: 'lastNode', ...data });
  const { body } = await ada.call('POST', 'workflows', workflow(path, [hook, list(...values), last]));
  expect((await ada.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  const answer = await server.call('GET', `/webhook/${path}`);
  return [answer.status, answer.body];
}

it.each(lasts)('what %s sends elsewhere than to its first output is no answer', async (name, last) => {
  expect(await answerTo(name, [1, 2, 3], last, { responseData: 'allEntries' })).toEqual([200, [{ n: 2 }, { n: 3 }]]);
  expect(await answerTo(name, [1, 2], last, { responseData: 'firstEntryJson' })).toEqual([200, { n: 2 }]);
  expect(await answerTo(name, [1], last, { responseData: 'allEntries' })).toEqual([200, []]);
  expect(await answerTo(name, [0, 1], last, { responseData: 'firstEntryJson' })).toEqual([
    500,
    expect.objectContaining({ code: 'webhook.no_items' }),
  ]);
});

it('what failed and went to the error output is no answer', async () => {
  const last: Made = { ...nodes.code("throw new Error('no');"), name: 'Last', onError: 'errorOutput' };
  expect(await answerTo('errors', [1], last, { responseData: 'allEntries' })).toEqual([200, []]);
});

it.each(lasts)('nor is it handed to the workflow that called one that ends in %s', async (_, last) => {
  const called: Made = { name: 'Called', type: 'subworkflowTrigger', version: 1, parameters: { accepts: 'anything' } };
  const child = await ada.call('POST', 'workflows', workflow('child', [called, last]));
  const call = choose('executeSubworkflow', { from: 'stored', workflow: { id: child.body.id } });
  const start: Made = { name: 'Start', type: 'manualTrigger', version: 1, parameters: {} };
  const parent = await ada.call('POST', 'workflows', workflow('parent', [start, list(1, 2, 3), call]));
  const { body } = await ada.call('POST', `workflows/${parent.body.id}/run`, { wait: true });
  const given: { json: JsonObject; pairedItem: unknown }[] = body.runs.Last[0].outputs[0];
  expect(given.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
    [{ n: 2 }, { item: 1 }],
    [{ n: 3 }, { item: 2 }],
  ]);
});
