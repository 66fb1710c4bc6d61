import type { BlobStore } from '@orchestrator/runtime';
import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';

/**
 * Removes executions with their journals, and takes what they stored off their tenants' sums.
 * @param tx of their tenant, or the engine's
 */
export async function removeExecutions(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query(
    `with gone as (
       delete from execution_journal where execution_id = any($1) returning tenant_id, octet_length(events) as bytes
     ), sums as (
       select tenant_id, sum(bytes) as bytes from gone group by tenant_id order by tenant_id
     ), rows as (
       delete from executions where id = any($1)
     )
     insert into tenant_usage (tenant_id, journal_bytes) select tenant_id, -bytes from sums
     on conflict (tenant_id) do update set journal_bytes = tenant_usage.journal_bytes + excluded.journal_bytes`,
    [ids],
  );
}

/** Removes the files of executions, of those that have any. Their rows have to be gone already. */
export async function removeBlobs(work: UnitOfWork, blobs: BlobStore, ids: readonly string[]): Promise<void> {
  const scopes: { tenantId: string; executionId: string }[] = await work.asEngine((tx) =>
    tx.query(
      'select tenant_id as "tenantId", execution_id as "executionId" from blob_ledger where execution_id = any($1)',
      [ids],
    ),
  );
  for (const scope of scopes) await blobs.deleteExecution(scope);
}
