import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import pg from 'pg';
import type { EntityManager } from 'typeorm';
import { Database } from './database.js';

/** Who listens to a channel. */
export interface Listener {
  /** What a committed transaction told. Called in the order of the commits; must not throw. */
  heard(payload: unknown): void;
  /** From now on everything is heard; what was told before may have been missed. */
  caughtUp?(): void;
}

/** PostgreSQL refuses longer ones (8,000 bytes). */
const LONGEST_PAYLOAD = 7_900;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/**
 * Tells every process that shares the database what happened, at once and only once it is committed (LISTEN/NOTIFY). For
 * what people look at: a process that is away misses it. What must not get lost goes by `DomainEvents`.
 *
 * Listening takes one connection of its own, which is opened when somebody first listens.
 */
@Injectable()
export class Notifications implements OnModuleDestroy {
  private readonly log = new Logger(Notifications.name);
  private readonly listeners = new Map<string, Listener>();
  private client: pg.Client | undefined;
  private connected: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private wait = FIRST_RETRY_MS;
  private stopped = false;

  constructor(private readonly database: Database) {}

  /**
   * Tells it to every process when `tx` is committed. Commits that tell something take turns in the database: for what
   * people do, never for what runs do.
   */
  async tell(tx: EntityManager, channel: string, payload: object): Promise<void> {
    const text = JSON.stringify(payload);
    if (Buffer.byteLength(text) > LONGEST_PAYLOAD) throw new RangeError(`too long to be told on ${channel}`);
    await tx.query('select pg_notify($1, $2)', [channel, text]);
  }

  /** Listens to a channel, whose one listener this is. Resolves when it hears; goes on trying when it can't yet. */
  async listen(channel: string, listener: Listener): Promise<void> {
    this.listeners.set(channel, listener);
    await this.connect();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    await this.connected;
    await this.client?.end().catch(() => {});
  }

  private connect(): Promise<void> {
    if (this.stopped) return Promise.resolve();
    this.connected ??= this.open();
    return this.connected;
  }

  private async open(): Promise<void> {
    const { host, port, user, password, database, ssl } = this.database.logins.api;
    const client = new pg.Client({
      host,
      port,
      user,
      password,
      database,
      ssl: ssl as pg.ClientConfig['ssl'],
      application_name: 'orchestrator notifications',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => this.pass(channel, payload));
    client.on('error', (error) => this.lost(client, error));
    client.on('end', () => this.lost(client, new Error('the connection ended')));
    this.client = client;
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) await client.query(`listen ${client.escapeIdentifier(channel)}`);
      this.wait = FIRST_RETRY_MS;
      for (const { caughtUp } of this.listeners.values()) caughtUp?.();
    } catch (error) {
      this.lost(client, error as Error);
    }
  }

  private pass(channel: string, payload = ''): void {
    try {
      this.listeners.get(channel)?.heard(JSON.parse(payload));
    } catch (error) {
      this.log.error(`what was told on ${channel} can't be used: ${(error as Error).message}`);
    }
  }

  private lost(client: pg.Client, error: Error): void {
    if (this.stopped || this.client !== client) return;
    this.client = undefined;
    this.connected = undefined;
    client.end().catch(() => {});
    this.log.warn(`notifications of the database wait ${this.wait} ms: ${error.message}`);
    this.retry = setTimeout(() => void this.connect(), this.wait);
    this.retry.unref();
    this.wait = Math.min(this.wait * 2, LONGEST_RETRY_MS);
  }
}
