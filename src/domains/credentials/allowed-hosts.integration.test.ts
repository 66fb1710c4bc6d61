import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

const SECRET = 'k-secret-8f3a1';
let server: TestServer;
let owner: TestPerson;
const services: Server[] = [];
const received: { host: string; key: string | undefined }[] = [];

/** A service of the world outside, which notes who sent it the key. */
async function service(): Promise<string> {
  const one = createServer((request: IncomingMessage, response) => {
    received.push({ host: request.headers.host as string, key: request.headers['x-key'] as string | undefined });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done));
  services.push(one);
  return `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
  owner = await server.person();
});
afterAll(async () => {
  for (const one of services) one.close();
  await server?.drop();
});

const created = async (more: object = {}) => {
  const data = { name: 'X-Key', value: SECRET };
  const answer = await owner.call('POST', 'credentials', { name: 'Shop', type: 'httpHeaderAuth', data, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const hostsOf = async (id: string) => (await owner.call('GET', `credentials/${id}`)).body.allowedHosts;

/** Runs one HTTP Request that is signed with the credential. */
async function callWith(id: string, url: string) {
  const node = (name: string, type: string, more: object) => ({
    id: name,
    name,
    type,
    version: 1,
    position: [0, 0],
    ...more,
  });
  const call = node('Call', 'httpRequest', {
    parameters: { url, credentialType: 'httpHeaderAuth' },
    credentials: { httpHeaderAuth: { id, name: 'Shop' } },
  });
  const nodes = [node('Start', 'manualTrigger', { parameters: {} }), call];
  const made = await owner.call('POST', 'workflows', {
    name: 'Calls',
    nodes,
    edges: [{ kind: 'main', from: { node: 'Start' }, to: { node: 'Call' } }],
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return (await owner.call('POST', `workflows/${made.body.id}/run`, { wait: true })).body;
}

/** Somebody of the owner's tenant. */
async function member(role: string): Promise<TestPerson['call']> {
  const person = await server.person();
  const { token } = (await owner.call('POST', 'invitations', { role })).body;
  const joined = await person.call('POST', 'invitations/accept', { token });
  expect(joined.status, JSON.stringify(joined.body)).toBe(200);
  return server.as((await person.call('POST', 'auth/switch', { tenantId: owner.tenantId })).body.accessToken);
}

describe('allowed hosts', () => {
  it('are settled by the first use, and recorded', async () => {
    const [first, other] = [await service(), await service()];
    const id = await created();
    expect(await hostsOf(id)).toEqual([]);
    expect((await callWith(id, `${first}/a`)).status).toBe('success');
    expect(await hostsOf(id)).toEqual([first]);
    received.length = 0;
    const refused = await callWith(id, `${other}/a`);
    expect(refused).toMatchObject({
      status: 'error',
      error: {
        code: 'credential.host_refused',
        message: expect.stringContaining(`'Shop' may not be sent to ${other}`),
      },
    });
    expect(refused.error.details).toEqual({ credential: { id, name: 'Shop', type: 'httpHeaderAuth' }, host: other });
    expect(received).toEqual([]);
    const { items } = (await owner.call('GET', 'audit?limit=50')).body;
    const entry = items.find((each: { action: string }) => each.action === 'credential.host_settled');
    expect(entry).toMatchObject({ target: { type: 'credential', id }, after: { allowedHosts: [first] } });
  });

  it('have one winner when several runs are first', async () => {
    const urls = await Promise.all([service(), service(), service()]);
    const id = await created();
    received.length = 0;
    const runs = await Promise.all(urls.map((url) => callWith(id, url)));
    expect(runs.map(({ status }) => status).sort()).toEqual(['error', 'error', 'success']);
    const winner = urls[runs.findIndex(({ status }) => status === 'success')] as string;
    expect(await hostsOf(id)).toEqual([winner]);
    expect(received).toEqual([{ host: new URL(winner).host, key: SECRET }]);
  });

  it('are taken in every form, and written in one', async () => {
    const id = await created({ allowedHosts: ['https://API.example.com/', '*.Example.com', 'api.example.com'] });
    expect(await hostsOf(id)).toEqual(['api.example.com', '*.example.com']);
    const wrong = await owner.call('PUT', `credentials/${id}`, { allowedHosts: ['fine.example', 'no host', '*.com'] });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'credential.hosts' } });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'allowedHosts.1',
      'allowedHosts.2',
    ]);
  });

  it("come from n8n's fields too", async () => {
    const withFields = (fields: object) => created({ data: { name: 'X-Key', value: SECRET, ...fields } });
    const some = await withFields({ allowedHttpRequestDomains: 'domains', allowedDomains: 'a.example, *.b.example' });
    expect(await hostsOf(some)).toEqual(['a.example', '*.b.example']);
    expect(await hostsOf(await withFields({ allowedHttpRequestDomains: 'all' }))).toEqual([]);
    const none = await withFields({ allowedHttpRequestDomains: 'none' });
    expect(await hostsOf(none)).toEqual(['none']);
    expect((await callWith(none, await service())).error.code).toBe('credential.host_refused');
  });
});

describe('a further address for a stored secret', () => {
  const further = { allowedHosts: ['api.example.com', 'evil.example'] };
  const settled = () => created({ allowedHosts: ['api.example.com'] });
  const wanted = (field: string) => ({
    status: 422,
    body: { code: 'credential.secrets_wanted', errors: [{ field: `data.${field}` }] },
  });

  it('wants the secret of an editor, and of an API key of any role', async () => {
    const key = (await owner.call('POST', 'api-keys', { name: 'all', role: 'owner' })).body.key;
    for (const call of [await member('editor'), server.as(key)]) {
      const id = await settled();
      for (const hosts of [further.allowedHosts, ['*'], [], ['*.example.com'], ['api.example.com:8443']]) {
        expect(await call('PUT', `credentials/${id}`, { allowedHosts: hosts })).toMatchObject(wanted('value'));
      }
      const other = { ...further, data: { name: 'X-Other' } };
      expect(await call('PUT', `credentials/${id}`, other)).toMatchObject(wanted('value'));
      const n8n = { data: { allowedHttpRequestDomains: 'all' } };
      expect(await call('PUT', `credentials/${id}`, n8n)).toMatchObject(wanted('value'));
      expect(await hostsOf(id)).toEqual(['api.example.com']);
      expect((await call('PUT', `credentials/${id}`, { ...further, data: { value: 'anew' } })).status).toBe(200);
      expect(await hostsOf(id)).toEqual(further.allowedHosts);
      expect((await call('PUT', `credentials/${id}`, { allowedHosts: ['none'] })).status).toBe(200);
    }
  });

  it('is added by an owner or admin who signed in, on record', async () => {
    for (const call of [owner.call, await member('admin')]) {
      const id = await settled();
      expect((await call('PUT', `credentials/${id}`, further)).body).toMatchObject(further);
    }
    const { items } = (await owner.call('GET', 'audit?limit=1')).body;
    expect(items[0]).toMatchObject({
      action: 'credential.changed',
      before: { allowedHosts: ['api.example.com'] },
      after: further,
    });
  });

  it('may be one that the type itself calls', async () => {
    const data = { accessTokenUrl: 'https://login.example/token', clientId: 'me', clientSecret: SECRET };
    const id = await created({ type: 'oAuth2Api', data });
    const call = await member('editor');
    const moved = (url: string, more: object = {}) =>
      call('PUT', `credentials/${id}`, { data: { accessTokenUrl: url, ...more } });
    expect((await moved('https://login.example/v2/token')).status).toBe(200);
    for (const url of ['https://evil.example/token', 'http://login.example/token', '={{ $json.url }}', '']) {
      expect(await moved(url)).toMatchObject(wanted('clientSecret'));
    }
    expect((await moved('https://new.example/token', { clientSecret: 'anew' })).status).toBe(200);
  });
});
