import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { TenantUsage } from './tenant-usage.js';

const CALLS = 20;
let server: TestServer;
let person: TestPerson;
let workflowId: string;
let apiKey: string;

const document = {
  formatVersion: 1,
  name: 'Anything',
  nodes: [{ id: 't', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }],
  edges: [],
  settings: {},
};

beforeAll(async () => {
  server = await testServer({ TENANT_STORAGE_MB: '1', TENANT_CALLS_PER_SECOND: String(CALLS), TENANT_QUEUE: '10' });
  person = await server.person();
  workflowId = (await person.call('POST', 'workflows', document)).body.id;
  await person.call('POST', `workflows/${workflowId}/activate`);
  apiKey = (await person.call('POST', 'api-keys', { name: 'test', role: 'editor' })).body.key;
});
afterAll(() => server?.drop());

const run = (call = person.call, input?: object[]) =>
  call('POST', `workflows/${workflowId}/run`, { wait: true, version: 'draft', ...(input ? { input } : {}) });

const isFine = (status: number) => status >= 200 && status < 300;

describe('limits of a tenant', () => {
  it('count calls a second by API key, and none of a signed-in person', async () => {
    const called = await Promise.all([...Array(CALLS * 3)].map(() => run(server.as(apiKey))));
    const statuses = called.map(({ status }) => status);
    expect(statuses.filter(isFine).length).toBeGreaterThanOrEqual(CALLS);
    expect(statuses).toContain(429);
    expect(called.find(({ status }) => status === 429)?.body.code).toBe('tenant.too_many_calls');
    const signedIn = await Promise.all([...Array(CALLS * 2)].map(() => run()));
    expect(signedIn.every(({ status }) => isFine(status))).toBe(true);
  });

  it('refuse new runs when the storage is full, until room is made', async () => {
    const noise = [...Array(30_000)].map(() => ({ n: Math.random() }));
    let ids: string[] = [];
    for (let i = 0; i < 8; i++) {
      const { status, body } = await run(person.call, noise);
      if (isFine(status)) ids.push(body.id);
    }
    await server.app.get(TenantUsage).write();
    const { body: usage } = await person.call('GET', 'tenants/current/usage');
    expect(usage.storage.executionBytes).toBeGreaterThan(usage.storage.limitBytes);
    const deadline = Date.now() + 8_000;
    let refused = await run();
    while (isFine(refused.status) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 500)); // what is known of the usage is a few seconds old
      refused = await run();
    }
    expect([refused.status, refused.body.code]).toEqual([507, 'tenant.storage_full']);
    const stranger = await server.person();
    expect((await stranger.call('GET', 'tenants/current/usage')).body.storage.executionBytes).toBe(0);
    for (const id of ids) expect((await person.call('DELETE', `executions/${id}`)).status).toBe(204);
    ids = [];
    expect(isFine((await run()).status)).toBe(true);
  });

  it('refuse further runs while too many wait for their turn', async () => {
    const idle = await testServer({ ROLE: 'api', TENANT_QUEUE: '10' }); // nobody here takes runs up
    try {
      const waiting = await idle.person();
      const { id } = (await waiting.call('POST', 'workflows', document)).body;
      const codes: unknown[] = [];
      for (let i = 0; i < 12; i++) codes.push((await waiting.call('POST', `workflows/${id}/run`, {})).body.code);
      expect(codes).toEqual([...Array(10).fill(undefined), 'tenant.queue_full', 'tenant.queue_full']);
      expect((await waiting.call('GET', 'tenants/current/usage')).body.queuedRuns).toEqual({ count: 10, limit: 10 });
      const other = await idle.person();
      const theirs = (await other.call('POST', 'workflows', document)).body.id;
      expect((await other.call('POST', `workflows/${theirs}/run`, {})).body.executionId).toBeTruthy();
    } finally {
      await idle.drop();
    }
  });
});
