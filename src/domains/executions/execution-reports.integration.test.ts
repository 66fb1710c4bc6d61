import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { code, manual, type N8nStep, n8nChain, set } from '../../../test/support/n8n-workflow.js';
import { programOf } from '../../testing/program-of.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;
let good: string;
let bad: string;

beforeAll(async () => {
  server = await testServer();
  ada = await server.person();
  bob = await server.person();
  const imported = async (name: string, ...steps: N8nStep[]): Promise<string> =>
    (await ada.call('POST', 'workflows/import', n8nChain(name, [manual, ...steps]))).body.workflow.id;
  const program = await programOf(server, ada);
  const run = async (id: string) =>
    (await program('POST', `workflows/${id}/run`, { wait: true, version: 'draft' })).body.id as string;
  good = await run(await imported('Sync prices', set('x', '1')));
  bad = await run(await imported('Pay sellers', code("throw new Error('warehouse said 503')")));
});
afterAll(() => server?.drop());

const found = async (query: string) =>
  (await ada.call('GET', `executions?${query}`)).body.items.map(({ id }: { id: string }) => id);

describe('the list of executions', () => {
  it.each([
    ['q=503', () => [bad]],
    ['q=SYNC', () => [good]],
    ['q=100%25', () => []],
    ['mode=api', () => [bad, good]],
    ['mode=webhook,schedule', () => []],
    ['status=error&mode=api&q=pay', () => [bad]],
  ])('finds by %s', async (query, expected) => expect(await found(query)).toEqual(expected()));

  it('finds by id, and refuses what it does not know', async () => {
    expect(await found(`q=${good}`)).toEqual([good]);
    expect((await ada.call('GET', 'executions?mode=telepathy')).status).toBe(400);
    expect((await ada.call('GET', `executions?q=${'x'.repeat(300)}`)).status).toBe(400);
  });
});

it('tells in figures what happened, to its own tenant alone', async () => {
  const { body } = await ada.call('GET', 'executions/stats');
  expect(body).toMatchObject({ total: 2, failed: 1, running: 0, truncated: false });
  expect(body.p95Ms).toBeGreaterThanOrEqual(0);
  expect(body.buckets).toHaveLength(24);
  expect(body.buckets.at(-1)).toMatchObject({ succeeded: 1, failed: 1, others: 0 });
  expect((await bob.call('GET', 'executions/stats')).body).toMatchObject({ total: 0, p95Ms: null });
});

it('leaves tests out of the figures: runs by hand, what they call, and what runs them again', async () => {
  const cat = await server.person();
  const program = await programOf(server, cat);
  const made = async (document: object) => (await cat.call('POST', 'workflows', document)).body.id as string;
  const start = (type: string) => ({ name: 'Start', type, version: 1, parameters: {} });
  const child = await made(workflow('Child', [start('subworkflowTrigger'), nodes.stop('no')]));
  const call = { name: 'Call', type: 'executeSubworkflow', version: 1, parameters: { workflow: { id: child } } };
  const id = await made(workflow('Parent', [start('manualTrigger'), call]));
  const tried = (await cat.call('POST', `workflows/${id}/run`, { wait: true })).body;
  const again = (await cat.call('POST', `executions/${tried.id}/retry`)).body.executionId;
  await expect.poll(async () => (await cat.call('GET', `executions/${again}`)).body.status).toBe('error');
  const rows = async (query = '') => (await cat.call('GET', `executions?${query}`)).body.items;
  expect((await rows()).map(({ mode, status, isTest }: Record<string, unknown>) => [mode, status, isTest])).toEqual([
    ['subworkflow', 'error', true],
    ['retry', 'error', true],
    ['subworkflow', 'error', true],
    ['manual', 'error', true],
  ]);
  const stats = async (query = '') => (await cat.call('GET', `executions/stats${query}`)).body;
  expect(await stats()).toMatchObject({ total: 0, tests: 4, failed: 0, p95Ms: null });
  expect((await stats()).buckets.at(-1)).toMatchObject({ failed: 0 });
  await program('POST', `workflows/${id}/run`, { wait: true, version: 'draft' });
  expect(await stats()).toMatchObject({ total: 2, tests: 4, failed: 2 });
  expect(await stats(`?workflowId=${id}`)).toMatchObject({ total: 1, tests: 2, failed: 1 });
  expect(await rows('test=false')).toHaveLength(2);
  expect(await rows('test=true')).toHaveLength(4);
  expect((await cat.call('GET', 'executions?test=perhaps')).status).toBe(400);
});

it('gives the list as a file', async () => {
  const csv = await ada.call('GET', 'executions/export?status=error');
  expect(csv.headers.get('content-disposition')).toContain('executions.csv');
  expect(csv.body.split('\r\n')).toHaveLength(2);
  expect(csv.body).toContain('warehouse said 503');
  expect((await ada.call('GET', 'executions/export?format=json')).body).toHaveLength(2);
});

it('does one thing to several, and says of each what became of it', async () => {
  const missing = '01976f0c-7b3e-7cc0-9d8a-2f4b6a1c0d5e';
  const { body } = await ada.call('POST', 'executions/bulk', { action: 'retry', ids: [bad, good, missing, bad] });
  expect(body.items.map(({ id, ok }: { id: string; ok: boolean }) => [id, ok])).toEqual([
    [bad, true],
    [good, false],
    [missing, false],
  ]);
  expect(body.items[2].code).toBe('execution.not_found');
  const others = await bob.call('POST', 'executions/bulk', { action: 'delete', ids: [good] });
  expect(others.body.items).toMatchObject([{ ok: false, code: 'execution.not_found' }]);
  expect((await ada.call('GET', `executions/${good}`)).status).toBe(200);
});

it('gives the files of an execution as data that can do nothing, to its own tenant alone', async () => {
  const nodes = [
    {
      id: 'a',
      name: 'Upload',
      type: 'webhookTrigger',
      version: 1,
      position: [0, 0],
      parameters: { path: 'upload', methods: ['POST'], responseMode: 'lastNode' },
    },
  ];
  const document = { formatVersion: 1, name: 'Files', nodes, edges: [], settings: {} };
  const { id: workflowId } = (await ada.call('POST', 'workflows', document)).body;
  expect((await ada.call('POST', `workflows/${workflowId}/activate`, {})).status).toBe(200);
  const form = new FormData();
  form.set('page', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'page.html');
  await (await fetch(`${server.url}/webhook/upload`, { method: 'POST', body: form })).text();
  const [{ id }] = (await ada.call('GET', `executions?workflowId=${workflowId}`)).body.items;
  const run = (await ada.call('GET', `executions/${id}`)).body;
  const file = run.runs.Upload[0].outputs[0][0].binary.page;
  const path = `executions/${run.id}/files?file=${encodeURIComponent(file.id)}`;
  const answer = await ada.call('GET', path);
  expect(answer.body).toBe('<script>alert(1)</script>');
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect((await bob.call('GET', path)).status).toBe(404);
  expect((await ada.call('GET', `executions/${run.id}/files?file=../../etc/passwd`)).status).toBe(404);
});
