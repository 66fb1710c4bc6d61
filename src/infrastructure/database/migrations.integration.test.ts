import { readFileSync } from 'node:fs';
import pg from 'pg';
import type { MigrationInterface } from 'typeorm';
import { afterEach, expect, it } from 'vitest';
import { SCHEMA } from '../../domains/schema.js';
import { emptyDatabase, TEST_SECRET, testDatabase } from '../../testing/test-database.js';
import { Database } from './database.js';
import { schemaPage } from './schema-page.js';
import { newId } from './uuid.js';

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0).reverse()) await drop();
});

const stampOf = (migration: new () => MigrationInterface) => Number(migration.name.slice(-13));
const inOrder = [...SCHEMA.migrations].sort((a, b) => stampOf(a) - stampOf(b));

interface Column {
  name: string;
  type: string;
}
const SAMPLES: [RegExp, () => unknown][] = [
  [/^uuid$/, newId],
  [/json/, () => '{}'],
  [/int|numeric|double|real/, () => 1],
  [/timestamp|date/, () => new Date()],
  [/boolean/, () => false],
  [/bytea/, () => Buffer.from([1])],
  [/\[\]$/, () => '{}'],
];
const sampleOf = ({ type }: Column) => SAMPLES.find(([pattern]) => pattern.test(type))?.[1]() ?? `text ${newId()}`;

/** Gives every table that is empty a row, with what ties rows together switched off. */
async function fill(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] | null }>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)))
      filter (where a.attname is not null) as columns
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attnotnull and not a.atthasdef and a.attgenerated = '' and a.attidentity = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname not in ('migrations', 'installation') group by c.relname`);
  const filled: string[] = [];
  await client.query(`set session_replication_role = 'replica'`);
  for (const { name, columns } of rows) {
    const there = await client.query(`select from ${name} limit 1`);
    if (there.rowCount || !columns) continue;
    const names = columns.map((column) => client.escapeIdentifier(column.name));
    const added = await client
      .query(
        `insert into ${name} (${names.join()}) values (${names.map((_, i) => `$${i + 1}`).join()})`,
        columns.map(sampleOf),
      )
      .then(
        () => true,
        (error: { code: string }) => {
          if (error.code === CHECK_VIOLATION) return false; // a row whose meaning matters to the table
          throw error;
        },
      );
    if (added) filled.push(name);
  }
  await client.query('reset session_replication_role');
  return filled;
}
const CHECK_VIOLATION = '23514';

it('every migration runs on a database that holds rows of all those before it, and loses none', async () => {
  const empty = await emptyDatabase();
  drops.push(() => empty.drop());
  const client = new pg.Client(empty.url);
  await client.connect();
  drops.push(() => client.end());
  const filled: string[] = [];
  for (let count = 0; count <= inOrder.length; count++) {
    const schema = { entities: SCHEMA.entities, migrations: inOrder.slice(0, count) };
    const database = await Database.open({ url: empty.url, dataDir: '', poolSize: 2, secret: TEST_SECRET }, schema);
    await database.close();
    filled.push(...(await fill(client)));
  }
  expect(filled.length).toBeGreaterThan(8);
  for (const name of filled) {
    const { rowCount } = await client.query(`select from ${name} limit 1`);
    expect([name, rowCount]).toEqual([name, 1]);
  }
}, 60_000);

it('docs/schema.sql is what the migrations make (npm run docs writes it)', async () => {
  const { database, drop } = await testDatabase();
  drops.push(drop);
  expect(readFileSync('docs/schema.sql', 'utf8')).toBe(await schemaPage(database.api));
});

it('docs/architecture.md names every function that sees more than its caller', async () => {
  const { database, drop } = await testDatabase();
  drops.push(drop);
  const lookups: { name: string }[] = await database.api.query(
    `select proname as name from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype and has_function_privilege(api_role(), oid, 'execute')`,
  );
  expect(lookups.length).toBeGreaterThan(10);
  const page = readFileSync('docs/architecture.md', 'utf8');
  expect(lookups.filter(({ name }) => !page.includes(`\`${name}(`)).map(({ name }) => name)).toEqual([]);
});
