import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
let ada: TestPerson;
let service: Server;
let url: string;
const received: string[] = [];

/** A service of the world outside: it takes the key `right`, and gives a token to the client secret `right`. */
beforeAll(async () => {
  service = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      received.push(`${request.url} ${request.headers['x-key'] ?? ''}`.trim());
      response.setHeader('content-type', 'application/json');
      if (request.url === '/token') {
        const good = new URLSearchParams(body).get('client_secret') === 'right';
        return response.writeHead(good ? 200 : 401).end(good ? '{"access_token":"t"}' : '{"error":"invalid_client"}');
      }
      if (request.url === '/broken') return response.writeHead(500).end('{}');
      return response.writeHead(request.headers['x-key'] === 'right' ? 200 : 401).end('{}');
    });
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  server = await testServer({ EGRESS_ALLOW: '127.0.0.1' });
  ada = await server.person();
});
afterAll(async () => {
  service?.close();
  await server?.drop();
});

const host = () => new URL(url).host;
const made = async (type: string, data: object, more: object = {}) =>
  (await ada.call('POST', 'credentials', { name: 'Shop', type, data, ...more })).body.id as string;
const withKey = (value: string) => made('httpHeaderAuth', { name: 'X-Key', value });
const oauth = (clientSecret: string) => ({
  accessTokenUrl: `${url}/token`,
  clientId: 'shop',
  clientSecret,
  authentication: 'body',
});
const proofOf = async (id: string) => (await ada.call('GET', `credentials/${id}`)).body.proof;

/** Runs one HTTP request that is signed with the credential. */
async function callWith(id: string, path: string) {
  const place = { version: 1, position: [0, 0] };
  const made = await ada.call('POST', 'workflows', {
    name: 'Calls',
    nodes: [
      { ...place, id: 'a', name: 'Start', type: 'manualTrigger', parameters: {} },
      {
        ...place,
        id: 'b',
        name: 'Call',
        type: 'httpRequest',
        parameters: { url: `${url}${path}`, credentialType: 'httpHeaderAuth' },
        credentials: { httpHeaderAuth: { id, name: 'Shop' } },
      },
    ],
    edges: [{ kind: 'main', from: { node: 'a' }, to: { node: 'b' } }],
  });
  await ada.call('POST', `workflows/${made.body.id}/run`, { wait: true });
}

describe('a credential', () => {
  it('is shown to work, or to fail, by the calls of runs', async () => {
    const [good, bad] = [await withKey('right'), await withKey('wrong')];
    expect(await proofOf(good)).toBeNull();
    await callWith(good, '/orders');
    await expect.poll(() => proofOf(good), { timeout: 15_000 }).toMatchObject({ ok: true, by: 'run' });
    await callWith(bad, '/orders');
    await expect
      .poll(() => proofOf(bad), { timeout: 15_000 })
      .toMatchObject({
        ok: false,
        by: 'run',
        message: `The service at ${host()} answered 401.`,
        at: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    const listed = (await ada.call('GET', 'credentials')).body.items;
    expect(listed.find((each: { id: string }) => each.id === good).proof).toEqual(await proofOf(good));
  });

  it('is not shown to work by a look at its fields, nor by a service that is down', async () => {
    const id = await withKey('right');
    const { status, body } = await ada.call('POST', `credentials/${id}/test`);
    expect([status, body.ok]).toEqual([200, null]);
    await callWith(id, '/broken');
    expect(await proofOf(id)).toBeNull();
  });

  it('has to be shown anew once its fields change, and not once its name does', async () => {
    const id = await withKey('right');
    await callWith(id, '/orders');
    await expect.poll(() => proofOf(id), { timeout: 15_000 }).toMatchObject({ ok: true });
    await ada.call('PUT', `credentials/${id}`, { name: 'Renamed' });
    expect(await proofOf(id)).toMatchObject({ ok: true });
    await ada.call('PUT', `credentials/${id}`, { data: { value: 'wrong' } });
    expect(await proofOf(id)).toBeNull();
    await callWith(id, '/orders');
    await expect.poll(() => proofOf(id), { timeout: 15_000 }).toMatchObject({ ok: false });
  });
});

describe('a test', () => {
  it('keeps what it showed of what is stored', async () => {
    const id = await made('oAuth2Api', oauth('wrong'));
    expect((await ada.call('POST', `credentials/${id}/test`)).body).toMatchObject({ ok: false });
    expect(await proofOf(id)).toMatchObject({ ok: false, by: 'test' });
    await ada.call('PUT', `credentials/${id}`, { data: { clientSecret: 'right' } });
    expect((await ada.call('POST', `credentials/${id}/test`, {})).body).toEqual({
      ok: true,
      message: 'It gave a token.',
    });
    expect(await proofOf(id)).toMatchObject({ ok: true, by: 'test' });
  });

  it('tries fields that are not saved, and saves nothing', async () => {
    const before = (await ada.call('GET', 'credentials')).body.items.length;
    const tried = (clientSecret: string) =>
      ada.call('POST', 'credentials/test', { name: 'New', type: 'oAuth2Api', data: oauth(clientSecret) });
    expect((await tried('right')).body).toMatchObject({ ok: true });
    expect((await tried('wrong')).body).toMatchObject({ ok: false });
    expect((await ada.call('GET', 'credentials')).body.items).toHaveLength(before);

    const id = await made('oAuth2Api', oauth('wrong'));
    const change = { data: { clientSecret: 'right' } };
    expect((await ada.call('POST', `credentials/${id}/test`, change)).body).toMatchObject({ ok: true });
    expect(await proofOf(id)).toBeNull();
    expect((await ada.call('POST', `credentials/${id}/test`)).body).toMatchObject({ ok: false });
  });

  it('takes no fields that could not be saved', async () => {
    const faulty = await ada.call('POST', 'credentials/test', { type: 'httpHeaderAuth', data: { nonsense: 1 } });
    expect(faulty).toMatchObject({ status: 422, body: { code: 'credential.invalid' } });
    const unknown = await ada.call('POST', 'credentials/test', { type: 'gone' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'credential.unknown_type' } });
    const stranger = await server.person();
    const id = await withKey('right');
    expect((await stranger.call('POST', `credentials/${id}/test`, { data: { value: 'x' } })).status).toBe(404);
  });

  it('lets nobody send a stored secret to an address of their own', async () => {
    const id = await made('oAuth2Api', oauth('right'));
    const joined = await server.person();
    const { token } = (await ada.call('POST', 'invitations', { role: 'editor' })).body;
    await joined.call('POST', 'invitations/accept', { token });
    const { accessToken } = (await joined.call('POST', 'auth/switch', { tenantId: ada.tenantId })).body;
    const editor = server.as(accessToken);
    received.length = 0;
    const elsewhere = await editor('POST', `credentials/${id}/test`, {
      data: { accessTokenUrl: 'http://127.0.0.1:9/token' },
    });
    expect(elsewhere).toMatchObject({ status: 422, body: { code: 'credential.secrets_wanted' } });
    expect(received).toEqual([]);
    expect((await editor('POST', `credentials/${id}/test`)).body).toMatchObject({ ok: true });
    const viewer = await server.person();
    const invited = (await ada.call('POST', 'invitations', { role: 'viewer' })).body;
    await viewer.call('POST', 'invitations/accept', { token: invited.token });
    const seen = server.as((await viewer.call('POST', 'auth/switch', { tenantId: ada.tenantId })).body.accessToken);
    expect((await seen('POST', 'credentials/test', { type: 'oAuth2Api', data: oauth('right') })).status).toBe(403);
  });
});
