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
  isTest: boolean;
  /** Epoch milliseconds. */
  queuedAt: number;
  /** Number of the lease. */
  fence: number;
  cancelRequested: boolean;
  /** How often in a row it was left behind at one place, that place, and what was thrown there. See `FruitlessRuns`. */
  fruitless: number;
  fruitlessAt: number | null;
  fault: string | null;
}

const CLAIMED = `e.id, e.tenant_id as "tenantId", e.workflow_id as "workflowId", e.workflow_version as "workflowVersion",
  e.mode, e.parent_id as "parentId", e.retry_of as "retryOf", e.is_test as "isTest", (extract(epoch from e.queued_at) * 1000)::float8 as "queuedAt",
  e.fence, e.cancel_requested as "cancelRequested", e.fruitless, e.fruitless_at as "fruitlessAt", e.fault`;
const TAKE = `status = 'running', fence = fence + 1, lease_until = now() + make_interval(secs => $1 / 1000.0),
  started_at = coalesce(started_at, now()), summary = summary - 'waitsFor', unsigned_wait = null`;

/** How many runs a process has room for. */
export interface ClaimRoom {
  /** In all. */
  total: number;
  /** Of a tenant that is not among `tenants`. */
  others: number;
  tenants: readonly { tenantId: string; room: number }[];
}

/** Takes queued runs on, oldest first within a tenant and evenly among tenants, no more of each than there is room for. */
export async function claimQueued(tx: EntityManager, leaseMs: number, room: ClaimRoom): Promise<ClaimedRun[]> {
  // The recursive part walks the index from tenant to tenant, so that a tenant with a million queued runs costs one step.
  const [rows] = await tx.query(
    `with recursive tenants as (
       (select tenant_id from executions where status = 'queued' order by tenant_id limit 1)
       union all
       select (select e.tenant_id from executions e where e.status = 'queued' and e.tenant_id > t.tenant_id
               order by e.tenant_id limit 1)
       from tenants t where t.tenant_id is not null
     ), rooms as (
       select t.tenant_id, least(coalesce(r.room, $3), $2) as room
       from tenants t left join unnest($4::uuid[], $5::int[]) as r(tenant_id, room) using (tenant_id)
       where t.tenant_id is not null
     ), candidates as (
       select q.id, row_number() over (partition by r.tenant_id order by q.id) as turn
       from rooms r cross join lateral (
         select id from executions where tenant_id = r.tenant_id and status = 'queued' order by id limit r.room
       ) q
       where r.room > 0
     ), chosen as (
       select e.id from executions e
       where e.id in (select id from candidates order by turn, id limit $2) and e.status = 'queued'
       for update skip locked
     )
     update executions e set ${TAKE} from chosen where e.id = chosen.id returning ${CLAIMED}`,
    [
      leaseMs,
      room.total,
      room.others,
      room.tenants.map(({ tenantId }) => tenantId),
      room.tenants.map((tenant) => tenant.room),
    ],
  );
  return rows;
}

/**
 * Queues what has to go on: waiting runs whose time has come, and runs whose worker is gone, which loses its lease for
 * good by the new fence. They are then taken on in their turn, as every queued run.
 * @returns how many there were, at most twice the limit
 */
export async function requeueDue(tx: EntityManager, limit: number): Promise<number> {
  let count = 0;
  for (const [status, time, counted] of [
    ['waiting', 'wake_at <= now()', ''],
    ['running', 'lease_until < now()', ', fruitless = least(e.fruitless + 1, 1000)'],
  ]) {
    const [rows] = await tx.query(
      `with chosen as (
         select id from executions where status = '${status}' and ${time} limit $1 for update skip locked
       )
       update executions e set status = 'queued', fence = fence + 1, lease_until = null, wake_at = null${counted}
       from chosen where e.id = chosen.id returning e.id`,
      [limit],
    );
    count += rows.length;
  }
  return count;
}

/** Lets go of a run in the middle of a step, at which something was thrown: it is taken up again after so long. */
export async function leaveBehind(
  tx: EntityManager,
  { id, fence }: Pick<ClaimedRun, 'id' | 'fence'>,
  fault: string,
  ms: number,
): Promise<void> {
  await tx.query(
    `update executions set fault = $3, lease_until = least(lease_until, now() + make_interval(secs => $4 / 1000.0))
     where id = $1 and fence = $2 and status = 'running'`,
    [id, fence, fault, ms],
  );
}

/** Says where a run was left behind, and how often that was there. */
export async function notePlace(
  tx: EntityManager,
  { id, fence }: Pick<ClaimedRun, 'id' | 'fence'>,
  times: number,
  place: number,
): Promise<void> {
  await tx.query(
    'update executions set fruitless = $3::int, fruitless_at = $4, fault = case when $3::int > 1 then fault end where id = $1 and fence = $2',
    [id, fence, times, place],
  );
}

/** Queues a run again that this process has taken on and has no room for after all. */
export async function giveBack(tx: EntityManager, { id, fence }: Pick<ClaimedRun, 'id' | 'fence'>): Promise<void> {
  await tx.query(
    `update executions set status = 'queued', lease_until = null where id = $1 and fence = $2 and status = 'running'`,
    [id, fence],
  );
}

/** Of the runs given, those that somebody asked to stop. */
export async function findCancelled(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from executions where id = any($1) and cancel_requested and status = 'running'`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Ends every lease. Only for the one process of a database, before it takes anything on. */
export async function expireLeases(tx: EntityManager): Promise<void> {
  await tx.query(`update executions set lease_until = now() - interval '1 second' where status = 'running'`);
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

/** Renews leases. One that another holds by now stays as it is: the next write of the run is refused. */
export async function renewLeases(
  tx: EntityManager,
  leaseMs: number,
  held: readonly { id: string; fence: number }[],
): Promise<void> {
  await tx.query(
    `update executions e set lease_until = now() + make_interval(secs => $1 / 1000.0)
     from unnest($2::uuid[], $3::int[]) as t(id, fence)
     where e.id = t.id and e.fence = t.fence and e.status = 'running'`,
    [leaseMs, held.map((run) => run.id), held.map((run) => run.fence)],
  );
}
