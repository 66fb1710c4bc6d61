import { Injectable, Logger } from '@nestjs/common';
import { errorMessage } from '@orchestrator/node-sdk';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';

/** Counts gathered in memory are written so often: what a crash loses is a few seconds of a rough number. */
const WRITE_MS = 2_000;

/** What a tenant uses now. */
export interface Usage {
  /** Bytes of the journals of its executions, compressed. */
  journalBytes: number;
  /** Bytes of the files of its executions. */
  blobBytes: number;
  /** Executions that wait for their turn; counted up to the bound that was asked for. */
  queued: number;
}

/** Keeps count of what tenants store. A rolling sum: written in batches, taken off again by whatever deletes. */
@Injectable()
export class TenantUsage {
  private readonly log = new Logger(TenantUsage.name);
  private gathered = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly work: UnitOfWork) {}

  /** Bytes of a journal that have been written. */
  add(tenantId: string, bytes: number): void {
    this.gathered.set(tenantId, (this.gathered.get(tenantId) ?? 0) + bytes);
    this.timer ??= setTimeout(() => void this.write(), WRITE_MS).unref();
  }

  /** @param queuedUpTo no more queued executions than this are counted */
  of(tenantId: string, queuedUpTo: number): Promise<Usage> {
    return this.work.asEngine(async (tx) => {
      const [row]: Usage[] = await tx.query(
        `select coalesce((select journal_bytes from tenant_usage where tenant_id = $1), 0)::float8 as "journalBytes",
           (select coalesce(sum(bytes), 0) from blob_ledger where tenant_id = $1)::float8 as "blobBytes",
           (select count(*) from (select from executions where tenant_id = $1 and status = 'queued' limit $2) q)::int as queued`,
        [tenantId, queuedUpTo],
      );
      if (!row) throw new Error('the query of usage gives one row always');
      return { ...row, journalBytes: Math.max(row.journalBytes + (this.gathered.get(tenantId) ?? 0), 0) };
    });
  }

  /** Writes what has been gathered. Last of all when the server stops. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = [...this.gathered].sort(([a], [b]) => (a < b ? -1 : 1)); // one order everywhere: no deadlock
    this.gathered = new Map();
    if (counts.length === 0) return;
    try {
      await this.work.asEngine((tx) =>
        tx.query(
          `insert into tenant_usage (tenant_id, journal_bytes) select * from unnest($1::uuid[], $2::bigint[])
           on conflict (tenant_id) do update set journal_bytes = tenant_usage.journal_bytes + excluded.journal_bytes`,
          [counts.map(([tenantId]) => tenantId), counts.map(([, bytes]) => bytes)],
        ),
      );
    } catch (error) {
      this.log.warn(`what tenants store is counted later: ${errorMessage(error)}`);
      for (const [tenantId, bytes] of counts) this.add(tenantId, bytes);
    }
  }
}
