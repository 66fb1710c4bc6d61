import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { SCHEMA } from '../domains/schema.js';
import { Database, type Schema } from '../infrastructure/database/database.js';

/** A PostgreSQL that tests may make databases on; its user is a superuser. */
const SERVER = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
/** Stands for ENCRYPTION_KEY in tests. */
export const TEST_SECRET = 'the encryption key of tests is long enough';
const POOL_SIZE = 4;

/** A migrated database of a test's own. */
export interface TestDatabase {
  url: string;
  database: Database;
  /** Closes the pools and drops the database and its roles. */
  drop(): Promise<void>;
}

function urlOf(name: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(SERVER);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Makes an empty database. Its roles are made when it is opened. */
export async function emptyDatabase(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `orc_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name}`));
  return { url: urlOf(name), name, drop: () => dropDatabase(name) };
}

async function dropDatabase(name: string): Promise<void> {
  await onServer(async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
    const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like $1`, [
      `orc\\_${name.replaceAll('_', '\\_')}\\_%`,
    ]);
    for (const { rolname } of rows) await client.query(`drop role if exists ${client.escapeIdentifier(rolname)}`);
  });
}

/**
 * A database with every migration, opened.
 * @param schema other tables than the program's, for tests of the foundation itself
 */
export async function testDatabase(schema: Schema = SCHEMA, poolSize = POOL_SIZE): Promise<TestDatabase> {
  const empty = await emptyDatabase();
  const database = await Database.open({ url: empty.url, dataDir: '', poolSize, secret: TEST_SECRET }, schema);
  return {
    url: empty.url,
    database,
    drop: async () => {
      await database.close();
      await empty.drop();
    },
  };
}
