import type { RunMode } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';

/** A run that this process has taken on: the lease is in the database already. */
export interface ClaimedRun {
  id: string;
  tenantId: string;
  workflowId: string;
  workflowVersion: number;
  mode: RunMode;
  parentId: string | null;
  retryOf: string | null;
  /** Epoch milliseconds. */
  queuedAt: number;
  /** Number of the lease. */
  fence: number;
  cancelRequested: boolean;
}

const CLAIMED = `e.id, e.tenant_id as "tenantId", e.workflow_id as "workflowId", e.workflow_version as "workflowVersion",
  e.mode, e.parent_id as "parentId", e.retry_of as "retryOf", (extract(epoch from e.queued_at) * 1000)::float8 as "queuedAt",
  e.fence, e.cancel_requested as "cancelRequested"`;
const TAKE = `status = 'running', fence = fence + 1, lease_until = now() + make_interval(secs => $1 / 1000.0),
  started_at = coalesce(started_at, now())`;

/**
 * Takes queued runs on, oldest first within a tenant and evenly among tenants.
 * @param limit runs at most
 * @param perTenant runs at most of one tenant
 * @param full tenants that have no room in this process
 */
export async function claimQueued(
  tx: EntityManager,
  leaseMs: number,
  limit: number,
  perTenant: number,
  full: readonly string[],
): Promise<ClaimedRun[]> {
  // The recursive part walks the index from tenant to tenant, so that a tenant with a million queued runs costs one step.
  const [rows] = await tx.query(
    `with recursive tenants as (
       (select tenant_id from executions where status = 'queued' order by tenant_id limit 1)
       union all
       select (select e.tenant_id from executions e where e.status = 'queued' and e.tenant_id > t.tenant_id
               order by e.tenant_id limit 1)
       from tenants t where t.tenant_id is not null
     ), candidates as (
       select q.id, row_number() over (partition by t.tenant_id order by q.id) as turn
       from tenants t cross join lateral (
         select id from executions where tenant_id = t.tenant_id and status = 'queued' order by id limit $3
       ) q
       where t.tenant_id is not null and t.tenant_id <> all($4::uuid[])
     ), chosen as (
       select e.id from executions e
       where e.id in (select id from candidates order by turn, id limit $2) and e.status = 'queued'
       for update skip locked
     )
     update executions e set ${TAKE} from chosen where e.id = chosen.id returning ${CLAIMED}`,
    [leaseMs, limit, perTenant, full],
  );
  return rows;
}

/** Takes on runs whose worker is gone: their lease has run out. */
export async function claimAbandoned(tx: EntityManager, leaseMs: number, limit: number): Promise<ClaimedRun[]> {
  const [rows] = await tx.query(
    `with chosen as (
       select id from executions where status = 'running' and lease_until < now() order by lease_until limit $2
       for update skip locked
     )
     update executions e set ${TAKE} from chosen where e.id = chosen.id returning ${CLAIMED}`,
    [leaseMs, limit],
  );
  return rows;
}

/** Ends every lease. Only for the one process of a database, before it takes anything on. */
export async function expireLeases(tx: EntityManager): Promise<void> {
  await tx.query(`update executions set lease_until = now() - interval '1 second' where status = 'running'`);
}

/** Takes on waiting runs whose time has come. */
export async function claimDue(tx: EntityManager, leaseMs: number, limit: number): Promise<ClaimedRun[]> {
  const [rows] = await tx.query(
    `with chosen as (
       select id from executions where status = 'waiting' and wake_at <= now() order by wake_at limit $2
       for update skip locked
     )
     update executions e set ${TAKE} from chosen where e.id = chosen.id returning ${CLAIMED}`,
    [leaseMs, limit],
  );
  return rows;
}

/**
 * Takes one run on, whose state is one of those given.
 * @returns `undefined` when it is in another state, or somebody else was quicker
 */
export async function claimOne(
  tx: EntityManager,
  leaseMs: number,
  id: string,
  statuses: readonly string[],
): Promise<ClaimedRun | undefined> {
  const [rows] = await tx.query(
    `update executions e set ${TAKE} where e.id = $2 and e.status = any($3) returning ${CLAIMED}`,
    [leaseMs, id, statuses],
  );
  return rows[0];
}

/**
 * Renews leases.
 * @returns ids that are still held, and of them those that somebody asked to stop
 */
export async function renewLeases(
  tx: EntityManager,
  leaseMs: number,
  held: readonly { id: string; fence: number }[],
): Promise<{ kept: Set<string>; cancelled: string[] }> {
  const [rows] = (await tx.query(
    `update executions e set lease_until = now() + make_interval(secs => $1 / 1000.0)
     from unnest($2::uuid[], $3::int[]) as t(id, fence)
     where e.id = t.id and e.fence = t.fence and e.status = 'running' returning e.id, e.cancel_requested as cancelled`,
    [leaseMs, held.map((run) => run.id), held.map((run) => run.fence)],
  )) as [{ id: string; cancelled: boolean }[], number];
  return {
    kept: new Set(rows.map((row) => row.id)),
    cancelled: rows.filter((row) => row.cancelled).map((row) => row.id),
  };
}
