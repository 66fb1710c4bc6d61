import type pg from 'pg';
import type { Pool } from 'pg';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { connectClient } from './connect-client.js';
import { type DataFolderLock, lockDataFolder } from './data-folder-lock.js';
import { databaseAddress } from './database-address.js';
import { type DatabaseLogins, prepareRoles } from './database-roles.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { Foundation1764000000000 } from './foundation.migration.js';
import { rememberInstallationKey } from './installation-key.js';
import { migrate } from './migrate.js';
import { OutboxEvent } from './outbox-event.entity.js';

/** The tables of the whole program: what the domains declare (src/domains/schema.ts). */
export interface Schema {
  // biome-ignore lint/complexity/noBannedTypes: TypeORM takes classes as Function
  entities: readonly (Function | EntitySchema)[];
  migrations: readonly (new () => MigrationInterface)[];
}

export interface DatabaseOptions {
  /** A server's address; the embedded database of `dataDir` when left out. */
  url?: string | undefined;
  dataDir: string;
  /** Connections at most, for each of the two pools. */
  poolSize: number;
  /** ENCRYPTION_KEY: the passwords of the api and engine roles are derived from it, and it must stay the same. */
  secret: string;
  oldSecrets?: readonly string[];
}

/** A statement that takes longer is cut off: transactions are short, and reports have indexes. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** How long a call waits for a free connection before it fails, rather than pile up without end. */
const CONNECT_TIMEOUT_MS = 15_000;

/** The open database: one pool for each role that the running server uses. Domains use `UnitOfWork` instead. */
export class Database {
  private constructor(
    readonly api: DataSource,
    readonly engine: DataSource,
    readonly logins: DatabaseLogins,
    private readonly embedded: EmbeddedPostgres | undefined,
    private readonly lock: DataFolderLock | undefined,
  ) {}

  /**
   * Starts or reaches the database, brings it up to date and opens the pools.
   * @throws with what to do when that can't be
   */
  static async open(options: DatabaseOptions, schema: Schema): Promise<Database> {
    const lock = options.url ? undefined : lockDataFolder(options.dataDir);
    let embedded: EmbeddedPostgres | undefined;
    const opened: DataSource[] = [];
    try {
      let owner: DatabaseLogins['owner'];
      if (options.url) owner = databaseAddress(options.url);
      else {
        const started = await EmbeddedPostgres.start(options.dataDir, (error) => {
          throw error; // nothing works without it: the process ends as after any fault, and is started again
        });
        embedded = started.postgres;
        owner = started.address;
      }
      const logins = await prepareRoles(owner, options.secret, options.oldSecrets ?? []);
      await migrate(logins.owner, [Foundation1764000000000, ...schema.migrations]);
      await remember(logins.owner, options.secret);
      const entities = [OutboxEvent, ...schema.entities];
      for (const kind of ['api', 'engine'] as const) {
        opened.push(await new DataSource(pool(logins[kind], kind, entities, options.poolSize)).initialize());
      }
      return new Database(opened[0] as DataSource, opened[1] as DataSource, logins, embedded, lock);
    } catch (error) {
      await Promise.allSettled(opened.map((source) => source.destroy()));
      await embedded?.stop();
      lock?.release();
      throw error;
    }
  }

  /** Runs a prepared statement as the engine's role, past TypeORM, which prepares none. */
  async engineStatement<R>(name: string, text: string, values: unknown[]): Promise<R[]> {
    const { master } = this.engine.driver as unknown as { master: Pool };
    return (await master.query({ name, text, values })).rows as R[];
  }

  /** Whether the database answers. */
  async isReady(): Promise<boolean> {
    return this.api.query('select 1').then(
      () => true,
      () => false,
    );
  }

  /** Closes the pools and stops the embedded database. Last of all. */
  async close(): Promise<void> {
    this.embedded?.willStop();
    await Promise.allSettled(
      [this.api, this.engine].filter((each) => each.isInitialized).map((each) => each.destroy()),
    );
    await this.embedded?.stop();
    this.lock?.release();
  }
}

async function remember(owner: DatabaseLogins['owner'], secret: string): Promise<void> {
  const client = await connectClient(owner as pg.ClientConfig);
  await rememberInstallationKey(client, secret).finally(() => client.end());
}

function pool(
  login: DatabaseLogins['api'],
  name: string,
  entities: Schema['entities'],
  size: number,
): PostgresDataSourceOptions {
  return {
    type: 'postgres',
    host: login.host,
    port: login.port,
    username: login.user,
    password: login.password,
    database: login.database,
    ssl: login.ssl as PostgresDataSourceOptions['ssl'],
    applicationName: `orchestrator ${name}`,
    entities: [...entities],
    poolSize: size,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    installExtensions: false,
    parseInt8: true,
    extra: { statement_timeout: STATEMENT_TIMEOUT_MS, allowExitOnIdle: true },
  };
}
