import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../../infrastructure/database/database.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { emptyDatabase, TEST_SECRET } from '../../../testing/test-database.js';
import { SCHEMA } from '../../schema.js';
import { Holds1795706000000 } from './holds.migration.js';

/** A database as it was before first segments had holders, with routes of three tenants, oldest first. */
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let client: pg.Client;
const [ada, bob, eve] = [newId(), newId(), newId()];
const nameOf = new Map([
  [ada, 'ada'],
  [bob, 'bob'],
  [eve, 'eve'],
]);
const OLD: [tenant: string, method: string, path: string, lead: string, held: boolean][] = [
  [ada, 'GET', 'orders', 'orders', true],
  [bob, 'POST', 'orders', 'orders', true],
  [eve, 'GET', 'orders', 'orders', false],
  [bob, 'GET', 'hook/users/:id', 'hook', true],
  [eve, 'GET', 'hook/users/me', 'hook/users/me', true],
  [bob, 'GET', 'hook/users/:name', 'hook', true],
  [eve, 'GET', 'cafe\u0301', 'cafe\u0301', true],
  [ada, 'GET', 'CAFÉ', 'CAFÉ', true],
  [ada, 'GET', 't', 't', true],
  [ada, 'GET', '\ufdfa'.repeat(400), '\ufdfa'.repeat(400), true],
];

const migrate = async (count: number) => {
  const migrations = [...SCHEMA.migrations].sort((a, b) => Number(a.name.slice(-13)) - Number(b.name.slice(-13)));
  const upTo = migrations.indexOf(Holds1795706000000) + count;
  const schema = { entities: SCHEMA.entities, migrations: migrations.slice(0, upTo) };
  const database = await Database.open({ url: empty.url, dataDir: '', poolSize: 2, secret: TEST_SECRET }, schema);
  await database.close();
};
const rows = async <R extends object>(sql: string) => (await client.query<R>(sql)).rows;

beforeAll(async () => {
  empty = await emptyDatabase();
  await migrate(0);
  client = new pg.Client(empty.url);
  await client.connect();
  for (const [id, slug] of nameOf) {
    await client.query('insert into tenants (id, slug, name) values ($1, $2, $2)', [id, slug]);
  }
  await client.query(`set session_replication_role = 'replica'`); // routes without workflows
  for (const [tenant, method, path, lead, held] of OLD) {
    await client.query(
      `insert into webhook_routes (id, tenant_id, workflow_id, version, node_id, method, path, lead, held)
       values ($1, $2, $3, 1, 'n', $4, $5, $6, $7)`,
      [newId(), tenant, newId(), method, path, lead, held],
    );
  }
  await client.query(
    `insert into webhook_routes (id, tenant_id, workflow_id, version, node_id, method, path, lead, held, test_until)
     values ($1, $2, $3, 1, 'n', 'GET', 'orders', 'orders', true, now())`,
    [newId(), bob, newId()],
  );
  await client.query('reset session_replication_role');
  await migrate(1);
});
afterAll(async () => {
  await client?.end();
  await empty?.drop();
});

describe('routes from before segments had holders', () => {
  it('give each segment to whoever has held a path of it longest', async () => {
    const held = await rows<{ segment: string; tenant_id: string }>('select segment, tenant_id from webhook_holds');
    const holders = Object.fromEntries(held.map((each) => [each.segment, nameOf.get(each.tenant_id)]));
    expect(holders).toMatchObject({ orders: 'ada', hook: 'bob', café: 'eve' });
    expect(Object.keys(holders)).toHaveLength(4);
    expect(await rows('select from webhook_holds where kept_until < now()')).toEqual([]);
  });

  it('stay live, but for those that never got a call', async () => {
    const left = await rows<{ path: string; tenant_id: string }>(
      'select tenant_id, path from webhook_routes order by id',
    );
    const expected = OLD.filter(([, , path]) => path !== 'hook/users/:name');
    expect(left.map((each) => [each.tenant_id, each.path])).toEqual(
      expected.map(([tenant, , path]) => [tenant, path.normalize('NFC')]),
    );
  });

  it('tell a tenant in its audit that it lost a plain path, and nobody else', async () => {
    const told = await rows<{ tenant_id: string; after: { method: string; path: string } }>(
      `select tenant_id, after from audit where action = 'webhook.plain_path_lost' order by id`,
    );
    expect(told.map(({ tenant_id, after }) => [nameOf.get(tenant_id), after.method, after.path])).toEqual([
      ['bob', 'POST', 'orders'],
      ['eve', 'GET', 'hook/users/me'],
      ['ada', 'GET', 'CAFÉ'],
      ['ada', 'GET', 't'],
    ]);
  });

  it('go back to what they were', async () => {
    const { DataSource } = await import('typeorm');
    const source = await new DataSource({ type: 'postgres', url: empty.url }).initialize();
    const runner = source.createQueryRunner();
    await new Holds1795706000000().down(runner);
    const held = await rows<{ path: string }>(`select path from webhook_routes where held order by id`);
    expect(held.map(({ path }) => path)).toEqual(['orders', 'hook/users/:id', 'café', expect.any(String)]);
    await runner.release();
    await source.destroy();
  });
});
