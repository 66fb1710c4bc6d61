import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestCaller, type TestPerson, type TestServer, testServer } from '../testing/test-server.js';

let server: TestServer;
let owner: TestPerson;
let viewer: TestCaller;
beforeAll(async () => {
  server = await testServer();
  owner = await server.person();
  const { body } = await owner.call('POST', 'api-keys', { name: 'reads', role: 'viewer' });
  viewer = server.as(body.key);
});
afterAll(() => server.drop());

it.each([
  ['PATCH', 'users/me', { name: 'Mallory' }],
  ['POST', 'tenants', { name: 'Another' }],
  ['DELETE', 'tenants/current/members/me', undefined],
  ['POST', 'auth/switch', { tenantId: '01a20b60-3a5a-7271-bbb3-77bd582a621d' }],
])('an API key can not act for its person beyond its tenant: %s %s', async (method, path, body) => {
  const { status, body: problem } = await viewer(method, path, body);
  expect([status, problem.code]).toEqual([403, 'auth.person_required']);
});

it('an API key makes no key that may do more than itself', async () => {
  expect((await viewer('POST', 'api-keys', { name: 'more', role: 'editor' })).status).toBe(403);
  expect((await viewer('POST', 'api-keys', { name: 'same' })).body.role).toBe('viewer');
});

it('an API key is not given what its person was answered under the same Idempotency-Key', async () => {
  const ask = (call: TestCaller) => call('POST', 'api-keys', { name: 'same body' }, { 'idempotency-key': 'shared' });
  const first = await ask(owner.call);
  const second = await ask(viewer);
  expect([first.body.role, second.body.role]).toEqual(['owner', 'viewer']);
  expect(second.body.key).not.toBe(first.body.key);
});
