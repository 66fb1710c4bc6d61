import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../../../infrastructure/database/database.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { emptyDatabase, TEST_SECRET } from '../../../testing/test-database.js';
import { TestRuns1795710210000 } from '../../executions/migrations/test-runs.migration.js';
import { SCHEMA } from '../../schema.js';
import { LiveNumbers1795710200000 } from './live-numbers.migration.js';

/** A database as it was before versions that were live, and tests, were told apart. */
let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let client: pg.Client;
const [ada, bob] = [newId(), newId()];
const [shop, other, untold] = [newId(), newId(), newId()];

const stampOf = ({ name }: { name: string }) => Number(name.slice(-13));
const inOrder = [...SCHEMA.migrations].sort((a, b) => stampOf(a) - stampOf(b));
const migrate = async (count: number) => {
  const schema = { entities: SCHEMA.entities, migrations: inOrder.slice(0, count) };
  const database = await Database.open({ url: empty.url, dataDir: '', poolSize: 2, secret: TEST_SECRET }, schema);
  await database.close();
};

async function workflow(tenant: string, id: string, versions: number, active: number | null): Promise<void> {
  await client.query(
    `insert into workflows (id, tenant_id, name, tags, version, active_version, created_at, updated_at)
     values ($1, $2, 'w', '{}', $3, $4, now(), now())`,
    [id, tenant, versions, active],
  );
  await client.query(
    `insert into workflow_versions (tenant_id, workflow_id, version, document, created_at)
     select $1, $2, n, '{}', now() from generate_series(1, $3) n`,
    [tenant, id, versions],
  );
}
const activated = (tenant: string, id: string, version: number) =>
  client.query(
    `insert into audit (id, tenant_id, at, actor_kind, action, target_type, target_id, after)
     values ($1, $2, now(), 'system', 'workflow.activated', 'workflow', $3, $4)`,
    [newId(), tenant, id, { version }],
  );
const execution = async (mode: string, parts: { parent?: string; retry?: string } = {}) => {
  const id = newId();
  await client.query(
    `insert into executions (id, tenant_id, workflow_id, workflow_version, status, mode, queued_at, parent_id, retry_of)
     values ($1, $2, $3, 1, 'error', $4, now(), $5, $6)`,
    [id, ada, shop, mode, parts.parent, parts.retry],
  );
  return id;
};
let tests: string[];

beforeAll(async () => {
  empty = await emptyDatabase();
  await migrate(inOrder.indexOf(LiveNumbers1795710200000));
  client = new pg.Client(empty.url);
  await client.connect();
  await client.query(`set session_replication_role = 'replica'`); // rows without those that they point at
  await workflow(ada, shop, 5, 2);
  await workflow(ada, untold, 3, 3);
  await workflow(bob, other, 2, null);
  for (const version of [4, 2, 4, 2]) await activated(ada, shop, version);
  await activated(bob, other, 2);
  await activated(bob, shop, 1); // of another tenant: it says nothing of this workflow
  const hand = await execution('manual');
  const child = await execution('subworkflow', { parent: hand });
  tests = [hand, child, await execution('retry', { retry: hand }), await execution('subworkflow', { parent: child })];
  await execution('retry', { retry: await execution('webhook') });
  await migrate(inOrder.indexOf(TestRuns1795710210000) + 1);
});
afterAll(async () => {
  await client?.end();
  await empty?.drop();
});

it('numbers what was live before in the order in which it first was, within its tenant', async () => {
  const { rows } = await client.query(
    `select workflow_id as id, version, live_number as number, kept from workflow_versions
     where live_number is not null order by live_number, version`,
  );
  const of = (id: string) => rows.filter((row) => row.id === id).map(({ version, number }) => [number, version]);
  expect(of(shop)).toEqual([
    [1, 4],
    [2, 2],
  ]);
  expect(of(other)).toEqual([[1, 2]]);
  expect(of(untold)).toEqual([[1, 3]]);
  expect(rows.every(({ kept }) => kept)).toBe(true);
  const live = await client.query('select id, live_number as number from workflows where live_number is not null');
  expect(new Map(live.rows.map(({ id, number }) => [id, number]))).toEqual(
    new Map([
      [shop, 2],
      [untold, 1],
    ]),
  );
});

it('knows the tests of before with all that they led to', async () => {
  const { rows } = await client.query('select id from executions where is_test order by id');
  expect(rows.map(({ id }) => id)).toEqual([...tests].sort());
});
