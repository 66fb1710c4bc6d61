import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { UnitOfWork } from './unit-of-work.js';
import { newId } from './uuid.js';

interface Column {
  name: string;
  type: string;
}
const [mine, theirs] = [newId(), newId()];
let test: TestDatabase;
let work: UnitOfWork;
let owner: pg.Client;
/** Every table with a tenant_id, partitions apart (roles have no rights on those), with the columns that need a value. */
let tables: { name: string; columns: Column[] }[];

/** A value of the type, for a row whose meaning does not matter. */
function sampleOf({ name, type }: Column, tenantId: string): unknown {
  if (name === 'tenant_id') return tenantId;
  if (type === 'uuid') return newId();
  if (/json/.test(type)) return '{}';
  if (/int|numeric|double|real/.test(type)) return 1;
  if (/timestamp|date/.test(type)) return new Date();
  // Of views, the tenant sees what is shared; what is not has a test of its own, src/domains/views.
  if (type === 'boolean') return name === 'shared';
  if (type === 'bytea') return Buffer.from([1]);
  if (/\[\]$|ARRAY/.test(type)) return '{}';
  return `text ${newId()}`;
}

/** A row put in place by the owner, with the constraints that hold rows together switched off. */
async function addRow(name: string, columns: Column[], tenantId: string): Promise<void> {
  const { rows: checks } = await owner.query<{ name: string; text: string }>(
    `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where contype = 'c' and conrelid = $1::regclass`,
    [name],
  );
  for (const check of checks)
    await owner.query(`alter table ${name} drop constraint if exists ${owner.escapeIdentifier(check.name)}`);
  const names = columns.map((column) => owner.escapeIdentifier(column.name));
  await owner.query(
    `insert into ${name} (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()})`,
    columns.map((column) => sampleOf(column, tenantId)),
  );
}

beforeAll(async () => {
  test = await testDatabase();
  work = new UnitOfWork(test.database);
  owner = new pg.Client(test.database.logins.owner as pg.ClientConfig);
  await owner.connect();
  await owner.query('set session_replication_role = replica'); // no foreign keys: rows stand alone here
  const { rows } = await owner.query<{ name: string; columns: Column[] }>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null))) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition
      and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
      and a.attgenerated = '' and a.attidentity = ''
      and (a.attname = 'tenant_id' or (a.attnotnull and not a.atthasdef))
    group by c.relname order by c.relname`);
  tables = rows;
  for (const { name, columns } of tables) {
    await addRow(name, columns, mine);
    await addRow(name, columns, theirs);
  }
});
afterAll(async () => {
  await owner.end();
  await test.drop();
});

const mayApi = async (table: string, right: string) => {
  const { rows } = await owner.query<{ may: boolean }>('select has_table_privilege(api_role(), $1, $2) as may', [
    table,
    right,
  ]);
  return rows[0]?.may;
};

describe('every table with a tenant_id', () => {
  it('has row-level security, forced', async () => {
    expect(tables.length).toBeGreaterThan(8);
    for (const { name } of tables) {
      const { rows } = await owner.query(
        'select relrowsecurity, relforcerowsecurity from pg_class where oid = $1::regclass',
        [name],
      );
      expect([name, rows[0]]).toEqual([name, { relrowsecurity: true, relforcerowsecurity: true }]);
    }
  });

  it('shows the rows of its tenant alone, and none without a tenant, although nothing asks for a tenant', async () => {
    for (const { name } of tables) {
      if (!(await mayApi(name, 'select'))) continue;
      const read = `select tenant_id from ${name}`;
      const seen = (await work.inTenant(mine, (tx) => tx.query(read))) as { tenant_id: string }[];
      expect([name, seen.map((row) => row.tenant_id)]).toEqual([name, [mine]]);
      expect([name, await work.beforeTenant((tx) => tx.query(read))]).toEqual([name, []]);
      expect([name, await work.inTenant(newId(), (tx) => tx.query(read))]).toEqual([name, []]);
    }
  });

  it('takes no row for another tenant, and changes and removes none of one', async () => {
    for (const { name, columns } of tables) {
      const names = columns.map((column) => owner.escapeIdentifier(column.name));
      const add = `insert into ${name} (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()})`;
      const row = columns.map((column) => sampleOf(column, theirs));
      await expect(
        work.inTenant(mine, (tx) => tx.query(add, row)),
        name,
      ).rejects.toThrow(/row-level security|permission denied/);
      for (const sql of [`update ${name} set tenant_id = tenant_id`, `delete from ${name}`]) {
        await work
          .inTenant(mine, (tx) => tx.query(sql))
          .catch((error: Error) => expect(error.message).toMatch(/permission denied/));
      }
      const { rows } = await owner.query(`select 1 from ${name} where tenant_id = $1`, [theirs]);
      expect([name, rows.length]).toEqual([name, 1]);
    }
  });
});

it('the audit can only grow', async () => {
  for (const right of ['update', 'delete', 'truncate']) expect(await mayApi('audit', right)).toBe(false);
});

it('no table is open to everybody, and none without a tenant shows a row to a stranger', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind in ('r', 'p') and has_table_privilege(api_role(), c.oid, 'select') and not c.relrowsecurity`);
  expect(rows).toEqual([]);
});
