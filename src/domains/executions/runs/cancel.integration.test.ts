import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

/** A run in the middle of a step that another instance drives ends within this: a look every second, and the write. */
const PROMPT_MS = 4_000;

let runner: TestServer;
let other: TestServer;
let person: TestPerson;
let idle: TestServer;
beforeAll(async () => {
  runner = await testServer();
  // It answers the API alone, so that every run is the first server's.
  other = await testServer({ ROLE: 'api' }, runner.databaseUrl);
  person = await runner.person();
});
afterAll(async () => {
  await other?.drop();
  await runner?.drop();
  await idle?.drop();
});

const place = (id: string, type: string, parameters: object = {}, more: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
  ...more,
});
const documentOf = (step: ReturnType<typeof place>) => ({
  formatVersion: 1,
  name: 'Two steps',
  nodes: [place('Start', 'manualTrigger'), step],
  edges: [{ kind: 'main', from: { node: 'Start' }, to: { node: step.id } }],
  settings: {},
});
async function started(step: ReturnType<typeof place>, call = person.call): Promise<string> {
  const { body } = await call('POST', 'workflows', documentOf(step));
  return (await call('POST', `workflows/${body.id}/run`, {})).body.executionId;
}
const seen = async (id: string, call = person.call) =>
  (await call('GET', 'executions')).body.items.find((each: { id: string }) => each.id === id);
const becomes = (id: string, status: string, timeout = 8_000) =>
  expect.poll(async () => (await seen(id)).status, { timeout }).toBe(status);

describe('a run that is cancelled', () => {
  it('by way of another instance, in the middle of a step, ends promptly', async () => {
    const id = await started(place('Endless', 'code', { code: 'while (true) {}' }));
    await becomes(id, 'running');
    await new Promise((done) => setTimeout(done, 300));
    const began = performance.now();
    expect((await other.as(person.accessToken)('POST', `executions/${id}/cancel`)).status).toBe(202);
    await becomes(id, 'cancelled');
    expect(performance.now() - began).toBeLessThan(PROMPT_MS);
  });

  it('while it waits ends at once, and the list has told what it waited for', async () => {
    const id = await started(place('Pause', 'wait', { resume: 'webhook' }));
    await becomes(id, 'waiting');
    expect((await seen(id)).summary).toEqual({ steps: 1, node: 'Pause', waitsFor: 'call' });
    await other.as(person.accessToken)('POST', `executions/${id}/cancel`);
    expect((await seen(id)).status).toBe('cancelled');
  });

  it('while a retry is due later ends at once', async () => {
    const step = place(
      'Failing',
      'code',
      { code: 'throw new Error("no")' },
      { retry: { maxTries: 3, waitMs: 60_000 } },
    );
    const id = await started(step);
    await becomes(id, 'waiting');
    expect((await seen(id)).summary).toEqual({ steps: 1, node: 'Failing', waitsFor: 'retry', failures: 1 });
    await person.call('POST', `executions/${id}/cancel`);
    expect((await seen(id)).status).toBe('cancelled');
  });

  it('while it is queued ends at once', async () => {
    idle = await testServer({ ROLE: 'api' });
    const waiting = await idle.person();
    const id = await started(place('Nothing', 'noOperation'), waiting.call);
    expect((await seen(id, waiting.call)).status).toBe('queued');
    await waiting.call('POST', `executions/${id}/cancel`);
    expect((await seen(id, waiting.call)).status).toBe('cancelled');
  });
});

describe('a run that failed', () => {
  it('shows in the list where', async () => {
    const id = await started(place('Failing', 'stopAndError', { message: 'no' }));
    await becomes(id, 'error');
    expect((await seen(id)).summary).toEqual({ steps: 2, node: 'Failing' });
  });

  it('and waits for longer than it is held goes on with its next attempt', async () => {
    const step = place('Failing', 'code', { code: 'throw new Error("no")' }, { retry: { maxTries: 2, waitMs: 6_000 } });
    const id = await started(step);
    await becomes(id, 'waiting');
    await becomes(id, 'error', 12_000);
    const { runs } = (await person.call('GET', `executions/${id}`)).body;
    expect(runs.Failing).toHaveLength(1);
  });
});
