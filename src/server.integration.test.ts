import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from './testing/test-server.js';

describe('a process with a part of the server', () => {
  let webhook: TestServer;
  let api: TestServer;
  beforeAll(async () => {
    webhook = await testServer({ ROLE: 'webhook' });
    api = await testServer({ ROLE: 'api' });
  });
  afterAll(async () => {
    await webhook.drop();
    await api.drop();
  });

  it('serves health and metrics whatever it is', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      expect([path, (await webhook.call('GET', path)).status]).toEqual([path, 200]);
  });

  it('does not serve the API without the role api, however the address is spelled', async () => {
    for (const path of ['/api/v1/auth/login', '/%61pi/v1/auth/login', '/api/v1/../v1/auth/login']) {
      const { status, body } = await webhook.call('POST', path, {});
      expect([path, status, body.code]).toEqual([path, 404, 'server.part_not_served']);
    }
    for (const path of ['/api-docs-json', '/', '/setup'])
      expect([path, (await webhook.call('GET', path)).status]).toEqual([path, 404]);
    expect((await api.call('POST', 'auth/login', {})).status).toBe(400);
  });

  it('does not serve webhooks without the role webhook', async () => {
    expect((await api.call('POST', '/webhook/sample', {})).status).toBe(404);
  });
});

describe('a server that stops', () => {
  it('answers the call in progress, takes no other one, and can be started again on the same database', async () => {
    const server = await testServer();
    const body = JSON.stringify({ email: 'nobody@example.com', password: 'wrong' });
    const call = request(`${server.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    });
    const answered = new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      call.on('error', reject).on('response', (answer) => {
        answer.resume();
        resolve([answer.statusCode, answer.headers.connection]);
      });
    });
    await new Promise((resolve) => call.write(body.slice(0, 5), resolve));
    await server.call('GET', '/health/live'); // by now the first one has arrived
    const stopped = server.stop();
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();
    call.end(body.slice(5));
    expect(await answered).toEqual([401, 'close']);
    await stopped;
    const next = await testServer({}, server.databaseUrl);
    expect((await next.call('GET', '/health/ready')).status).toBe(200);
    await next.drop();
    await server.drop();
  });
});
