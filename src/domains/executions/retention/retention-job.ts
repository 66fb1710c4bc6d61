import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { errorMessage } from '@orchestrator/node-sdk';
import { BlobStore } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import { Config, hasRole } from '../../../config/config.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { makePartitions, retireWeek, weeksBefore } from './partitions.js';
import { endedBefore, forgetLeftovers, orphanedBlobs, unkeptUntil } from './removable.js';
import { removeBlobs, removeExecutions } from './remove-executions.js';

const DAY_MS = 86_400_000;
/** Runs that are not kept go soon after their end. */
const UNKEPT_EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 5 * 60_000;
/** Executions removed in one transaction: short enough that nobody waits for it. */
const BATCH = 500;
/** Key of the advisory lock by which one instance at a time removes. Any number that nothing else uses. */
const LEADER_LOCK = 7_203_119;

/** Removes what is not to be kept: executions past their time with their files, partitions, and what else has expired. */
@Injectable()
export class RetentionJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(RetentionJob.name);
  private timer: NodeJS.Timeout | undefined;
  private busy: Promise<void> | undefined;
  private stopped = false;
  private sweptAt = 0;

  constructor(
    private readonly work: UnitOfWork,
    private readonly blobs: BlobStore,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (hasRole(this.config, 'scheduler')) this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.busy;
  }

  /** Removes the runs that their workflows' settings don't keep, as far as their time has come. */
  async removeUnkept(now = Date.now()): Promise<void> {
    await this.inBatches((tx) => unkeptUntil(tx, now, BATCH));
  }

  /** Everything that is removed by age. */
  async sweep(now = Date.now()): Promise<void> {
    const keepFrom = now - this.config.RETENTION_DAYS * DAY_MS;
    await this.alone((tx) => makePartitions(tx, now));
    for (const week of (await this.alone((tx) => weeksBefore(tx, keepFrom))) ?? []) {
      if (this.stopped) return;
      await this.alone((tx) => retireWeek(tx, week, keepFrom));
    }
    await this.inBatches((tx) => endedBefore(tx, keepFrom, BATCH));
    await this.removeOrphanedBlobs(now);
    await this.alone((tx) => forgetLeftovers(tx, now, keepFrom));
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.busy = this.turn().finally(() => {
        if (!this.stopped) this.schedule();
      });
    }, UNKEPT_EVERY_MS);
    this.timer.unref();
  }

  private async turn(): Promise<void> {
    try {
      await this.removeUnkept();
      if (Date.now() - this.sweptAt < SWEEP_EVERY_MS) return;
      this.sweptAt = Date.now();
      await this.sweep();
    } catch (error) {
      this.log.warn(`what has expired is removed later: ${errorMessage(error)}`);
    }
  }

  private async inBatches(find: (tx: EntityManager) => Promise<string[]>): Promise<void> {
    while (!this.stopped) {
      const ids = await this.alone(async (tx) => {
        const found = await find(tx);
        if (found.length > 0) await removeExecutions(tx, found);
        return found;
      });
      if (!ids || ids.length === 0) return;
      await removeBlobs(this.work, this.blobs, ids);
      if (ids.length < BATCH) return;
    }
  }

  /** Files of executions that are gone: dropped with their partition, never written, or removed just before a crash. */
  private async removeOrphanedBlobs(now: number): Promise<void> {
    let after: { tenantId: string; executionId: string } | undefined;
    do {
      const page = await this.alone((tx) => orphanedBlobs(tx, now, after));
      for (const scope of page?.orphans ?? []) await this.blobs.deleteExecution(scope);
      after = page?.next;
    } while (after && !this.stopped);
  }

  /** A transaction of the one instance that removes now; `undefined` on the others. */
  private alone<T>(act: (tx: EntityManager) => Promise<T>): Promise<T | undefined> {
    return this.work.asEngine(async (tx) => {
      const [row]: { mine: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [LEADER_LOCK]);
      return row?.mine ? act(tx) : undefined;
    });
  }
}
