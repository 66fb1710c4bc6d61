import { decodeEvents, LeaseLostError, type RunEvent } from '@orchestrator/engine';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainEvents } from '../../../infrastructure/database/domain-events.js';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { MainThread } from '../../../infrastructure/fairness/main-thread.js';
import { type TestDatabase, testDatabase } from '../../../testing/test-database.js';
import { TenantUsage } from '../limits/tenant-usage.js';
import { unpackChunk } from './chunk-codec.js';
import { ExecutionJournal } from './execution-journal.js';
import { JournalWriter } from './journal-writer.js';
import type { RunIdentity } from './open-run.js';

let db: TestDatabase;
let work: UnitOfWork;
let journal: ExecutionJournal;
const tenantId = newId();
const workflowId = newId();

beforeAll(async () => {
  db = await testDatabase();
  work = new UnitOfWork(db.database);
  await work.inTenant(tenantId, (tx) =>
    tx.query('insert into workflows (id, tenant_id, name, version) values ($1, $2, $3, 1)', [
      workflowId,
      tenantId,
      'Test',
    ]),
  );
});
afterAll(() => db.drop());
beforeEach(() => {
  journal = new ExecutionJournal(
    new JournalWriter(work, new DomainEvents(work), new TenantUsage(work)),
    new MainThread(),
  );
});

const identity = (id = newId()): RunIdentity => ({
  id,
  tenantId,
  workflowId,
  workflowVersion: 1,
  mode: 'manual',
  queuedAt: Date.now(),
});
const started: RunEvent = { t: 'started', at: 1_000, mode: 'manual', node: 'n1', items: [{ json: { a: 1 } }] };
const ran = (node: string, over: Partial<Extract<RunEvent, { t: 'ran' }>> = {}): RunEvent => ({
  t: 'ran',
  at: 1_001,
  node,
  took: 1,
  outputs: [[{ json: { text: 'x'.repeat(2_000) } }]],
  ...over,
});
const finished: RunEvent = { t: 'finished', at: 1_002, status: 'success' };

async function stored(id: string) {
  return work.asEngine(async (tx) => {
    const [row] = await tx.query(
      'select status, fence, started_at, finished_at, wake_at, lease_until, error from executions where id = $1',
      [id],
    );
    const chunks: { seq: number; events: Buffer }[] = await tx.query(
      'select seq, events from execution_journal where execution_id = $1 order by seq',
      [id],
    );
    return {
      row,
      events: chunks.flatMap((chunk) => decodeEvents(unpackChunk(chunk.events))),
      chunks: chunks.map((chunk) => chunk.seq),
    };
  });
}

describe('the journal on the database', () => {
  it('writes a run of pure steps once, at its end, with its row', async () => {
    const run = identity();
    journal.open(run, 1, 0);
    await journal.append({ executionId: run.id, fence: 1, seq: 0, events: [started, ran('n1')], commit: false });
    expect((await stored(run.id)).row).toBeUndefined();
    await journal.append({ executionId: run.id, fence: 1, seq: 2, events: [finished], commit: true });
    const { row, events, chunks } = await stored(run.id);
    expect(events).toEqual([started, ran('n1'), finished]);
    expect(chunks).toEqual([0]);
    expect(row).toMatchObject({
      status: 'success',
      started_at: new Date(1_000),
      finished_at: new Date(1_002),
      lease_until: null,
    });
  });

  it('appends further chunks and follows the status', async () => {
    const run = identity();
    journal.open(run, 1, 0);
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 0,
      events: [started, { t: 'began', at: 1_000, node: 'n1', attempt: 1 }],
      commit: true,
    });
    expect((await stored(run.id)).row).toMatchObject({ status: 'running' });
    const until = Date.now() + 60_000;
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 2,
      events: [{ t: 'suspended', at: 1_001, node: 'n1', took: 1, suspension: { until } }],
      commit: true,
    });
    expect((await stored(run.id)).row).toMatchObject({ status: 'running' });
    await journal.letGo(run.id, { status: 'waiting', wakeAt: until });
    expect((await stored(run.id)).row).toMatchObject({
      status: 'waiting',
      wake_at: new Date(until),
      lease_until: null,
    });
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 3,
      events: [{ t: 'resumed', at: 1_002, resume: { kind: 'timer' } }],
      commit: true,
    });
    expect((await stored(run.id)).row).toMatchObject({ status: 'running', wake_at: null });
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 4,
      events: [{ ...finished, status: 'error', error: { message: 'no' } }],
      commit: true,
    });
    const { row, chunks } = await stored(run.id);
    expect(chunks).toEqual([0, 2, 3, 4]);
    expect(row).toMatchObject({ status: 'error', error: { message: 'no' } });
  });

  it('refuses who lost the lease, and keeps what the new holder writes', async () => {
    const run = identity();
    journal.open(run, 1, 0);
    await journal.append({ executionId: run.id, fence: 1, seq: 0, events: [started], commit: true });
    await work.asEngine((tx) => tx.query('update executions set fence = 2 where id = $1', [run.id]));
    await expect(
      journal.append({ executionId: run.id, fence: 1, seq: 1, events: [finished], commit: true }),
    ).rejects.toBeInstanceOf(LeaseLostError);
    const other = new ExecutionJournal(
      new JournalWriter(work, new DomainEvents(work), new TenantUsage(work)),
      new MainThread(),
    );
    other.open(run, 2, 1);
    await other.append({ executionId: run.id, fence: 2, seq: 1, events: [ran('n1'), finished], commit: true });
    expect((await stored(run.id)).events).toEqual([started, ran('n1'), finished]);
  });

  it('applies writes to state in the commit that holds them, the last one counting', async () => {
    const run = identity();
    journal.open(run, 1, 0);
    const write = (value: number | null) => ({ scope: 'workflow' as const, key: 'count', value });
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 0,
      events: [started, ran('n1', { state: [write(1)] }), ran('n1', { state: [write(2)] })],
      commit: true,
    });
    const read = () =>
      work.inTenant(tenantId, (tx) =>
        tx.query('select value from workflow_state where workflow_id = $1 and key = $2', [workflowId, 'count']),
      );
    expect(await read()).toEqual([{ value: 2 }]);
    await journal.append({
      executionId: run.id,
      fence: 1,
      seq: 3,
      events: [ran('n1', { state: [write(null)] }), finished],
      commit: true,
    });
    expect(await read()).toEqual([]);
  });

  it('leaves a run that is there already as it is, and tells who made it too', async () => {
    const run = identity();
    const create = (holder: ExecutionJournal) => {
      holder.open(run, 1, 0);
      return holder.append({ executionId: run.id, fence: 1, seq: 0, events: [started, finished], commit: true });
    };
    await create(journal);
    const other = new ExecutionJournal(
      new JournalWriter(work, new DomainEvents(work), new TenantUsage(work)),
      new MainThread(),
    );
    await expect(create(other)).rejects.toBeInstanceOf(LeaseLostError);
    expect((await stored(run.id)).chunks).toEqual([0]);
  });

  it('commits the runs of many callers together', async () => {
    const runs = [...Array(1_000)].map(() => identity());
    await Promise.all(
      runs.map((run) => {
        journal.open(run, 1, 0);
        return journal.append({
          executionId: run.id,
          fence: 1,
          seq: 0,
          events: [started, ran('n1'), finished],
          commit: true,
        });
      }),
    );
    const [{ count }] = await work.inTenant(tenantId, (tx) =>
      tx.query('select count(*)::int from executions where id = any($1)', [runs.map((run) => run.id)]),
    );
    expect(count).toBe(1_000);
  });
});
