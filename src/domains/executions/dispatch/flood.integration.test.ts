import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

import { RunStarter } from '../runs/run-starter.js';

const QUEUED = 10_000;
const LOOPS = 60;
/** What a run of a tenant with nothing else to do may take while another floods: a few runs' time, not a queue's. */
const FAIR_MS = 2_000;

let server: TestServer;
let flooder: TestPerson;
let quiet: TestPerson;

const documentWith = (code?: string) => ({
  formatVersion: 1,
  name: 'One step',
  nodes: [
    { id: 't', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
    code === undefined
      ? { id: 'n', name: 'Nothing', type: 'noOperation', version: 1, position: [200, 0], parameters: {} }
      : { id: 'n', name: 'Code', type: 'code', version: 1, position: [200, 0], parameters: { code } },
  ],
  edges: [{ kind: 'main', from: { node: 't' }, to: { node: 'n' } }],
  settings: {},
});
const create = async (person: TestPerson, code?: string): Promise<string> => {
  const { status, body } = await person.call('POST', 'workflows', documentWith(code));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.id;
};

beforeAll(async () => {
  server = await testServer({ RUN_CONCURRENCY: '100', TENANT_CONCURRENCY: '50' });
  flooder = await server.person();
  quiet = await server.person();
});
afterAll(() => server?.drop());

/** Queues runs of the flooder, a thousand in a transaction. */
async function queue(workflowId: string, count: number): Promise<void> {
  const run = {
    tenantId: flooder.tenantId,
    workflowId,
    workflowVersion: 1,
    mode: 'manual' as const,
    node: 't',
    items: [{ json: {} }],
  };
  const starter = server.app.get(RunStarter);
  for (let left = count; left > 0; left -= 1_000) {
    const runs = Array(Math.min(left, 1_000)).fill(run);
    await server.app.get(UnitOfWork).asEngine((tx) => starter.enqueueIn(tx, runs));
  }
}

async function timed(workflowId: string): Promise<{ ms: number; status: string }> {
  const began = performance.now();
  const { body } = await quiet.call('POST', `workflows/${workflowId}/run`, { wait: true });
  return { ms: performance.now() - began, status: body.status };
}

describe('a tenant that floods', () => {
  it('delays the runs of another by no more than a few runs', async () => {
    const plain = await create(quiet);
    const withCode = await create(quiet, 'return [{ json: { sum: 1 + 1 } }]');
    await timed(plain);
    await timed(withCode);
    const endless = await create(flooder, 'while (true) {}');
    const cheap = await create(flooder);
    await queue(endless, LOOPS);
    await queue(cheap, QUEUED);
    const { body: usage } = await flooder.call('GET', 'tenants/current/usage');
    const times: Record<string, { ms: number; status: string }[]> = { plain: [], withCode: [] };
    for (let i = 0; i < 10; i++) {
      times.plain?.push(await timed(plain));
      times.withCode?.push(await timed(withCode));
    }
    expect(usage.queuedRuns.count).toBeGreaterThan(1_000);
    for (const { ms, status } of Object.values(times).flat()) {
      expect(status).toBe('success');
      expect(ms).toBeLessThan(FAIR_MS);
    }
  });
});

/** Starts at a webhook, which answers as it says, and runs one step. */
const hookedDocument = (path: string, respond: string) => ({
  formatVersion: 1,
  name: path,
  nodes: [
    {
      id: 'w',
      name: 'Call',
      type: 'webhookTrigger',
      version: 1,
      position: [0, 0],
      parameters: { path, responseMode: respond, methods: ['POST'] },
    },
    { id: 'n', name: 'Nothing', type: 'noOperation', version: 1, position: [200, 0], parameters: {} },
  ],
  edges: [{ kind: 'main', from: { node: 'w' }, to: { node: 'n' } }],
  settings: {},
});

describe('a tenant that floods webhooks', () => {
  const QUEUE = 500;
  const CALLS = 3_000;
  let small: TestServer;
  let loud: TestPerson;
  let calm: TestPerson;
  beforeAll(async () => {
    // One tenant could take every place, were none kept for the others.
    small = await testServer({ RUN_CONCURRENCY: '20', TENANT_CONCURRENCY: '20', TENANT_QUEUE: String(QUEUE) });
    loud = await small.person();
    calm = await small.person();
  });
  afterAll(() => small?.drop());

  async function hooked(person: TestPerson, path: string, respond: string): Promise<void> {
    const { status, body } = await person.call('POST', 'workflows', hookedDocument(path, respond));
    expect([status, body.errors]).toEqual([201, undefined]);
    const activated = await person.call('POST', `workflows/${body.id}/activate`);
    expect([activated.status, activated.body.errors]).toEqual([200, undefined]);
  }
  const called = (path: string) => small.call('POST', `/webhook/${path}`, {});

  it('is told to come back later, and delays the webhook of another by no more than a few runs', async () => {
    await hooked(loud, 'at-once', 'onReceived');
    await hooked(loud, 'loud', 'lastNode');
    await hooked(calm, 'calm', 'lastNode');
    expect((await called('calm')).status).toBe(200);
    const endless = (await loud.call('POST', 'workflows', documentWith('while (true) {}'))).body.id;
    await Promise.all([...Array(LOOPS)].map(() => loud.call('POST', `workflows/${endless}/run`, {})));
    const answers: { status: number; body: { code?: string } }[] = [];
    let sent = 0;
    const caller = async () => {
      while (sent++ < CALLS) answers.push(await called('at-once'));
    };
    const flood = Promise.all([...Array(50)].map(caller));
    const waiting = [...Array(100)].map(() => called('loud').catch(() => undefined));
    const times: number[] = [];
    for (let i = 0; i < 20; i++) {
      const began = performance.now();
      expect((await called('calm')).status).toBe(200);
      times.push(performance.now() - began);
    }
    await flood;
    expect(Math.max(...times)).toBeLessThan(FAIR_MS);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(QUEUE / 2);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ status, body }) => status === 429 && body.code === 'tenant.queue_full')).toBe(true);
    void waiting;
  });
});
