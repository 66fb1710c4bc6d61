import { DataSource, type MigrationInterface } from 'typeorm';
import { type DatabaseLogins, STARTUP_LOCK } from './database-roles.js';

/**
 * Brings the database up to date, as its owner. Instances that start at the same time take turns. Each migration is
 * one transaction: it is there in full or not at all.
 * @throws the error of the migration that failed, with its name
 */
export async function migrate(
  owner: DatabaseLogins['owner'],
  migrations: readonly (new () => MigrationInterface)[],
): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    host: owner.host,
    port: owner.port,
    username: owner.user,
    password: owner.password,
    database: owner.database,
    ssl: owner.ssl as never,
    applicationName: 'orchestrator migrations',
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    poolSize: 2, // one holds the lock while the other migrates
  });
  await source.initialize();
  const turn = source.createQueryRunner();
  try {
    await turn.query('select pg_advisory_lock($1)', [STARTUP_LOCK]);
    await source.runMigrations();
  } finally {
    await turn.query('select pg_advisory_unlock($1)', [STARTUP_LOCK]).catch(() => {});
    await turn.release();
    await source.destroy();
  }
}
