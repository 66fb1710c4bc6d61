import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_PASSWORD, type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({ TRUST_PROXY: 'loopback' });
});
afterAll(() => server.drop());

interface Entry {
  action: string;
  actor: { kind: string; userId: string | null; apiKeyId: string | null };
  target: { type: string; id: string };
  after: Record<string, unknown> | null;
}
const entries = async (person: TestPerson, action: string): Promise<Entry[]> =>
  (await person.call('GET', `audit?action=${action}&limit=100`)).body.items;
const told = (person: TestPerson, action: string) =>
  expect.poll(() => entries(person, action), { timeout: 15_000 }).not.toEqual([]);
const login = (email: string, password: string, ip = '192.0.2.1') =>
  server.call('POST', 'auth/login', { email, password }, { 'x-forwarded-for': ip });

it('tells every tenant of an account who signs in, and who tries to in vain, however often they do', async () => {
  const [host, other] = [await server.person(), await server.person()];
  const person = await server.member(host, 'editor');
  const { body } = await other.call('POST', 'invitations', { role: 'viewer' });
  await person.call('POST', 'invitations/accept', { token: body.token });
  await login(person.email, TEST_PASSWORD, '192.0.2.9');
  for (let i = 0; i < 9; i++) await login(person.email, `secret guess ${i}`, `192.0.2.${i}`);
  await login('nobody@example.com', 'secret guess');
  for (const owner of [host, other]) {
    await told(owner, 'signIn.failed');
    expect(await entries(owner, 'signIn.succeeded')).toMatchObject([
      { actor: { kind: 'user', userId: person.userId }, target: { id: person.userId }, after: { from: '192.0.2.9' } },
    ]);
    expect(await entries(owner, 'signIn.failed')).toMatchObject([
      { actor: { kind: 'system' }, target: { id: person.userId }, after: { count: 1, from: ['192.0.2.0'] } },
    ]);
    expect((await entries(owner, 'signIn.*')).length).toBe(2);
    expect(JSON.stringify((await owner.call('GET', 'audit?limit=100')).body)).not.toContain('secret guess');
  }
});

it('tells the rest of the failures together, at the latest when the server stops', async () => {
  const own = await testServer();
  const person = await own.person();
  const call = () => own.call('POST', 'auth/login', { email: person.email, password: 'wrong' });
  await Promise.all(Array.from({ length: 9 }, call));
  const again = await testServer({}, own.databaseUrl);
  await own.stop();
  const tokens = (await again.call('POST', 'auth/login', { email: person.email, password: TEST_PASSWORD })).body;
  const seen = (await again.as(tokens.accessToken)('GET', 'audit?action=signIn.failed')).body.items as Entry[];
  expect(seen.map(({ after }) => after?.count)).toEqual([8, 1]);
  await again.stop();
  await own.drop();
});

it('is not filled by a member who signs in again and again', async () => {
  const owner = await server.person();
  const member = await server.member(owner, 'viewer');
  for (let round = 0; round < 7; round++) {
    await Promise.all(Array.from({ length: 10 }, (_, i) => login(member.email, TEST_PASSWORD, `192.0.2.${10 + i}`)));
  }
  await expect.poll(() => entries(owner, 'signIn.succeeded'), { timeout: 15_000 }).toHaveLength(60);
  const last = (await entries(owner, 'signIn.succeeded')).filter(({ after }) => after?.furtherOnesOfThisHour);
  expect(last).toHaveLength(1); // of those written at once any may come last
});

it('tells of sessions that end, of a new password, and of keys from a new address', async () => {
  const person = await server.person();
  const second = (await login(person.email, TEST_PASSWORD)).body;
  await server.call('POST', 'auth/logout', { refreshToken: second.refreshToken });
  await told(person, 'session.ended');
  expect(await entries(person, 'session.ended')).toMatchObject([{ after: { why: 'signed out' } }]);
  const key = (await person.call('POST', 'api-keys', { name: 'program' })).body;
  for (const ip of ['192.0.2.1', '192.0.2.1', '2001:db8::1', '2001:db8::2']) {
    await server.as(key.key)('GET', 'users/me', undefined, { 'x-forwarded-for': ip });
  }
  await expect.poll(() => entries(person, 'apiKey.used_from_new_address'), { timeout: 15_000 }).toHaveLength(2);
  const change = { currentPassword: TEST_PASSWORD, newPassword: 'quite another password' };
  await person.call('POST', 'users/me/password', change);
  expect(await entries(person, 'password.changed')).toHaveLength(1);
  const all = JSON.stringify((await person.call('GET', 'audit?limit=100')).body);
  for (const secret of [change.newPassword, TEST_PASSWORD, key.key, second.refreshToken]) {
    expect(all).not.toContain(secret);
  }
});

it('tells of what is taken out at once', async () => {
  const person = await server.person();
  await person.call('GET', 'executions/export?format=csv');
  await person.call('GET', 'workflows/export?format=json');
  const { body } = await person.call('GET', 'audit/export?action=workflows.*');
  expect(body.items).toMatchObject([{ action: 'workflows.exported', after: { format: 'json', count: 0 } }]);
  expect(await entries(person, '*.exported')).toHaveLength(3);
  expect(await entries(person, '%_exported')).toHaveLength(0);
  const told = (await person.call('GET', 'audit')).body.items as Entry[];
  expect(told.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['executions.exported', 'workflows.exported', 'audit.exported']),
  );
});

it('tells once a day which workflow used a credential', async () => {
  const person = await server.person();
  const credential = (
    await person.call('POST', 'credentials', {
      name: 'Key',
      type: 'httpHeaderAuth',
      data: { name: 'X', value: 'hush' },
    })
  ).body;
  const use = {
    id: 'b',
    name: 'Use',
    type: 'httpRequest',
    version: 1,
    position: [200, 0],
    parameters: { url: 'http://127.0.0.1:1/', credentialType: 'httpHeaderAuth' },
    credentials: { httpHeaderAuth: { id: credential.id, name: 'Key' } },
  };
  const trigger = { id: 'a', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} };
  const edge = { kind: 'main', from: { node: 'a' }, to: { node: 'b' } };
  const made = await person.call('POST', 'workflows', { name: 'Uses', nodes: [trigger, use], edges: [edge] });
  expect([made.status, made.body.errors]).toEqual([201, undefined]);
  for (let i = 0; i < 2; i++) await person.call('POST', `workflows/${made.body.id}/run`, { wait: true });
  await told(person, 'credential.used');
  expect(await entries(person, 'credential.used')).toMatchObject([
    {
      actor: { kind: 'system' },
      target: { type: 'credential', id: credential.id },
      after: { workflowId: made.body.id },
    },
  ]);
});

it('can not be changed by the server itself: neither of its roles may', async () => {
  const database = new pg.Client(server.databaseUrl);
  await database.connect();
  try {
    for (const role of ['api_role()', 'engine_role()']) {
      for (const right of ['update', 'delete', 'truncate']) {
        const { rows } = await database.query(`select has_table_privilege(${role}, 'audit', $1) as may`, [right]);
        expect([role, right, rows[0].may]).toEqual([role, right, false]);
      }
    }
  } finally {
    await database.end();
  }
});
