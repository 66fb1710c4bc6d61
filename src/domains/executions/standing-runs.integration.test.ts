import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInDoubt } from '../../testing/run-left-behind.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server?.drop());

const node = (id: string, type: string, parameters: object = {}, more: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
  ...more,
});
/** Start, the step, and behind it one that shows what came out of it. */
async function workflowOf(step: ReturnType<typeof node>) {
  const after = node('After', 'code', { code: 'return $input.all().map(({ json }) => ({ json: { got: json } }));' });
  const { body, status } = await person.call('POST', 'workflows', {
    formatVersion: 1,
    name: 'Stands',
    nodes: [node('Start', 'manualTrigger'), step, after],
    edges: [
      { kind: 'main', from: { node: 'Start' }, to: { node: step.id } },
      { kind: 'main', from: { node: step.id }, to: { node: 'After' } },
    ],
    settings: {},
  });
  expect(status).toBe(201);
  return body as { id: string; version: number };
}
const get = async (id: string) => (await person.call('GET', `executions/${id}`)).body;
async function becomes(id: string, status: string) {
  await expect.poll(async () => (await get(id)).status, { timeout: 15_000 }).toBe(status);
  return get(id);
}
async function waiting(step: ReturnType<typeof node>, input: object = { n: 1 }) {
  const { id } = await workflowOf(step);
  const { body } = await person.call('POST', `workflows/${id}/run`, { input: [input] });
  return becomes(body.executionId, 'waiting');
}

describe('a run that waits', () => {
  it('for its time tells until when, and goes on at once when somebody says so', async () => {
    const { id, waiting: wait } = await waiting(
      node('Pause', 'wait', { resume: 'interval', amount: 2, unit: 'hours' }),
    );
    expect(wait).toMatchObject({ node: 'Pause', step: 1, for: 'time' });
    expect(Math.abs(Date.parse(wait.until) - Date.parse(wait.since) - 7_200_000)).toBeLessThan(1_000);
    expect(wait.call).toBeUndefined();
    expect(await person.call('POST', `executions/${id}/resume`, { items: [{ a: 1 }] })).toMatchObject({
      status: 409,
      body: { code: 'execution.waits_for_time' },
    });
    expect(await person.call('POST', `executions/${id}/resume`)).toMatchObject({
      status: 202,
      body: { executionId: id },
    });
    const done = await becomes(id, 'success');
    expect(done.runs.After[0].outputs[0][0].json).toEqual({ got: { n: 1 } });
    expect(done.waiting).toBeNull();
    expect(await person.call('POST', `executions/${id}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'execution.not_waiting' },
    });
    const { body } = await person.call('GET', 'audit?limit=50');
    const noted = body.items.find((each: { action: string }) => each.action === 'execution.resumed');
    expect(noted).toMatchObject({ target: { id }, after: { node: 'Pause' } });
  });

  it('for a call tells its address to those who may run workflows, and to nobody else', async () => {
    const step = node('Approval', 'wait', { resume: 'webhook', method: 'POST', options: { suffix: 'yes' } });
    const { id, waiting: wait } = await waiting(step);
    const url = expect.stringMatching(new RegExp(`^${server.url}/webhook-waiting/${id}/0-[0-9a-f]{32}/yes$`));
    expect(wait).toMatchObject({ for: 'call', until: null, call: { method: 'POST', url, authenticated: false } });
    const { body: key } = await person.call('POST', 'api-keys', { name: 'looks', role: 'viewer' });
    const viewer = server.as(key.key);
    const seen = await viewer('GET', `executions/${id}`);
    expect(seen.body.waiting).toMatchObject({ node: 'Approval', for: 'call' });
    expect(seen.body.waiting.call).toBeUndefined();
    expect((await viewer('POST', `executions/${id}/resume`)).status).toBe(403);
    const called = await fetch(wait.call.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"approved":true}',
    });
    expect(called.status).toBe(200);
    const done = await becomes(id, 'success');
    expect(done.runs.After[0].outputs[0][0].json.got.body).toEqual({ approved: true });
  });

  it('for a call goes on with what a person says that it would have brought', async () => {
    const { id } = await waiting(node('Approval', 'wait', { resume: 'webhook' }));
    await person.call('POST', `executions/${id}/resume`, { items: [{ approved: 'by hand' }] });
    const done = await becomes(id, 'success');
    expect(done.runs.After[0].outputs[0][0].json).toEqual({ got: { approved: 'by hand' } });
  });

  it('to try again tells its attempts so far, and goes on by itself alone', async () => {
    const retry = { maxTries: 3, waitMs: 60_000 };
    const run = await waiting(node('Flaky', 'code', { code: 'throw new Error("no luck")' }, { retry }));
    expect(run.waiting).toMatchObject({ node: 'Flaky', for: 'retry' });
    expect(run.tries).toMatchObject([{ error: { message: expect.stringContaining('no luck') } }]);
    expect(await person.call('POST', `executions/${run.id}/resume`)).toMatchObject({
      status: 409,
      body: { code: 'execution.waits_to_retry' },
    });
    await person.call('POST', `executions/${run.id}/cancel`);
    expect(await get(run.id)).toMatchObject({ status: 'cancelled', cancelRequested: true });
  });

  it('is nobody’s to let go on but its tenant’s', async () => {
    const { id } = await waiting(node('Approval', 'wait', { resume: 'webhook' }));
    const stranger = await server.person();
    expect((await stranger.call('POST', `executions/${id}/resume`)).status).toBe(404);
    expect((await get(id)).status).toBe('waiting');
  });
});

describe('a run in doubt', () => {
  const nodes = { trigger: 'Start', step: 'Send' };
  const send = (given: object) => node('Send', 'code', { code: `return [{ json: ${JSON.stringify(given)} }];` });
  const answer = (id: string, body: object) => person.call('POST', `executions/${id}/answer`, body);

  it('goes on behind the step with what went into it, when a person says that it happened', async () => {
    const id = await runInDoubt(server, person, await workflowOf(send({ ran: true })), nodes, { order: 7 });
    expect((await answer(id, { answer: 'done' })).status).toBe(202);
    const done = await becomes(id, 'success');
    expect(done.runs.After[0].outputs[0][0].json).toEqual({ got: { order: 7 } });
  });

  it('runs the step again when they say that it did not', async () => {
    const id = await runInDoubt(server, person, await workflowOf(send({ ran: true })), nodes);
    expect((await answer(id, { answer: 'again' })).status).toBe(202);
    const done = await becomes(id, 'success');
    expect(done.runs.After[0].outputs[0][0].json).toEqual({ got: { ran: true } });
    expect(await answer(id, { answer: 'again' })).toMatchObject({ status: 409 });
  });

  it('ends when they say so', async () => {
    const id = await runInDoubt(server, person, await workflowOf(send({})), nodes);
    await answer(id, { answer: 'stop' });
    expect((await becomes(id, 'error')).error.code).toBe('run.inDoubt');
  });
});
