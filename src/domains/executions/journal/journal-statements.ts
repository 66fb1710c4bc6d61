import type { StateWrite } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import { CHANGE_COLUMNS, CHANGE_TYPES, changeColumns, gathered, parameters, plainList } from './columns.js';
import type { AppendEntry, StatusChange } from './journal-entry.js';
import { storableJson } from './storable-json.js';

const APPEND_TYPES = `uuid[], int[], ${CHANGE_TYPES}`;
// A change of status says all of it: what the new status does not have (a lease, a time to wake) is taken away.
const APPEND_SQL = `
  update executions e set
    status = coalesce(t.status, e.status),
    started_at = coalesce(e.started_at, t.started_at),
    finished_at = coalesce(t.finished_at, e.finished_at),
    wake_at = case when t.status is null then e.wake_at else t.wake_at end,
    lease_until = case when t.status is null then e.lease_until else t.lease_until end,
    error = case when t.status is null then e.error else t.error end,
    summary = case when t.status is null then e.summary else t.summary end,
    remove_at = coalesce(t.remove_at, e.remove_at)
  from unnest(${parameters(APPEND_TYPES)}) as t(id, fence, ${CHANGE_COLUMNS})
  where e.id = t.id and e.fence = t.fence
  returning e.id`;

/**
 * Changes the rows of executions whose fence is still the writer's.
 * @returns ids of those that were; the others are held by another by now
 */
export async function updateExecutions(tx: EntityManager, entries: readonly AppendEntry[]): Promise<Set<string>> {
  // One row of `unnest` per execution: of several entries of one run in a group, the last change counts.
  const last = new Map<string, { fence: number; change?: StatusChange }>();
  for (const { id, fence, change } of entries) last.set(id, { fence, change: change ?? last.get(id)?.change });
  const values = [...last.values()];
  const [rows] = (await tx.query(APPEND_SQL, [
    plainList([...last.keys()]),
    plainList(values.map((value) => value.fence)),
    ...changeColumns(values.map((value) => value.change)),
  ])) as [{ id: string }[], number];
  return new Set(rows.map((row) => row.id));
}

/** Writes further chunks of journals. Writing the same place twice changes nothing. */
export async function insertChunks(tx: EntityManager, entries: readonly AppendEntry[]): Promise<void> {
  const { bytes, startsAt, lengths } = gathered(entries.map((entry) => entry.chunk ?? Buffer.alloc(0)));
  await tx.query(
    `insert into execution_journal (execution_id, seq, tenant_id, events)
     select id, seq, tenant_id, substring($6::bytea from starts_at for length)
     from unnest($1::uuid[], $2::int[], $3::uuid[], $4::int[], $5::int[]) as t(id, seq, tenant_id, starts_at, length)
     on conflict do nothing`,
    [
      plainList(entries.map((entry) => entry.id)),
      plainList(entries.map((entry) => entry.seq)),
      plainList(entries.map((entry) => entry.tenantId)),
      plainList(startsAt),
      plainList(lengths),
      bytes,
    ],
  );
}

/** A write to state that outlives the run, of one workflow. */
export interface OwnedStateWrite {
  tenantId: string;
  workflowId: string;
  write: StateWrite;
}

/** Applies writes to the state of workflows; of several to one key the last counts. Custom data stays in the journal. */
export async function writeState(tx: EntityManager, writes: readonly OwnedStateWrite[]): Promise<void> {
  const last = new Map<string, OwnedStateWrite>();
  for (const owned of writes) {
    const { scope, node = '', key } = owned.write;
    if (scope !== 'execution') last.set(JSON.stringify([owned.workflowId, node, key]), owned);
  }
  if (last.size === 0) return;
  // In one order everywhere, so that two groups that write the same keys do not wait for each other.
  const ordered = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, owned]) => owned);
  const kept = ordered.filter((owned) => owned.write.value !== null);
  const gone = ordered.filter((owned) => owned.write.value === null);
  const keys = (list: readonly OwnedStateWrite[]) => [
    list.map((owned) => owned.workflowId),
    list.map((owned) => owned.write.node ?? ''),
    list.map((owned) => owned.write.key),
  ];
  if (kept.length > 0) {
    await tx.query(
      `insert into workflow_state (workflow_id, node, key, tenant_id, value)
       select t.* from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::jsonb[]) as t(workflow_id, node, key, tenant_id, value)
       where exists (select from workflows w where w.tenant_id = t.tenant_id and w.id = t.workflow_id)
       on conflict (tenant_id, workflow_id, node, key) do update set value = excluded.value, updated_at = now()`,
      [...keys(kept), kept.map((owned) => owned.tenantId), kept.map((owned) => storableJson(owned.write.value))],
    );
  }
  if (gone.length > 0) {
    await tx.query(
      `delete from workflow_state s using unnest($1::uuid[], $2::text[], $3::text[]) as t(workflow_id, node, key)
       where s.workflow_id = t.workflow_id and s.node = t.node and s.key = t.key`,
      keys(gone),
    );
  }
}
