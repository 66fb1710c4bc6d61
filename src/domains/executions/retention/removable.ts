import type { EntityManager } from 'typeorm';

/** Rows looked at in one go. */
const PAGE = 5_000;
/** Younger files may belong to a run of which nothing is committed yet. */
const ORPHAN_AGE_MS = 24 * 3_600_000;
/** Answers to repeated calls are given again for a day. */
const IDEMPOTENCY_MS = 24 * 3_600_000;

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/**
 * Ended runs that are not kept and whose time is over. A run whose parent has not ended stays until it has, and one that
 * a domain event tells of until that is delivered.
 */
export async function unkeptUntil(tx: EntityManager, now: number, limit: number): Promise<string[]> {
  return idsOf(
    await tx.query(
      `select e.id from executions e where e.remove_at <= $1
         and not exists (select from executions p where p.id = e.parent_id and p.finished_at is null)
         and not exists (select from outbox o where o.type like 'execution.%' and o.payload ->> 'executionId' = e.id::text)
       order by e.remove_at limit $2 for update of e skip locked`,
      [new Date(now), limit],
    ),
  );
}

/** Runs that ended before a moment, oldest first. */
export async function endedBefore(tx: EntityManager, moment: number, limit: number): Promise<string[]> {
  return idsOf(
    await tx.query(
      // A run that ended before the moment began before it: ids of then are all that has to be looked through.
      `select id from executions where id < first_id_at($1) and finished_at < $1 order by id limit $2 for update skip locked`,
      [new Date(moment), limit],
    ),
  );
}

interface Scope {
  tenantId: string;
  executionId: string;
}

/** One page of the ledger of files: those whose execution is not there, and where the next page begins. */
export async function orphanedBlobs(
  tx: EntityManager,
  now: number,
  after: Scope | undefined,
): Promise<{ orphans: Scope[]; next?: Scope }> {
  const rows: (Scope & { orphaned: boolean })[] = await tx.query(
    `select l.tenant_id as "tenantId", l.execution_id as "executionId",
       not exists (select from executions e where e.id = l.execution_id::uuid) as orphaned
     from blob_ledger l
     where l.created_at < $1 and ($2::uuid is null or (l.tenant_id, l.execution_id) > ($2, $3))
     order by l.tenant_id, l.execution_id limit $4`,
    [new Date(now - ORPHAN_AGE_MS), after?.tenantId ?? null, after?.executionId ?? '', PAGE],
  );
  return { orphans: rows.filter(({ orphaned }) => orphaned), next: rows.length === PAGE ? rows.at(-1) : undefined };
}

/** Small things that expire: armed test webhooks, answers to repeated calls, events that nobody could take, half files. */
export async function forgetLeftovers(tx: EntityManager, now: number, keepFrom: number): Promise<void> {
  const at = (ms: number) => new Date(ms);
  await tx.query('delete from webhook_routes where test_until < $1', [at(now)]);
  await tx.query('select forget_idempotency_keys($1, $2)', [at(now - IDEMPOTENCY_MS), PAGE]);
  await tx.query('delete from outbox where id < first_id_at($1) and attempts > 0', [at(keepFrom)]);
  await tx.query('delete from blobs where bytes is null and created_at < $1', [at(now - ORPHAN_AGE_MS)]);
}
