import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.js';

let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server.drop());

const encodingOf = async (path: string, token?: string) => {
  const headers = { 'accept-encoding': 'gzip', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  return (await fetch(`${server.url}${path}`, { headers })).headers.get('content-encoding');
};

it('large answers of the API are compressed, small ones are not', async () => {
  expect(await encodingOf('/api/v1/nodes', person.accessToken)).toBe('gzip');
  expect(await encodingOf('/api/v1/users/me', person.accessToken)).toBe(null);
});

it('answers of webhooks are sent as they are', async () => {
  const { body } = await person.call('POST', 'workflows', {
    name: 'Large answer',
    nodes: [
      {
        id: 'a',
        name: 'Webhook',
        type: 'webhookTrigger',
        version: 1,
        position: [0, 0],
        parameters: { path: 'large', responseMode: 'lastNode', responseData: 'allEntries' },
      },
      {
        id: 'b',
        name: 'Edit',
        type: 'editFields',
        version: 1,
        position: [200, 0],
        parameters: { mode: 'json', json: JSON.stringify({ text: 'x'.repeat(10_000) }) },
      },
    ],
    edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  });
  expect((await person.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  const answer = await fetch(`${server.url}/webhook/large`, { headers: { 'accept-encoding': 'gzip' } });
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
  expect((await answer.text()).length).toBeGreaterThan(10_000);
});

it('compressed bodies are not unpacked', async () => {
  const { status } = await fetch(`${server.url}/api/v1/workflows`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-encoding': 'br',
      authorization: `Bearer ${person.accessToken}`,
    },
    body: brotliCompressSync(JSON.stringify({ name: 'Packed', nodes: [], edges: [] })),
  });
  expect(status).toBe(400);
});
