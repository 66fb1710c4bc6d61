import { CHANGE_COLUMNS, CHANGE_TYPES, changeColumns, gathered, parameters, plainList, time } from './columns.js';
import type { CreateEntry } from './journal-entry.js';

const TYPES = `uuid[], uuid[], uuid[], int[], text[], uuid[], uuid[], timestamptz[], int[], bigint[], ${CHANGE_TYPES}, int[], int[], bool[]`;
/** The parameter behind those of `TYPES`: the chunks of all entries, one after the other. */
const CHUNKS = `$${TYPES.split(', ').length + 1}::bytea`;
const ROW = `id, tenant_id, workflow_id, workflow_version, mode, parent_id, retry_of, queued_at, fence, ${CHANGE_COLUMNS}`;
// What began by what was remembered of its address is written only where that is still true: see `AddressProof`.
const SQL = `
  with entries as (
    select * from unnest(${parameters(TYPES)})
      as t(id, tenant_id, workflow_id, workflow_version, mode, parent_id, retry_of, queued_at, fence, epoch, ${CHANGE_COLUMNS}, starts_at, length, is_test)
  ), made as (
    insert into executions (${ROW}, is_test)
    select ${ROW}, coalesce(is_test, false) from entries where epoch is null or epoch = (select epoch from live_epoch)
    on conflict (id) do nothing returning id
  ), journaled as (
    insert into execution_journal (execution_id, seq, tenant_id, events)
    select id, 0, tenant_id, substring(${CHUNKS} from starts_at for length) from entries where id in (select id from made)
  )
  select id from entries where id not in (select id from made)`;

/** Sends one statement. `name` is the same for the same text, so that the database plans it once. */
export type SendStatement = (name: string, text: string, values: unknown[]) => Promise<{ id: string }[]>;

/**
 * Writes new executions and their first chunks: one statement, and so a transaction by itself where it is not part of
 * a larger one.
 * @returns ids of those that were not written: a child that was made before a crash and is there already, and a run whose
 * address is to be proven and is not true any more
 */
export async function insertExecutions(send: SendStatement, entries: readonly CreateEntry[]): Promise<Set<string>> {
  const { bytes, startsAt, lengths } = gathered(entries.map((entry) => entry.chunk));
  const rows = await send('create executions', SQL, [
    plainList(entries.map((entry) => entry.id)),
    plainList(entries.map((entry) => entry.tenantId)),
    plainList(entries.map((entry) => entry.workflowId)),
    plainList(entries.map((entry) => entry.workflowVersion)),
    plainList(entries.map((entry) => entry.mode)),
    plainList(entries.map((entry) => entry.parentId)),
    plainList(entries.map((entry) => entry.retryOf)),
    plainList(entries.map((entry) => time(entry.queuedAt))),
    plainList(entries.map((entry) => entry.fence)),
    plainList(entries.map(({ address }) => (address && !address.proven ? address.epoch : null))),
    ...changeColumns(entries.map((entry) => entry.change)),
    plainList(startsAt),
    plainList(lengths),
    plainList(entries.map(({ isTest }) => (isTest ? 't' : null))),
    bytes,
  ]);
  return new Set(rows.map((row) => row.id));
}
