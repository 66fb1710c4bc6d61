import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

let server: TestServer;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  server = await testServer();
  [ada, bob] = [await server.person('Ada'), await server.person('Bob')];
});
afterAll(() => server.drop());

const rename = async (person: TestPerson, slug: string) => {
  const { status, body } = await person.call('PATCH', 'tenants/current', { slug });
  return status === 200 ? 200 : body.code;
};
async function live(person: TestPerson, name: string, path = 'call-me') {
  const chain = [nodes.webhook(path, { responseMode: 'lastNode' }), nodes.fields({ who: name })];
  const { body } = await person.call('POST', 'workflows', workflow(name, chain));
  const published = await person.call('POST', `workflows/${body.id}/activate`);
  expect(published.status).toBe(200);
  return published.body.webhooks[0].free as boolean;
}
const who = async (slug: string) => {
  const { status, body } = await server.call('GET', `/webhook/t/${slug}/call-me`);
  return status === 200 ? body.who : status;
};

it('an address that names a tenant never leads to another, although the tenant goes by another name or is gone', async () => {
  await live(ada, 'ada');
  await live(bob, 'bob');
  expect([await rename(ada, 'engines'), await who('engines')]).toEqual([200, 'ada']);
  expect(await who('machines')).toBe(404);
  expect([await rename(ada, 'machines'), await who('engines'), await who('machines')]).toEqual([200, 404, 'ada']);
  expect([await rename(bob, 'engines'), await who('engines')]).toEqual(['tenant.slug_taken', 404]);
  expect([await rename(ada, 'engines'), await who('engines'), await who('machines')]).toEqual([200, 'ada', 404]);

  const gone = await server.person('Gone');
  await live(gone, 'gone');
  expect(await live(gone, 'plain', 'of-the-gone')).toBe(true);
  expect((await server.call('GET', '/webhook/of-the-gone')).status).toBe(200);
  expect(await rename(gone, 'gone-soon')).toBe(200);
  expect(await who('gone-soon')).toBe('gone');
  expect((await gone.call('DELETE', 'tenants/current?slug=gone-soon')).status).toBe(204);
  expect((await server.call('GET', '/webhook/of-the-gone')).status).toBe(404);
  expect([await rename(bob, 'gone-soon'), await who('gone-soon')]).toEqual(['tenant.slug_taken', 404]);
  // Nor does the plain path that it held go to whoever comes next.
  expect(await live(bob, 'plain', 'of-the-gone/x')).toBe(false);
  const later = new pg.Client(server.databaseUrl);
  await later.connect();
  const held = await later.query(
    `select from webhook_holds where segment = 't/gone-soon' and kept_until > now() + interval '29 days'`,
  );
  expect(held.rowCount).toBe(1);
  await later.query(`update webhook_holds set kept_until = now() - interval '1 second'`);
  await later.end();
  expect([await rename(bob, 'gone-soon'), await who('gone-soon')]).toEqual([200, 'bob']);
});

it('nobody keeps all good names by going through them', async () => {
  const eve = await server.person('Eve');
  const outcomes = [];
  for (let i = 0; i < 12; i++) outcomes.push(await rename(eve, `good-name-${i}`));
  expect(outcomes.slice(0, 10).every((each) => each === 200)).toBe(true);
  expect(outcomes.at(-1)).toBe('tenant.too_many_slugs');
  expect(await rename(eve, 'good-name-3')).toBe(200);
});

it('nothing of a tenant is left to be called, to start or to be read once it is gone', async () => {
  const gone = await server.person('Gone');
  await live(gone, 'live');
  const timer = { name: 'Timer', type: 'scheduleTrigger', version: 1, parameters: {} };
  const { body } = await gone.call('POST', 'workflows', workflow('timed', [timer]));
  expect((await gone.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
  const secret = { name: 'X', type: 'httpHeaderAuth', data: { name: 'X', value: 'secret' } };
  expect((await gone.call('POST', 'credentials', secret)).status).toBe(201);
  expect((await gone.call('POST', 'folders', { name: 'Mine' }, { 'idempotency-key': 'mine' })).status).toBe(201);
  const { slug } = (await gone.call('GET', 'tenants/current')).body;
  expect((await gone.call('DELETE', `tenants/current?slug=${slug}`)).status).toBe(204);

  const owner = new pg.Client(server.databaseUrl);
  await owner.connect();
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const left = [];
  for (const { name } of tables) {
    const { rowCount } = await owner.query(`select from ${name} where tenant_id = $1`, [gone.tenantId]);
    if (rowCount) left.push(name);
  }
  await owner.end();
  expect(left.filter((name) => !KEPT.includes(name))).toEqual([]);
});

it('what a tenant has running or waiting ends with it', async () => {
  const gone = await server.person('Gone');
  for (const amount of [1, 1_000]) {
    const wait = nodes.wait({ resume: 'interval', amount, unit: 'hours' });
    const { body } = await gone.call('POST', 'workflows', workflow('waits', [nodes.webhook(`waits-${amount}`), wait]));
    expect((await gone.call('POST', `workflows/${body.id}/activate`)).status).toBe(200);
    expect((await server.call('GET', `/webhook/waits-${amount}`)).status).toBe(200);
  }
  const owner = new pg.Client(server.databaseUrl);
  await owner.connect();
  const states = async () =>
    (await owner.query('select status from executions where tenant_id = $1', [gone.tenantId])).rows.map(
      ({ status }) => status,
    );
  await expect.poll(states).toEqual(['waiting', 'waiting']);
  const { slug } = (await gone.call('GET', 'tenants/current')).body;
  expect((await gone.call('DELETE', `tenants/current?slug=${slug}`)).status).toBe(204);
  await expect.poll(states).toEqual(['cancelled', 'cancelled']);
  await owner.end();
});

/** Paths that stay kept for it; and what goes when its own time is over, of runs and of events that are being told. */
const KEPT = ['webhook_holds', 'outbox', 'executions', 'execution_journal', 'tenant_usage', 'blobs', 'blob_ledger'];

it.each(['xn--80ak6aa92e', 'ab--c', 'www', 'api', 'wpad', 'localhost'])(
  '%s, which passes for another name where each tenant has an origin, is nobody’s slug',
  async (slug) => {
    const { status, body } = await bob.call('PATCH', 'tenants/current', { slug });
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  },
);

it('a tenant is removed although its workflows are published and listened at just then', async () => {
  for (let round = 0; round < 3; round++) {
    const gone = await server.person();
    const hook = nodes.webhook(`busy-${round}`, { methods: ['POST'] });
    const { id } = (await gone.call('POST', 'workflows', workflow('Busy', [hook]))).body;
    const { slug } = (await gone.call('GET', 'tenants/current')).body;
    let over = false;
    const statuses = new Set<number>();
    const busy = ['activate', 'activate', 'listen', 'deactivate'].map(async (act) => {
      while (!over) statuses.add((await gone.call('POST', `workflows/${id}/${act}`, {})).status);
    });
    await expect.poll(() => statuses.size).toBeGreaterThan(0);
    const removed = await gone.call('DELETE', `tenants/current?slug=${slug}`);
    over = true;
    await Promise.all(busy);
    expect([removed.status, [...statuses].filter((status) => status >= 500)]).toEqual([204, []]);
  }
});
