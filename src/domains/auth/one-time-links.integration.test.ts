import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let server: TestServer;
/** The database itself, past every rule of the server. */
let database: pg.Client;
beforeAll(async () => {
  server = await testServer();
  database = new pg.Client(server.databaseUrl);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await server.drop();
});

let people = 0;
const register = (invitation: string, email = `invited${++people}@example.com`) =>
  server.call('POST', 'auth/register', { email, password: TEST_PASSWORD, name: 'Invited', invitation });
const invite = async (maker: Pick<TestPerson, 'call'>, body: object = { role: 'editor' }) =>
  (await maker.call('POST', 'invitations', body)).body.token as string;
const offer = (maker: Pick<TestPerson, 'call'>, target: TestPerson) =>
  maker.call('POST', `users/${target.userId}/password-reset`);
const reset = (token: string, password = 'set by way of a link') =>
  server.call('POST', 'auth/reset-password', { token, password });
const changeRole = (by: TestPerson, of: TestPerson, role: string) =>
  by.call('PATCH', `tenants/current/members/${of.userId}`, { role });
const remove = (by: TestPerson, who: TestPerson) => by.call('DELETE', `tenants/current/members/${who.userId}`);
const actions = async (owner: TestPerson) =>
  ((await owner.call('GET', 'audit?limit=50')).body.items as { action: string }[]).map(({ action }) => action);

/** An owner and an admin of theirs. */
async function house(): Promise<{ owner: TestPerson; admin: TestPerson }> {
  const owner = await server.person();
  return { owner, admin: await server.member(owner, 'admin') };
}

it('an invitation tells whoever holds its link who invites them, where and as what; one that has ended tells nothing', async () => {
  const { owner, admin } = await house();
  const look = (token: string) => server.call('POST', 'auth/invitation', { token });
  const token = await invite(admin, { role: 'viewer', email: 'charles@example.com' });
  const tenant = (await owner.call('GET', 'tenants/current')).body.name;
  const inviter = (await admin.call('GET', 'users/me')).body.name;
  expect(await look(token)).toMatchObject({
    status: 200,
    body: { tenant, inviter, role: 'viewer', email: 'charles@example.com' },
  });
  await remove(owner, admin);
  for (const ended of [token, 'abc']) expect((await look(ended)).body.code).toBe('auth.invalid_invitation');
});

/**
 * Begins a call while something is changed but not committed, and commits. A call that looks before it waits would go
 * by what was.
 */
async function during(change: string, values: unknown[], call: () => Promise<Answer>): Promise<Answer> {
  await database.query('begin');
  await database.query(change, values);
  const answer = call();
  await expect.poll(waiting, { timeout: 20_000 }).toBeGreaterThan(0);
  await database.query('commit');
  return answer;
}
const waiting = async () => {
  const { rows } = await database.query(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows[0].count as number;
};
const DEMOTE = `update memberships set role = 'viewer' where user_id = $1 and tenant_id = $2`;

describe('an invitation', () => {
  it.each([
    ['is demoted', (owner: TestPerson, admin: TestPerson) => changeRole(owner, admin, 'editor')],
    ['is removed', remove],
  ])('ends for good when its maker %s', async (_, end) => {
    const { owner, admin } = await house();
    const [token, own] = [await invite(admin), await invite(owner)];
    await end(owner, admin);
    expect((await register(token)).body.code).toBe('auth.invalid_invitation');
    expect((await owner.call('GET', 'invitations')).body.items).toHaveLength(1);
    if ((await changeRole(owner, admin, 'admin')).status === 204) {
      expect((await register(token)).body.code).toBe('auth.invalid_invitation');
    }
    expect((await register(own)).status).toBe(201);
    expect(await actions(owner)).toContain('invitation.refused');
  });

  it('lasts when its maker can still give what it gives', async () => {
    const owner = await server.person();
    const second = await server.member(owner, 'owner');
    const [owners, editors] = [await invite(second, { role: 'owner' }), await invite(second)];
    await changeRole(owner, second, 'admin');
    expect((await register(owners)).status).toBe(403);
    expect((await register(editors)).status).toBe(201);
  });

  it('is not used while its maker is being demoted', async () => {
    const { owner, admin } = await house();
    const token = await invite(admin);
    const answer = await during(DEMOTE, [admin.userId, owner.tenantId], () => register(token));
    expect(answer.body.code).toBe('auth.invalid_invitation');
  });

  it('is not made by one who is being demoted', async () => {
    const { owner, admin } = await house();
    const answer = await during(DEMOTE, [admin.userId, owner.tenantId], () =>
      admin.call('POST', 'invitations', { role: 'editor' }),
    );
    expect(answer.status).toBe(403);
  });

  it('lets one of many in, and is told of', async () => {
    const owner = await server.person();
    const token = await invite(owner);
    const all = await Promise.all(Array.from({ length: 8 }, () => register(token)));
    expect(all.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(403)]);
    expect(await actions(owner)).toEqual(expect.arrayContaining(['invitation.created', 'invitation.used']));
  });

  it('for an address ends when its account has joined by another', async () => {
    const owner = await server.person();
    const email = `twice${++people}@example.com`;
    const [first, second] = [await invite(owner, { role: 'admin', email }), await invite(owner, { role: 'viewer' })];
    const made = (await register(second, email)).body;
    await owner.call('DELETE', `tenants/current/members/${made.user.id}`);
    const again = await server.person();
    expect((await again.call('POST', 'invitations/accept', { token: first })).status).toBe(403);
    expect((await owner.call('GET', 'invitations')).body.items).toHaveLength(0);
  });
});

describe('a link for a new password', () => {
  it.each([
    ['its maker is demoted', (owner: TestPerson, admin: TestPerson) => changeRole(owner, admin, 'editor')],
    ['its maker is removed', (owner: TestPerson, admin: TestPerson) => remove(owner, admin)],
    ['its target is removed', (owner: TestPerson, _: TestPerson, target: TestPerson) => remove(owner, target)],
    ['its target rises', (owner: TestPerson, _: TestPerson, target: TestPerson) => changeRole(owner, target, 'owner')],
    [
      'its target makes a tenant of their own',
      (_: TestPerson, __: TestPerson, target: TestPerson) => target.call('POST', 'tenants', { name: 'Mine' }),
    ],
    [
      'its target joins another tenant',
      async (_: TestPerson, __: TestPerson, target: TestPerson) =>
        target.call('POST', 'invitations/accept', { token: await invite(await server.person()) }),
    ],
    [
      'its target has changed the password',
      (_: TestPerson, __: TestPerson, target: TestPerson) =>
        target.call('POST', 'users/me/password', { currentPassword: TEST_PASSWORD, newPassword: TEST_PASSWORD }),
    ],
    ['another was made', (owner: TestPerson, _: TestPerson, target: TestPerson) => offer(owner, target)],
  ])('ends when %s', async (_, end) => {
    const { owner, admin } = await house();
    const target = await server.member(owner, 'editor');
    const { token } = (await offer(admin, target)).body;
    expect((await end(owner, admin, target)).status).toBeLessThan(300);
    expect((await reset(token)).body.code).toBe('auth.invalid_reset');
    expect((await server.call('POST', 'auth/login', { email: target.email, password: TEST_PASSWORD })).status).not.toBe(
      401,
    );
    expect(await actions(owner)).toContain('password.reset_refused');
  });

  it.each([
    ['its maker is being demoted', DEMOTE, (admin: TestPerson) => admin],
    [
      'its target is being removed',
      'delete from memberships where user_id = $1 and tenant_id = $2',
      (_: TestPerson, target: TestPerson) => target,
    ],
  ])('is not used while %s', async (_, change, who) => {
    const { owner, admin } = await house();
    const target = await server.member(owner, 'editor');
    const { token } = (await offer(admin, target)).body;
    const answer = await during(change, [who(admin, target).userId, owner.tenantId], () => reset(token));
    expect(answer.body.code).toBe('auth.invalid_reset');
  });

  it('is not used while its target joins another tenant', async () => {
    const { owner, admin } = await house();
    const [target, stranger] = [await server.member(owner, 'editor'), await server.person()];
    const { token } = (await offer(admin, target)).body;
    const answer = await during(
      `insert into memberships (user_id, tenant_id, role) values ($1, $2, 'viewer')`,
      [target.userId, stranger.tenantId],
      () => reset(token),
    );
    expect(answer.body.code).toBe('auth.invalid_reset');
  });

  it('sets one password of many, and ends every session', async () => {
    const { owner, admin } = await house();
    const { token } = (await offer(owner, admin)).body;
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => reset(token, `a good password ${i}`)));
    expect(all.map(({ status }) => status).sort()).toEqual([204, ...Array(5).fill(403)]);
    expect((await admin.call('GET', 'users/me')).status).toBe(401);
    expect(await actions(owner)).toEqual(expect.arrayContaining(['password.reset_offered', 'password.reset']));
  });

  it('is made for nobody who belongs elsewhere too, or has a higher role', async () => {
    const { owner, admin } = await house();
    expect((await offer(admin, owner)).body.code).toBe('member.role_too_high');
    const shared = await server.member(owner, 'viewer');
    await shared.call('POST', 'tenants', { name: 'Mine' });
    expect((await offer(admin, shared)).body.code).toBe('password.shared_account');
  });
});

describe('what an API key makes', () => {
  const keyOf = async (maker: TestPerson, body: object = {}) => {
    const { body: made } = await maker.call('POST', 'api-keys', { name: 'program', ...body });
    return { id: made.id as string, call: server.as(made.key) };
  };

  it('makes nobody an admin, and opens nobody’s account', async () => {
    const owner = await server.person();
    const [key, editor] = [await keyOf(owner), await server.member(owner, 'editor')];
    for (const role of ['admin', 'owner']) {
      expect((await key.call('POST', 'invitations', { role })).body.code).toBe('auth.person_required');
      const raised = await key.call('PATCH', `tenants/current/members/${editor.userId}`, { role });
      expect(raised.body.code).toBe('auth.person_required');
    }
    expect((await offer(key, editor)).body.code).toBe('auth.person_required');
  });

  it('ends with it', async () => {
    const owner = await server.person();
    const expiresAt = new Date(Date.now() + 60 * 60 * 1000).toISOString();
    const key = await keyOf(owner, { expiresAt });
    const made = (await key.call('POST', 'invitations', { role: 'editor' })).body;
    expect(Date.parse(made.expiresAt)).toBeLessThanOrEqual(Date.parse(expiresAt));
    await owner.call('DELETE', `api-keys/${key.id}`);
    expect((await register(made.token)).body.code).toBe('auth.invalid_invitation');
  });

  it('goes without a quarrel when key and person are removed at once', async () => {
    const owner = await server.person();
    for (let round = 0; round < 8; round++) {
      const admin = await server.member(owner, 'admin');
      const key = await keyOf(admin);
      await Promise.all([1, 2, 3].map(() => key.call('POST', 'invitations', { role: 'viewer' })));
      const ends = [() => remove(owner, admin), () => owner.call('DELETE', `api-keys/${key.id}`)];
      const answers = await Promise.all((round % 2 ? ends : ends.reverse()).map((end) => end()));
      expect(answers.filter(({ status }) => ![204, 404].includes(status))).toEqual([]);
    }
    expect((await owner.call('GET', 'invitations')).body.items).toEqual([]);
  });

  it('does not come to life again with a second invitation of its person', async () => {
    const owner = await server.person();
    const guest = await server.person();
    const join = async () =>
      guest.call('POST', 'invitations/accept', { token: await invite(owner, { role: 'editor' }) });
    await join();
    const { accessToken } = (await guest.call('POST', 'auth/switch', { tenantId: owner.tenantId })).body;
    const key = await keyOf({ ...guest, call: server.as(accessToken) });
    expect((await key.call('GET', 'users/me')).status).toBe(200);
    await remove(owner, guest);
    expect((await join()).status).toBe(200);
    expect((await key.call('GET', 'users/me')).status).toBe(401);
  });
});
