import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPTH_LIMIT } from '../infrastructure/json/json-bounds.js';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.js';

const MIB = 1024 * 1024;
let server: TestServer;
let person: TestPerson;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
});
afterAll(() => server.drop());

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('a body', () => {
  it('of 50 MB is refused, and the server goes on', async () => {
    const body = JSON.stringify({ name: 'x'.repeat(50 * MIB) });
    // The server may cut the connection rather than read on what it has refused.
    const answer = await person.call('POST', 'workflows', body).catch(() => undefined);
    if (answer) expect([answer.status, answer.body.code]).toEqual([413, 'body.too_large']);
    expect((await server.call('GET', '/health/live')).status).toBe(200);
  });

  it.each([
    ['broken', '{"name":', 'body.malformed'],
    ['deep', `{"name": ${nested(DEPTH_LIMIT)}}`, 'body.too_deep'],
    ['bottomless', nested(100_000), 'body.too_deep'],
    ['with __proto__', '{"name": "x", "__proto__": {"isAdmin": true}}', 'body.forbidden_key'],
    ['with __proto__ further in', '{"nodes": [{"parameters": {"__proto__": {"a": 1}}}]}', 'body.forbidden_key'],
    ['with constructor.prototype', '{"constructor": {"prototype": {"a": 1}}}', 'body.forbidden_key'],
  ])('that is %s is refused by its name', async (_, body, code) => {
    const answer = await person.call('POST', 'workflows', body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it('of another type is refused', async () => {
    const answer = await person.call('POST', 'workflows', 'name=x', { 'content-type': 'text/csv' });
    expect([answer.status, answer.body.code]).toEqual([415, 'body.unsupported_type']);
  });
});

describe('an address', () => {
  it.each(['workflows/not-an-id', 'workflows/%00', 'workflows?limit=100000', 'workflows?cursor=%00x'])(
    '%s is refused, never a fault of the server',
    async (path) => {
      const { status } = await person.call('GET', path);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it('of nothing is a problem document too', async () => {
    expect((await person.call('GET', 'nothing')).body).toMatchObject({ status: 404, code: 'route.not_found' });
  });
});

describe('a server that takes people by invitation', () => {
  it('registers nobody without one', async () => {
    const closed = await testServer({ REGISTRATION: 'invite' });
    const body = { email: 'ada@example.com', password: 'a password for tests only', name: 'Ada' };
    const refused = await closed.call('POST', 'auth/register', body);
    expect([refused.status, refused.body.code]).toEqual([403, 'auth.invitation_required']);
    const token = closed.installation.claimLink?.split('#token=')[1];
    const owner = (await closed.call('POST', 'auth/setup', { ...body, token })).body;
    const invitation = (await closed.as(owner.accessToken)('POST', 'invitations', { role: 'editor' })).body.token;
    const guest = { ...body, email: 'guest@example.com', invitation };
    expect((await closed.call('POST', 'auth/register', guest)).body.tenant.id).toBe(owner.tenant.id);
    expect((await closed.call('POST', 'auth/register', { ...guest, email: 'two@example.com' })).status).toBe(403);
    await closed.drop();
  });
});
