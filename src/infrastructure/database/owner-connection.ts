import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { connectClient } from './connect-client.js';
import { lockDataFolder } from './data-folder-lock.js';
import { databaseAddress } from './database-address.js';
import { EmbeddedPostgres } from './embedded-postgres.js';

/** The running database of a data folder, as postmaster.pid tells (its 4th to 6th lines: port, socket folder, host). */
function runningIn(folder: string): pg.ClientConfig | undefined {
  const file = join(folder, 'postgres', 'postmaster.pid');
  const passwordFile = join(folder, 'postgres.password');
  if (!existsSync(file) || !existsSync(passwordFile)) return undefined;
  const [, , , port, socket, host] = readFileSync(file, 'utf8').split('\n');
  const password = readFileSync(passwordFile, 'utf8').trim();
  return {
    host: socket || host || '127.0.0.1',
    port: Number(port),
    user: 'orchestrator',
    password,
    database: 'postgres',
  };
}

/**
 * Runs `work` on the database as its owner, for the operator's commands: at `url`, or the embedded one of a data folder,
 * whether its server is running or not.
 * @throws with what to do when there is no database
 */
export async function asOwner<T>(
  where: { url?: string | undefined; dataDir: string },
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  if (where.url) return connected(databaseAddress(where.url) as pg.ClientConfig, work);
  const folder = resolve(where.dataDir);
  if (!existsSync(join(folder, 'postgres'))) {
    throw new Error(`There is no database in ${folder}. Set DATA_DIR or DATABASE_URL as the server has it.`);
  }
  const running = runningIn(folder);
  const client = running && (await connectClient(running).catch(() => undefined));
  if (client) return work(client).finally(() => client.end());
  const lock = lockDataFolder(folder);
  try {
    const { postgres, address } = await EmbeddedPostgres.start(folder);
    return await connected(address, work).finally(() => postgres.stop());
  } finally {
    lock.release();
  }
}

async function connected<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectClient(config);
  return work(client).finally(() => client.end());
}
