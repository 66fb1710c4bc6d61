import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

/** Takes orders, and refuses those whose number is closed. */
let shop: Server;
let server: TestServer;
let person: TestPerson;
let origin: string;
const closed = new Set<string>();
let calls: string[] = [];

beforeAll(async () => {
  shop = createServer(({ url = '' }, answer) => {
    const order = url.slice(1);
    calls.push(order);
    answer.writeHead(closed.has(order) ? 500 : 200, { 'content-type': 'application/json' });
    answer.end(JSON.stringify({ order }));
  });
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
  person = await server.person();
});
afterAll(async () => {
  await server?.drop();
  shop?.close();
});
beforeEach(() => {
  closed.clear();
  calls = [];
});

const node = (name: string, type: string, parameters: object = {}, settings: object = {}) => ({
  ...{ id: name, name, type, version: 1, position: [0, 0], parameters },
  ...settings,
});
const ORDERS = node('Orders', 'code', { code: 'return [0, 1, 2, 3].map((n) => ({ json: { n } }));' });
const send = (settings: object = {}, body = '') =>
  node('Send', 'httpRequest', { method: 'POST', url: `=${origin}/{{ $json.n }}${body}`, batchSize: 1 }, settings);
const documentOf = (last: object) => ({
  formatVersion: 1,
  name: 'Orders',
  nodes: [node('Start', 'manualTrigger'), ORDERS, last],
  edges: [
    { kind: 'main', from: { node: 'Start', port: 0 }, to: { node: 'Orders' } },
    { kind: 'main', from: { node: 'Orders', port: 0 }, to: { node: 'Send' } },
  ],
  settings: {},
});
async function failed(last: object) {
  const { body } = await person.call('POST', 'workflows', documentOf(last));
  const run = await person.call('POST', `workflows/${body.id}/run`, { wait: true });
  expect(run.body.status).toBe('error');
  return { workflow: body, id: run.body.id as string };
}
async function again(id: string, how: 'retry' | 'replay' = 'retry', body: object = {}) {
  calls = [];
  const { status, body: started } = await person.call('POST', `executions/${id}/${how}`, body);
  expect([status, started]).toEqual([202, { executionId: expect.any(String) }]);
  const get = async () => (await person.call('GET', `executions/${started.executionId}`)).body;
  await expect.poll(async () => (await get()).finishedAt, { timeout: 30_000 }).not.toBeNull();
  return get();
}
const gave = ({ runs }: { runs: { Send: { outputs: { json: { order: string } }[][] }[] } }) =>
  runs.Send[0]?.outputs[0]?.map(({ json }) => json.order);

it('a retry sends what was not sent, and gives all in their order', async () => {
  closed.add('2');
  const { id } = await failed(send());
  const sent = calls.filter((order) => order !== '2');
  expect(sent).toContain('1');
  const second = await again(id);
  expect(second.status).toBe('error');
  const sentSecond = calls.filter((order) => order !== '2');
  expect(sentSecond.filter((order) => sent.includes(order))).toEqual([]);
  closed.clear();
  const third = await again(second.id);
  expect([third.status, gave(third)]).toEqual(['success', ['0', '1', '2', '3']]);
  expect([...sent, ...sentSecond, ...calls].sort()).toEqual(['0', '1', '2', '3']);
});

it('a retry knows what several attempts of the step had sent', async () => {
  closed.add('3');
  const { id } = await failed(send({ retry: { maxTries: 2, waitMs: 1 } }));
  closed.clear();
  const retried = await again(id);
  expect([retried.status, gave(retried), calls]).toEqual(['success', ['0', '1', '2', '3'], ['3']]);
});

it('a retry of a draft in which the node was mended sends the rest by the mended one', async () => {
  closed.add('2');
  const { id, workflow } = await failed(send());
  const sent = new Set(calls.filter((order) => order !== '2'));
  const saved = await person.call('PUT', `workflows/${workflow.id}`, {
    ...documentOf(send({}, '-mended')),
    version: workflow.version,
  });
  expect(saved.status).toBe(200);
  const retried = await again(id, 'retry', { version: 'draft' });
  expect(retried.status).toBe('success');
  expect([...calls].sort()).toEqual(['0', '1', '2', '3'].filter((n) => !sent.has(n)).map((n) => `${n}-mended`));
});

it('a replay sends everything anew', async () => {
  closed.add('2');
  const { id } = await failed(send());
  closed.clear();
  const retried = await again(id);
  for (const run of [id, retried.id]) {
    const replayed = await again(run, 'replay', { fromNode: 'Send' });
    expect([replayed.status, [...calls].sort()]).toEqual(['success', ['0', '1', '2', '3']]);
  }
});
