import type { StateWrite } from '@orchestrator/engine';
import type { EntityManager } from 'typeorm';
import type { AppendEntry, CreateEntry, StatusChange } from './journal-entry.js';

/** Epoch milliseconds as PostgreSQL takes them. Most times of a group are the same few milliseconds. */
function time(ms: number | undefined): string | null {
  if (ms === undefined) return null;
  if (ms !== lastMs) {
    lastMs = ms;
    lastTime = new Date(ms).toISOString();
  }
  return lastTime;
}
let lastMs = Number.NaN;
let lastTime = '';

const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));

/** Columns of a status change, one array each, in the order of `CHANGE_COLUMNS`. */
function changeColumns(changes: readonly (StatusChange | undefined)[]): unknown[][] {
  return [
    changes.map((change) => change?.status ?? null),
    changes.map((change) => time(change?.startedAt)),
    changes.map((change) => time(change?.finishedAt)),
    changes.map((change) => time(change?.wakeAt)),
    changes.map((change) => time(change?.leaseUntil)),
    changes.map((change) => json(change?.error)),
    changes.map((change) => json(change?.summary)),
    changes.map((change) => time(change?.removeAt)),
  ];
}
const CHANGE_COLUMNS = 'status, started_at, finished_at, wake_at, lease_until, error, summary, remove_at';
const CHANGE_TYPES =
  'text[], timestamptz[], timestamptz[], timestamptz[], timestamptz[], jsonb[], jsonb[], timestamptz[]';

/** `$from::type[], ...` for the types named. */
function parameters(types: string, from = 1): string {
  return types
    .split(', ')
    .map((type, i) => `$${from + i}::${type}`)
    .join(', ');
}

const CREATE_TYPES = `uuid[], uuid[], uuid[], int[], text[], uuid[], uuid[], timestamptz[], int[], ${CHANGE_TYPES}, int[], int[]`;
/** The parameter behind those of `CREATE_TYPES`: the chunks of all entries, one after the other. */
const CHUNKS = `$${CREATE_TYPES.split(', ').length + 1}::bytea`;
const CREATE_SQL = `
  with entries as (
    select * from unnest(${parameters(CREATE_TYPES)})
      as t(id, tenant_id, workflow_id, workflow_version, mode, parent_id, retry_of, queued_at, fence, ${CHANGE_COLUMNS}, starts_at, length)
  ), made as (
    insert into executions (id, tenant_id, workflow_id, workflow_version, mode, parent_id, retry_of, queued_at, fence, ${CHANGE_COLUMNS})
    select id, tenant_id, workflow_id, workflow_version, mode, parent_id, retry_of, queued_at, fence, ${CHANGE_COLUMNS} from entries
    on conflict (id) do nothing returning id
  )
  insert into execution_journal (execution_id, seq, tenant_id, events)
  select id, 0, tenant_id, substring(${CHUNKS} from starts_at for length) from entries where id in (select id from made)
  returning execution_id as id`;

/** Sends one statement. `name` is the same for the same text, so that the database plans it once. */
export type SendStatement = (name: string, text: string, values: unknown[]) => Promise<{ id: string }[]>;

/**
 * Writes new executions and their first chunks: one statement, and so a transaction by itself where it is not part of
 * a larger one.
 * @returns ids that are new; a child that was made before a crash is there already and is left as it is
 */
export async function insertExecutions(send: SendStatement, entries: readonly CreateEntry[]): Promise<Set<string>> {
  const { bytes, startsAt, lengths } = gathered(entries.map((entry) => entry.chunk));
  const rows = await send('create executions', CREATE_SQL, [
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.tenantId),
    entries.map((entry) => entry.workflowId),
    entries.map((entry) => entry.workflowVersion),
    entries.map((entry) => entry.mode),
    entries.map((entry) => entry.parentId ?? null),
    entries.map((entry) => entry.retryOf ?? null),
    entries.map((entry) => time(entry.queuedAt)),
    entries.map((entry) => entry.fence),
    ...changeColumns(entries.map((entry) => entry.change)),
    startsAt,
    lengths,
    bytes,
  ]);
  return new Set(rows.map((row) => row.id));
}

/**
 * The chunks of many entries as one value. A list of binary values would travel as text, at twice its size; one value
 * travels as it is, and the database cuts it up. Places are counted from 1, as SQL does.
 */
function gathered(chunks: readonly Buffer[]): { bytes: Buffer; startsAt: number[]; lengths: number[] } {
  const startsAt: number[] = [];
  let next = 1;
  for (const chunk of chunks) {
    startsAt.push(next);
    next += chunk.length;
  }
  return { bytes: Buffer.concat(chunks, next - 1), startsAt, lengths: chunks.map((chunk) => chunk.length) };
}

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
    [...last.keys()],
    values.map((value) => value.fence),
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
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.seq),
      entries.map((entry) => entry.tenantId),
      startsAt,
      lengths,
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
      [...keys(kept), kept.map((owned) => owned.tenantId), kept.map((owned) => JSON.stringify(owned.write.value))],
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
