import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

it('tells an admin how the process is, and nobody below', async () => {
  const owner = await server.person();
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
  expect((await person.call('GET', 'system/info')).body).toEqual({ version });
  expect((await server.call('GET', 'system/info')).status).toBe(401);
});
