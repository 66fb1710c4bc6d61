import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyDatabase, TEST_SECRET } from '../src/testing/test-database.js';
import { type ServerProcess, serverProcess } from './support/server-process.js';

/** Longer than a run is held in memory, so that its wait is in the database alone. */
const LONG_WAIT_SECONDS = 6;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let first: ServerProcess;
let second: ServerProcess;
let token: string;
beforeAll(async () => {
  database = await emptyDatabase();
  const env = { DATABASE_URL: database.url, ENCRYPTION_KEY: TEST_SECRET };
  first = await serverProcess(env);
  second = await serverProcess(env);
  const account = { email: 'two@example.com', password: 'a password for tests only', name: 'Two' };
  token = (await call(first, 'POST', 'auth/register', account)).accessToken;
});
afterAll(async () => {
  await first?.stop();
  await second?.stop();
  await database?.drop();
});

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
async function call(server: ServerProcess, method: string, path: string, body?: unknown): Promise<any> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

const place = (id: string, type: string, parameters: object = {}, more: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
  ...more,
});
function documentOf(name: string, nodes: { id: string }[], settings: object = {}) {
  const edges = nodes
    .slice(1)
    .map((node, i) => ({ kind: 'main', from: { node: nodes[i]?.id }, to: { node: node.id } }));
  return { formatVersion: 1, name, nodes, edges, settings };
}
const fields = (json: object) => ({ mode: 'json', json: JSON.stringify(json) });
const create = async (document: object): Promise<string> => (await call(first, 'POST', 'workflows', document)).id;
const start = async (id: string): Promise<string> => (await call(first, 'POST', `workflows/${id}/run`, {})).executionId;
const seen = (server: ServerProcess, id: string) => call(server, 'GET', `executions/${id}`);
const becomes = (server: ServerProcess, id: string, status: string) =>
  expect.poll(async () => (await seen(server, id)).status, { timeout: 20_000, interval: 100 }).toBe(status);

describe('what waits when the instance that started it is killed', () => {
  it('goes on in another: a sub-workflow and its parent, a retry, and the error workflow after it', async () => {
    const child = documentOf('Child', [
      place('Called', 'subworkflowTrigger'),
      place('Pause', 'wait', { resume: 'interval', amount: LONG_WAIT_SECONDS, unit: 'seconds' }),
      place('Result', 'editFields', fields({ from: 'child' })),
    ]);
    const parentId = await create(
      documentOf('Parent', [
        place('Start', 'manualTrigger'),
        place('Call', 'executeSubworkflow', { from: 'inPlace', document: JSON.stringify(child), wait: true }),
        place('After', 'noOperation'),
      ]),
    );
    const rescueId = await create(
      documentOf('Rescue', [place('Failed', 'errorTrigger'), place('Told', 'noOperation')]),
    );
    const failing = place(
      'Failing',
      'code',
      { code: 'throw new Error("no")' },
      { retry: { maxTries: 2, waitMs: LONG_WAIT_SECONDS * 1_000 } },
    );
    const failingId = await create(
      documentOf('Failing', [place('Start', 'manualTrigger'), failing], { errorWorkflow: rescueId }),
    );
    const key = (await call(first, 'POST', 'api-keys', { name: 'test', role: 'editor' })).key;
    const parent = await start(parentId);
    token = key; // runs by hand ask for no error workflow
    const failed = (await call(first, 'POST', `workflows/${failingId}/run`, { version: 'draft' })).executionId;
    await becomes(first, parent, 'waiting');
    await becomes(first, failed, 'waiting');
    await first.kill();
    await becomes(second, parent, 'success');
    expect((await seen(second, parent)).runs.After[0].outputs[0][0].json).toEqual({ from: 'child' });
    await becomes(second, failed, 'error');
    await expect
      .poll(async () => (await call(second, 'GET', `executions?workflowId=${rescueId}`)).items.length, {
        timeout: 10_000,
      })
      .toBe(1);
    const [rescue] = (await call(second, 'GET', `executions?workflowId=${rescueId}`)).items;
    await becomes(second, rescue.id, 'success');
    expect((await seen(second, rescue.id)).runs.Failed[0].outputs[0][0].json.execution).toMatchObject({ id: failed });
  });
});
