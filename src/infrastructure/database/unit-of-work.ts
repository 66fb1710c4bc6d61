import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { Database } from './database.js';
import { isUuid } from './uuid.js';

/**
 * Short transactions, each bound to what it may see. Pass the `EntityManager` that you are given to whatever belongs to
 * the same transaction. Never wait for anything but the database inside one: it holds a connection.
 */
@Injectable()
export class UnitOfWork {
  private readonly after = new WeakMap<EntityManager, (() => void)[]>();

  constructor(private readonly database: Database) {}

  /**
   * A transaction of one tenant: rows of others do not exist in it.
   * @param userId the signed-in user, whose own rows (sessions, profile) are then visible too
   */
  inTenant<T>(tenantId: string, work: (tx: EntityManager) => Promise<T>, userId = ''): Promise<T> {
    if (!isUuid(tenantId)) throw new TypeError(`not a tenant's id: ${tenantId}`);
    return this.run(this.database.api, tenantId, userId, work);
  }

  /** A transaction of one user, whatever the tenant: sees that user's own rows only. */
  asUser<T>(userId: string, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    if (!isUuid(userId)) throw new TypeError(`not a user's id: ${userId}`);
    return this.run(this.database.api, '', userId, work);
  }

  /** A transaction as the engine's role, across tenants: executions, steps, timers, outbox and live versions. */
  asEngine<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.run(this.database.engine, '', '', work);
  }

  /**
   * One statement as the engine's role, committed by itself: for the few that run thousands of times a second.
   * @param name the same for the same text: each connection plans it once
   */
  readonly engineStatement = <R>(name: string, text: string, values: unknown[]): Promise<R[]> =>
    this.database.engineStatement(name, text, values);

  /** A transaction without a tenant: no table shows a row; for calls of the look-up functions only. */
  beforeTenant<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.run(this.database.api, '', '', work);
  }

  /** Calls `then` once the transaction is committed; never when it is rolled back. Must not throw. */
  afterCommit(tx: EntityManager, then: () => void): void {
    const list = this.after.get(tx);
    if (list) list.push(then);
    else this.after.set(tx, [then]);
  }

  private async run<T>(
    source: DataSource,
    tenantId: string,
    userId: string,
    work: (tx: EntityManager) => Promise<T>,
  ): Promise<T> {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      try {
        if (tenantId || userId) {
          await runner.query(`select set_config('app.tenant_id', $1, true), set_config('app.user_id', $2, true)`, [
            tenantId,
            userId,
          ]);
        }
        const result = await work(runner.manager);
        await runner.commitTransaction();
        for (const then of this.after.get(runner.manager) ?? []) then();
        return result;
      } catch (error) {
        if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => {});
        throw error;
      }
    } finally {
      await runner.release();
    }
  }
}
