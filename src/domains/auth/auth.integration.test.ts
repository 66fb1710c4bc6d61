import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.drop());

const login = (email: string, password = TEST_PASSWORD) => server.call('POST', 'auth/login', { email, password });
const refresh = (refreshToken: string) => server.call('POST', 'auth/refresh', { refreshToken });

/** Somebody in `host`'s tenant with a role, by way of an invitation. */
async function member(host: TestPerson, role: string): Promise<TestPerson> {
  const guest = await server.person();
  const invitation = await host.call('POST', 'invitations', { role });
  await guest.call('POST', 'invitations/accept', { token: invitation.body.token });
  const { body } = await guest.call('POST', 'auth/switch', { tenantId: host.tenantId });
  return { ...guest, call: server.as(body.accessToken), tenantId: host.tenantId };
}

describe('a fresh installation', () => {
  it('is claimed once, by the link that the start printed', async () => {
    const token = server.installation.claimLink?.split('#token=')[1] as string;
    const claim = { token, email: 'owner@example.com', password: TEST_PASSWORD, name: 'Owner' };
    expect((await server.call('POST', 'auth/setup', { ...claim, token: 'wrong' })).body.code).toBe(
      'auth.invalid_claim',
    );
    const { status, body } = await server.call('POST', 'auth/setup', claim);
    expect(status).toBe(201);
    expect(body.tenant).toMatchObject({ slug: 'default', role: 'owner', id: server.installation.tenantId });
    expect((await server.call('POST', 'auth/setup', { ...claim, email: 'b@example.com' })).status).toBe(403);
  });
});

describe('registering and signing in', () => {
  it('gives a tenant named after the person, and a cookie that scripts can not read', async () => {
    const email = 'Ada@Example.com';
    const made = await server.call('POST', 'auth/register', { email, password: TEST_PASSWORD, name: 'Ada' });
    expect(made.body).toMatchObject({
      user: { email: 'ada@example.com' },
      tenant: { name: 'Ada', role: 'owner' },
      expiresIn: 900,
    });
    const { status, headers, body } = await login('ada@EXAMPLE.com');
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toMatch(/Path=\/api\/v1\/auth; HttpOnly; SameSite=Strict/);
    expect((await server.as(body.accessToken)('GET', 'users/me')).body).toMatchObject({ name: 'Ada', role: 'owner' });
  });

  it('says the same for a wrong password and an unknown address', async () => {
    const { email } = await server.person();
    const { requestId: _, ...wrong } = (await login(email, 'wrong')).body;
    const { requestId: __, ...unknown } = (await login('nobody@example.com', 'wrong')).body;
    expect(wrong).toMatchObject({ status: 401, code: 'auth.invalid_login' });
    expect(unknown).toEqual(wrong);
  });

  it('makes a guesser wait, and nobody else', async () => {
    const [one, two] = [await server.person(), await server.person()];
    let last = 0;
    for (let i = 0; i < 11; i++) last = (await login(one.email, 'wrong')).status;
    expect(last).toBe(429);
    expect((await login(two.email)).status).toBe(200);
  });

  it('says that an address is taken', async () => {
    const { email } = await server.person();
    const again = await server.call('POST', 'auth/register', { email, password: TEST_PASSWORD, name: 'x' });
    expect(again.body).toMatchObject({ status: 409, code: 'user.email_taken' });
  });

  it.each([
    ['short', 'Tr0ub4d', 422],
    ['well-known', 'password123', 422],
    ['odd but short', 'xK9#vQ2!zLp', 201],
    ['long', 'twelve chars', 201],
  ])('judges a %s password', async (_, password, status) => {
    const email = `${Math.random()}@example.com`;
    expect((await server.call('POST', 'auth/register', { email, password, name: 'x' })).status).toBe(status);
  });

  it('names the fields that are wrong, and unknown ones', async () => {
    const { status, body } = await server.call('POST', 'auth/register', {
      email: 'no',
      password: TEST_PASSWORD,
      name: 'x',
      role: 'owner',
    });
    expect(status).toBe(400);
    expect(body.errors.map((each: { field: string }) => each.field).sort()).toEqual(['email', 'role']);
  });
});

describe('refresh tokens', () => {
  it('rotate; the one before is good for a moment, an older one ends the session', async () => {
    const person = await server.person();
    const second = (await refresh(person.refreshToken)).body;
    const again = (await refresh(person.refreshToken)).body;
    expect(again.refreshToken).toBe(second.refreshToken);
    const third = (await refresh(second.refreshToken)).body;
    expect((await refresh(person.refreshToken)).status).toBe(401);
    expect((await refresh(third.refreshToken)).status).toBe(401);
    expect((await person.call('GET', 'users/me')).status).toBe(401);
  });

  it('come by cookie too, and end with the logout', async () => {
    const person = await server.person();
    const cookie = `orchestrator_refresh=${person.refreshToken}`;
    const { status, body } = await server.call('POST', 'auth/refresh', undefined, { cookie });
    expect(status).toBe(200);
    expect((await server.call('POST', 'auth/logout', { refreshToken: body.refreshToken })).status).toBe(204);
    expect((await refresh(body.refreshToken)).status).toBe(401);
    expect((await person.call('GET', 'users/me')).status).toBe(401);
  });

  it('can not be forged', async () => {
    const [session] = (await server.person()).refreshToken.split('.');
    for (const token of ['x', `${session}.0.AAAA`, `${session}.1.`, '..', `${session}.-1.AAAA`]) {
      expect((await refresh(token)).status).toBe(401);
    }
  });
});

describe('members', () => {
  it('join by invitation, switch, and meet the bounds of their role', async () => {
    const owner = await server.person();
    const viewer = await member(owner, 'viewer');
    expect((await viewer.call('GET', 'tenants/current/members')).body.items).toHaveLength(2);
    const refused = await viewer.call('PATCH', 'tenants/current', { name: 'Mine' });
    expect(refused.body).toMatchObject({ status: 403, code: 'auth.forbidden' });
    expect((await viewer.call('POST', 'api-keys', { name: 'k', role: 'owner' })).body.code).toBe(
      'apiKey.role_too_high',
    );
    await owner.call('DELETE', `tenants/current/members/${viewer.userId}`);
    expect((await viewer.call('GET', 'users/me')).status).toBe(401);
  });

  it('can not rise above who invites them, nor leave a tenant without an owner', async () => {
    const owner = await server.person();
    const admin = await member(owner, 'admin');
    expect((await admin.call('POST', 'invitations', { role: 'owner' })).status).toBe(403);
    expect((await admin.call('PATCH', `tenants/current/members/${owner.userId}`, { role: 'viewer' })).status).toBe(403);
    expect((await owner.call('DELETE', 'tenants/current/members/me')).body.code).toBe('tenant.last_owner');
    const audit = (await owner.call('GET', 'audit?limit=1')).body;
    expect(audit.items).toHaveLength(1);
    expect((await owner.call('GET', `audit?limit=1&cursor=${audit.nextCursor}`)).body.items[0].id).not.toBe(
      audit.items[0].id,
    );
  });

  it('get a link for a new password only from the admin of their one tenant', async () => {
    const owner = await server.person();
    const guest = await member(owner, 'viewer');
    expect((await owner.call('POST', `users/${guest.userId}/password-reset`)).body.code).toBe(
      'password.shared_account',
    );
    const invitation = (await owner.call('POST', 'invitations', { role: 'viewer', email: 'only@example.com' })).body;
    const body = { email: 'only@example.com', password: TEST_PASSWORD, name: 'Only', invitation: invitation.token };
    const only = (await server.call('POST', 'auth/register', body)).body;
    expect(only.tenant.id).toBe(owner.tenantId);
    const { token } = (await owner.call('POST', `users/${only.user.id}/password-reset`)).body;
    const reset = { token, password: 'another good password' };
    expect((await server.call('POST', 'auth/reset-password', reset)).status).toBe(204);
    expect((await server.call('POST', 'auth/reset-password', reset)).status).toBe(403);
    expect((await login('only@example.com')).status).toBe(401);
    expect((await login('only@example.com', reset.password)).status).toBe(200);
  });
});

describe('API keys', () => {
  it('work as bearer tokens with their own role, until they are removed', async () => {
    const owner = await server.person();
    const made = (await owner.call('POST', 'api-keys', { name: 'export', role: 'viewer' })).body;
    const program = server.as(made.key);
    expect((await program('GET', 'users/me')).body).toMatchObject({ tenantId: owner.tenantId, role: 'viewer' });
    expect((await program('GET', 'audit')).status).toBe(403);
    const listed = (await owner.call('GET', 'api-keys')).body.items[0];
    expect(listed).toMatchObject({ name: 'export', hint: made.key.slice(0, 8) });
    expect(listed.lastUsedAt).not.toBeNull();
    expect(JSON.stringify(listed)).not.toContain(made.key);
    await owner.call('DELETE', `api-keys/${made.id}`);
    expect((await program('GET', 'users/me')).status).toBe(401);
  });

  it('are made once for an Idempotency-Key', async () => {
    const owner = await server.person();
    const make = (name: string) => owner.call('POST', 'api-keys', { name }, { 'idempotency-key': 'one' });
    const [first, second] = [await make('a'), await make('a')];
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect((await make('b')).body.code).toBe('idempotency.key_reused');
    expect((await owner.call('GET', 'api-keys')).body.items).toHaveLength(1);
  });
});

describe('bad input', () => {
  it.each([
    ['{"email":', 'body.malformed'],
    ['{"email":"x","__proto__":{"a":1}}', 'body.forbidden_key'],
    [`${'['.repeat(300)}${']'.repeat(300)}`, 'body.too_deep'],
    [`"${'x'.repeat(17 * 1024 * 1024)}"`, 'body.too_large'],
  ])('is answered as a problem (%#)', async (body, code) => {
    expect((await server.call('POST', 'auth/login', body)).body.code).toBe(code);
  });

  it('does not reach the database as it is', async () => {
    const person = await server.person();
    expect((await person.call('GET', `audit?cursor=${Buffer.from('["x"]').toString('base64url')}`)).status).toBe(400);
    expect((await login('a\0b@example.com')).status).toBe(400);
  });
});
