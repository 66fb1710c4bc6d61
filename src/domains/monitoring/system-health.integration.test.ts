import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let owner: TestPerson;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

it('tells an admin how the process is, and nobody below', async () => {
  owner = await server.person();
  const { status, body } = await owner.call('GET', 'system/health');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    roles: ['all'],
    database: { works: true, embedded: false },
    version: expect.any(String),
  });
  expect(body.memory.rss).toBeGreaterThan(10_000_000);
  expect(body.database.size).toBeGreaterThan(1_000_000);
  expect(JSON.stringify(body)).not.toContain('postgres://');
  const key = (await owner.call('POST', 'api-keys', { name: 'reads', role: 'editor' })).body.key;
  expect((await server.as(key)('GET', 'system/health')).status).toBe(403);
});

it('tells everybody who is signed in which version it is, and nobody else', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const person = await server.person();
  expect((await person.call('GET', 'system/info')).body).toEqual({ version, seesHealth: false });
  expect((await owner.call('GET', 'system/info')).body).toEqual({ version, seesHealth: true });
  expect((await server.call('GET', 'system/info')).status).toBe(401);
});

it('tells nothing of it to admins of other tenants, and to those of the one that is claimed alone', async () => {
  const other = await server.person();
  const refused = await other.call('GET', 'system/health');
  expect([refused.status, refused.body.code]).toEqual([403, 'system.operators_only']);
  const token = new URL(server.installation.claimLink as string).hash.replace('#token=', '');
  const account = { token, email: 'operator@example.com', password: TEST_PASSWORD, name: 'Operator' };
  const operator = server.as((await server.call('POST', 'auth/setup', account)).body.accessToken);
  expect((await operator('GET', 'system/health')).status).toBe(200);
  expect((await owner.call('GET', 'system/health')).status).toBe(403);
  expect((await other.call('GET', 'system/health')).status).toBe(403);
});
