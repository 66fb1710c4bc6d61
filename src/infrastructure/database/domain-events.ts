import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from './unit-of-work.js';
import { newId } from './uuid.js';

/** Something that has happened, told to other domains. `payload` is small plain data: ids, never secrets. */
export interface DomainEvent {
  /** The same on every delivery; sorts by time. */
  id: string;
  /** Such as `workflow.activated`. */
  type: string;
  tenantId: string;
  payload: Record<string, unknown>;
}

type Handler = (event: DomainEvent) => Promise<void> | void;
interface Row {
  id: string;
  tenant_id: string;
  type: string;
  payload: Record<string, unknown>;
  attempts: number;
}

const BATCH = 100;
/** Looks for what another instance left behind; its own events are delivered at once. */
const POLL_MS = 5_000;
/** A claimed event that was not delivered by then (the process died) is delivered again. */
const CLAIM_SECONDS = 60;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 600;

/**
 * Domain events by way of the outbox: written in the transaction of what they tell of, delivered at least once after
 * its commit, in this process or another. Handlers must bear to see an event twice.
 */
@Injectable()
export class DomainEvents implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(DomainEvents.name);
  private readonly handlers = new Map<string, Handler[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly work: UnitOfWork) {}

  /** Calls `handler` for every event of the type. Register in the constructor or `onModuleInit`. */
  on(type: string, handler: Handler): void {
    this.handlers.set(type, [...(this.handlers.get(type) ?? []), handler]);
  }

  /** Writes an event in the transaction `tx`. */
  async emit(tx: EntityManager, event: Omit<DomainEvent, 'id'>): Promise<void> {
    await tx.query('insert into outbox (id, tenant_id, type, payload) values ($1, $2, $3, $4)', [
      newId(),
      event.tenantId,
      event.type,
      JSON.stringify(event.payload),
    ]);
    this.work.afterCommit(tx, () => this.wake());
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.timer.unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Resolves when everything that is due has been delivered; for tests and for shutting down. */
  async settled(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        const rows = await this.claim();
        for (const row of rows) await this.deliver(row);
        if (rows.length === BATCH) this.again = true;
      } catch (error) {
        this.log.error(`domain events wait: ${(error as Error).message}`);
      }
    }
  }

  /** Takes what is due, so that no other instance delivers it meanwhile. */
  private claim(): Promise<Row[]> {
    return this.work.asEngine(async (tx) => {
      const [rows] = (await tx.query(
        `update outbox set due_at = now() + make_interval(secs => $2), attempts = attempts + 1
         where id in (select id from outbox where due_at <= now() order by id limit $1 for update skip locked)
         returning id, tenant_id, type, payload, attempts`,
        [BATCH, CLAIM_SECONDS],
      )) as [Row[], number];
      return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    });
  }

  private async deliver(row: Row): Promise<void> {
    const event = { id: row.id, type: row.type, tenantId: row.tenant_id, payload: row.payload };
    try {
      for (const handler of this.handlers.get(row.type) ?? []) await handler(event);
      await this.work.asEngine((tx) => tx.query('delete from outbox where id = $1', [row.id]));
    } catch (error) {
      const message = (error as Error).message;
      this.log.error(`domain event ${row.type} ${row.id} failed (try ${row.attempts}): ${message}`);
      const wait = Math.min(FIRST_RETRY_SECONDS * 2 ** (row.attempts - 1), LONGEST_RETRY_SECONDS);
      await this.work.asEngine((tx) =>
        tx.query('update outbox set due_at = now() + make_interval(secs => $2), error = $3 where id = $1', [
          row.id,
          wait,
          message.slice(0, 1000),
        ]),
      );
    }
  }
}
