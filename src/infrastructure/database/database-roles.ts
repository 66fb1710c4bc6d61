import { createHash, createHmac } from 'node:crypto';
import type pg from 'pg';
import { connectClient } from './connect-client.js';
import type { DatabaseAddress } from './embedded-postgres.js';
import { verifyInstallationKey } from './installation-key.js';

/** The three logins of one database: the owner migrates, the other two are bound by row-level security. */
export interface DatabaseLogins {
  owner: DatabaseAddress & { ssl?: unknown };
  api: DatabaseAddress & { ssl?: unknown };
  engine: DatabaseAddress & { ssl?: unknown };
}

/** PostgreSQL cuts longer names off. */
const NAME_LIMIT = 63;
/** Any constant: instances that start at the same time take turns by it. */
export const STARTUP_LOCK = 7_203_117;

/** Names of the two roles. Roles belong to the whole server, so the database's name is in them. */
function roleNames(database: string): { api: string; engine: string } {
  const short = createHash('sha256').update(database).digest('hex').slice(0, 8);
  const stem = database.replace(/[^a-z0-9_]/gi, '_').slice(0, NAME_LIMIT - 'orc___engine'.length - short.length);
  return { api: `orc_${stem}_${short}_api`, engine: `orc_${stem}_${short}_engine` };
}

/**
 * Makes the api and engine roles when they are missing, and sets their passwords, which are derived from `secret`, so
 * that every instance of an installation knows them.
 * @param owner the login that owns the database
 * @param secret stays the same for one installation
 * @param oldSecrets former ones, which the database may still be written with
 * @throws with what to do when the owner may not make roles, or when the secret is another installation's
 */
export async function prepareRoles(
  owner: DatabaseLogins['owner'],
  secret: string,
  oldSecrets: readonly string[],
): Promise<DatabaseLogins> {
  const client = await connectClient(owner as pg.ClientConfig).catch((error: Error) => {
    throw new Error(
      `The database at ${owner.host}:${owner.port} can't be reached: ${error.message}. Check DATABASE_URL.`,
    );
  });
  try {
    const found = await client.query<{ name: string; version: number }>(
      `select current_database() as name, current_setting('server_version_num')::int as version`,
    );
    const { name, version } = found.rows[0] as { name: string; version: number };
    if (version < 150_000)
      throw new Error(`The database is PostgreSQL ${Math.floor(version / 10_000)}; 15 or later is needed.`);
    const names = roleNames(name);
    await client.query('select pg_advisory_lock($1)', [STARTUP_LOCK]);
    await verifyInstallationKey(client, secret, oldSecrets);
    const logins = { owner } as DatabaseLogins;
    for (const kind of ['api', 'engine'] as const) {
      const password = createHmac('sha256', secret).update(`database role ${kind}`).digest('base64url');
      await ensureRole(client, names[kind], password);
      logins[kind] = { ...owner, user: names[kind], password };
    }
    await client.query(functionsText(names));
    return logins;
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const name = client.escapeIdentifier(role);
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  const options = `login nobypassrls password ${client.escapeLiteral(password)}`;
  try {
    await client.query(`${rowCount ? 'alter' : 'create'} role ${name} ${options}`);
    await client.query(`grant connect on database ${client.escapeIdentifier(client.database as string)} to ${name}`);
    await client.query(`grant usage on schema public to ${name}`);
    if (!rowCount) await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '60s'`);
  } catch (error) {
    // Two databases of one server may make roles at once: their locks are apart, the catalogue is shared.
    if (/tuple concurrently updated|duplicate key/.test((error as Error).message))
      return ensureRole(client, role, password);
    throw new Error(
      `The database role ${role} can't be made: ${(error as Error).message}. ` +
        `Let the user of DATABASE_URL make roles: ALTER ROLE ${client.escapeIdentifier(client.user as string)} CREATEROLE.`,
    );
  }
}

/** What migrations need before the first of them: the names of the roles, as functions. */
function functionsText(names: { api: string; engine: string }): string {
  return `
    create or replace function api_role() returns name language sql immutable as $$ select '${names.api}'::name $$;
    create or replace function engine_role() returns name language sql immutable as $$ select '${names.engine}'::name $$;
  `;
}
