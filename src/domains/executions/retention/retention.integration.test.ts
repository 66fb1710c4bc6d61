import { BlobStore } from '@orchestrator/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../../infrastructure/database/unit-of-work.js';
import { newId } from '../../../infrastructure/database/uuid.js';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';
import { Plans } from '../../workflows/plans.service.js';
import { UNKEPT_GRACE_MS } from '../journal/kept-runs.js';
import { TenantUsage } from '../limits/tenant-usage.js';
import { RunStarter } from '../runs/run-starter.js';
import { RetentionJob } from './retention-job.js';

const DAY = 86_400_000;
let server: TestServer;
let person: TestPerson;
let work: UnitOfWork;
let job: RetentionJob;
let blobs: BlobStore;
let workflowId: string;

const documentWith = (settings: object, fails = false) => ({
  formatVersion: 1,
  name: 'Kept or not',
  nodes: [
    { id: 't', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} },
    ...(fails
      ? [
          {
            id: 'x',
            name: 'Fail',
            type: 'code',
            version: 1,
            position: [200, 0],
            parameters: { code: "throw new Error('no')" },
          },
        ]
      : []),
  ],
  edges: fails ? [{ kind: 'main', from: { node: 't' }, to: { node: 'x' } }] : [],
  settings,
});

beforeAll(async () => {
  server = await testServer({ ROLE: 'api,worker', RETENTION_DAYS: '30' }); // the job is called by hand here
  person = await server.person();
  work = server.app.get(UnitOfWork);
  job = server.app.get(RetentionJob);
  blobs = server.app.get(BlobStore);
  workflowId = (await person.call('POST', 'workflows', documentWith({}))).body.id;
});
afterAll(() => server?.drop());

/** An execution that began so many days ago, with a journal of 100 bytes and a file. */
async function oldRun(daysAgo: number, status: string, endedDaysAgo?: number): Promise<string> {
  const began = Date.now() - daysAgo * DAY;
  const id = idAt(began);
  await work.asEngine(async (tx) => {
    await tx.query(
      `insert into executions (id, tenant_id, workflow_id, workflow_version, status, mode, queued_at, finished_at)
       values ($1, $2, $3, 1, $4, 'manual', $5, $6)`,
      [
        id,
        person.tenantId,
        workflowId,
        status,
        new Date(began),
        endedDaysAgo === undefined ? null : new Date(Date.now() - endedDaysAgo * DAY),
      ],
    );
    await tx.query('insert into execution_journal (execution_id, seq, tenant_id, events) values ($1, 0, $2, $3)', [
      id,
      person.tenantId,
      Buffer.alloc(100),
    ]);
  });
  server.app.get(TenantUsage).add(person.tenantId, 100);
  await blobs.put({ tenantId: person.tenantId, executionId: id }, Buffer.from('a file'));
  await work.asEngine((tx) =>
    tx.query(`update blob_ledger set created_at = now() - make_interval(days => $2) where execution_id = $1`, [
      id,
      daysAgo,
    ]),
  );
  return id;
}

/** An id as it was made at a moment of the past. */
function idAt(ms: number): string {
  const hex = Math.floor(ms).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}${newId().slice(13)}`;
}

const partitions = (): Promise<{ week: string }[]> =>
  work.asEngine((tx) => tx.query('select execution_weeks()::text as week'));
const rows = async (ids: string[]): Promise<string[]> => {
  const found: { id: string }[] = await work.asEngine((tx) =>
    tx.query(
      'select distinct e.id from executions e join execution_journal j on j.execution_id = e.id where e.id = any($1) order by 1',
      [ids],
    ),
  );
  return found.map(({ id }) => id);
};
const usage = async () => {
  await server.app.get(TenantUsage).write();
  return (await person.call('GET', 'tenants/current/usage')).body.storage;
};
const makeWeek = (daysAgo: number) =>
  work.asEngine((tx) =>
    tx.query('select make_execution_partition($1::date)', [
      new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10),
    ]),
  );

describe('retention', () => {
  it('drops the partitions whose time is over, and moves on what has not ended', async () => {
    const before = await usage();
    await makeWeek(60);
    const ended = await oldRun(60, 'success', 60);
    const waiting = await oldRun(60, 'waiting');
    const endedLately = await oldRun(60, 'success', 2);
    const weeks = (await partitions()).length;
    await job.sweep();
    expect((await partitions()).length).toBe(weeks - 1);
    expect(await rows([ended, waiting, endedLately])).toEqual([waiting, endedLately].sort());
    const after = await usage();
    expect(after.executionBytes - before.executionBytes).toBe(200);
    expect(after.fileBytes - before.fileBytes).toBe(2 * 'a file'.length);
    await work.asEngine((tx) =>
      tx.query(`update executions set status = 'success', finished_at = now() - interval '31 days' where id = $1`, [
        waiting,
      ]),
    );
    await job.sweep();
    expect(await rows([waiting])).toEqual([]);
  });

  it('removes old runs one by one where a partition has younger ones, with their files', async () => {
    const before = await usage();
    const ids = [await oldRun(31, 'success', 31), await oldRun(31, 'error', 30.5), await oldRun(29, 'success', 29)];
    await job.sweep();
    expect(await rows(ids)).toEqual([ids[2]]);
    const after = await usage();
    expect(after.executionBytes - before.executionBytes).toBe(100);
    expect(after.fileBytes - before.fileBytes).toBe('a file'.length);
  });

  it('makes partitions ahead, and late ones around what has come already', async () => {
    await job.sweep();
    const newest = (await partitions()).at(-1)?.week as string;
    expect(Date.parse(newest)).toBeGreaterThan(Date.now() + 20 * DAY);
    const stray = await oldRun(-60, 'success', 1); // of a week that has no partition
    await makeWeek(-60);
    expect(await rows([stray])).toEqual([stray]);
    expect(Date.parse((await partitions()).at(-1)?.week as string)).toBeGreaterThan(Date.parse(newest));
  });

  it('is one instance at a time', async () => {
    const id = await oldRun(40, 'success', 40);
    await work.asEngine(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7203119)');
      await job.sweep();
      expect(await rows([id])).toEqual([id]);
    });
    await job.sweep();
    expect(await rows([id])).toEqual([]);
  });
});

describe('save settings', () => {
  async function runOnce(settings: object, fails = false) {
    const { body: workflow } = await person.call('POST', 'workflows', documentWith({ save: settings }, fails));
    const { body: run } = await person.call('POST', `workflows/${workflow.id}/run`, { wait: true });
    const listed = (await person.call('GET', `executions?workflowId=${workflow.id}`)).body.items.length;
    await job.removeUnkept(Date.now() + UNKEPT_GRACE_MS + 1_000);
    return { run, listed, kept: await rows([run.id]) };
  }

  it('keep everything when they say nothing', async () => {
    const { run, listed, kept } = await runOnce({});
    expect([listed, kept]).toEqual([1, [run.id]]);
  });

  it('remove a run by hand that is not kept, after whoever waited has its result', async () => {
    const { run, listed, kept } = await runOnce({ manual: 'none' });
    expect(run.status).toBe('success');
    expect([listed, kept]).toEqual([0, []]);
  });

  it('do not touch runs by hand with the settings of the others', async () => {
    const { listed, kept } = await runOnce({ success: 'none', error: 'none' });
    expect([listed, kept.length]).toEqual([1, 1]);
  });

  it('write nothing of a pure run that is not kept, and a failed one for whoever looks at failures', async () => {
    const run = async (fails: boolean) => {
      const settings = { save: { success: 'none' } };
      const { body: workflow } = await person.call('POST', 'workflows', documentWith(settings, fails));
      const plan = await server.app.get(Plans).of(person.tenantId, workflow.id, 1);
      if (!plan) throw new Error('the workflow is not there');
      const { executionId, outcome } = await server.app.get(RunStarter).runNow({
        tenantId: person.tenantId,
        workflowId: workflow.id,
        workflowVersion: 1,
        plan,
        mode: 'webhook',
        node: 't',
        items: [{ json: {} }],
      });
      const ended = await outcome;
      return { status: ended.kind === 'failed' ? ended.error : ended.state.status, kept: await rows([executionId]) };
    };
    expect(await run(false)).toEqual({ status: 'success', kept: [] });
    const failed = await run(true);
    expect([failed.status, failed.kept.length]).toEqual(['error', 1]);
  });

  it('delete a run that was queued, in the background', async () => {
    const { body: workflow } = await person.call('POST', 'workflows', documentWith({ save: { success: 'none' } }));
    const runs = [1, 2].map(() => ({
      tenantId: person.tenantId,
      workflowId: workflow.id,
      workflowVersion: 1,
      mode: 'schedule' as const,
      node: 't',
      items: [{ json: {} }],
    }));
    await work.asEngine((tx) => server.app.get(RunStarter).enqueueIn(tx, runs));
    const count = async () => {
      const [row] = await work.asEngine((tx) =>
        tx.query('select count(*)::int as n from executions where workflow_id = $1', [workflow.id]),
      );
      return row.n;
    };
    expect(await count()).toBe(2);
    const end = Date.now() + 5_000;
    while ((await count()) > 0 && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await job.removeUnkept(Date.now() + UNKEPT_GRACE_MS);
    }
    expect(await count()).toBe(0);
  });

  it('deletes executions through the API with their files', async () => {
    const id = (await runOnce({})).run.id;
    await blobs.put({ tenantId: person.tenantId, executionId: id }, Buffer.alloc(1_000));
    const before = await usage();
    expect((await person.call('DELETE', `executions/${id}`)).status).toBe(204);
    const after = await usage();
    expect(before.fileBytes - after.fileBytes).toBe(1_000);
    expect(after.executionBytes).toBeLessThan(before.executionBytes);
    expect((await person.call('GET', `executions/${id}`)).status).toBe(404);
  });
});
