import { hash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../testing/test-server.js';
import { KEPT_ANSWERS_BYTES } from './idempotency-room.js';

let server: TestServer;
let person: TestPerson;
let owner: pg.Client;
beforeAll(async () => {
  server = await testServer();
  person = await server.person();
  owner = new pg.Client(server.databaseUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await server.drop();
});

const folder = (key: string, name: string) => person.call('POST', 'folders', { name }, { 'idempotency-key': key });
const folders = async () => (await person.call('GET', 'folders')).body.items.length;
const age = (interval: string) =>
  owner.query(`update idempotency_keys set created_at = created_at - interval '${interval}'`);

it('gives the first answer again and does nothing twice', async () => {
  const first = await folder('one', 'A');
  const again = await folder('one', 'A');
  expect([first.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
  expect(again.body).toEqual(first.body);
  expect(await folders()).toBe(1);
});

it('is apart for each caller and each route', async () => {
  const other = await server.person();
  const theirs = await other.call('POST', 'folders', { name: 'A' }, { 'idempotency-key': 'one' });
  expect([theirs.status, theirs.headers.get('idempotent-replayed')]).toEqual([201, null]);
  const elsewhere = await person.call('POST', 'api-keys', { name: 'A' }, { 'idempotency-key': 'one' });
  expect([elsewhere.status, elsewhere.headers.get('idempotent-replayed')]).toEqual([201, null]);
});

it('lets one of many calls at once work, and tells the others to wait', async () => {
  const before = await folders();
  const all = await Promise.all(Array.from({ length: 8 }, () => folder('at once', 'B')));
  expect(all.every((answer) => answer.status === 201 || answer.body.code === 'idempotency.in_progress')).toBe(true);
  expect(all.some((answer) => answer.status === 201)).toBe(true);
  expect(await folders()).toBe(before + 1);
});

it('keeps nothing by which a secret of the body could be guessed', async () => {
  const body = { type: 'httpBasicAuth', name: 'Shop', data: { user: 'ada', password: 'summer1' } };
  const made = await person.call('POST', 'credentials', body, { 'idempotency-key': 'guess' });
  expect(made.status).toBe(201);
  const hashes = ['sha1', 'sha256', 'sha512', 'md5'].map((name) => hash(name, JSON.stringify(body)));
  const { rows } = await owner.query('select * from idempotency_keys');
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) for (const each of hashes) expect(JSON.stringify(row)).not.toContain(each);
});

it('keeps no failure', async () => {
  expect((await folder('failed', 'B')).body.code).toBe('folder.name_taken');
  expect((await folder('failed', 'C')).status).toBe(201);
});

it('forgets after a day, and gives up on a call that died after five minutes', async () => {
  await folder('old', 'D');
  await age('25 hours');
  expect((await folder('old', 'E')).status).toBe(201);
  await owner.query('update idempotency_keys set status = null, answer = null');
  expect((await folder('old', 'E')).body.code).toBe('idempotency.in_progress');
  await age('6 minutes');
  expect((await folder('old', 'F')).status).toBe(201);
});

it('refuses a key that is none', async () => {
  expect((await folder('x'.repeat(256), 'G')).body.code).toBe('idempotency.bad_key');
});

it('keeps no more than there is room for, and gives what is kept all the same', async () => {
  const busy = await server.person();
  const make = (key: string) => busy.call('POST', 'folders', { name: key }, { 'idempotency-key': key });
  expect((await make('kept')).status).toBe(201);
  await owner.query(
    `insert into idempotency_keys (tenant_id, key, fingerprint, status, answer) values ($1, 'large', '', 200, repeat('x', $2))`,
    [busy.tenantId, KEPT_ANSWERS_BYTES],
  );
  expect((await make('further')).body).toMatchObject({ status: 429, code: 'idempotency.full' });
  expect((await make('kept')).headers.get('idempotent-replayed')).toBe('true');
  expect((await busy.call('POST', 'folders', { name: 'without a key' })).status).toBe(201);
  expect((await folder('of others', 'Z')).status).toBe(201);
  const { keptAnswers } = (await busy.call('GET', 'tenants/current/usage')).body;
  expect(keptAnswers.usedBytes).toBeGreaterThan(keptAnswers.limitBytes);
});
