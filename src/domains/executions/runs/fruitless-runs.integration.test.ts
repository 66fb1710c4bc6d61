import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestPerson, type TestServer, testServer } from '../../../testing/test-server.js';

let server: TestServer;
let owner: pg.Pool;
beforeAll(async () => {
  server = await testServer();
  owner = new pg.Pool({ connectionString: server.databaseUrl, max: 4 });
  await owner.query(`
    create table refused (tenant_id uuid, tries integer);
    create function refuse() returns trigger language plpgsql security definer as $$
      begin
        if new.seq > 0 and exists (
          select from public.refused r join public.executions e on e.id = new.execution_id
          where r.tenant_id = new.tenant_id and e.fruitless < r.tries
        ) then raise exception 'the disk of this test is full'; end if;
        return new;
      end $$;
    create trigger refuse before insert on execution_journal for each row execute function refuse()`);
});
afterAll(async () => {
  await owner?.end();
  await server?.drop();
});

const node = (id: string, type: string, parameters: object = {}) => ({
  id,
  name: id,
  type,
  version: 1,
  position: [0, 0],
  parameters,
});
async function saved(person: TestPerson, nodes: object[], settings = {}): Promise<string> {
  const edges = nodes.slice(1).map((to, at) => ({
    kind: 'main',
    from: { node: (nodes[at] as { id: string }).id },
    to: { node: (to as { id: string }).id },
  }));
  const document = { formatVersion: 1, name: 'Fruitless', nodes, edges, settings };
  const { body, status } = await person.call('POST', 'workflows', document);
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.id;
}
const start = async (person: TestPerson, id: string) =>
  (await person.call('POST', `workflows/${id}/run`, {})).body.executionId;
/** The tests run beside each other, as most of their time is waiting; `expect.poll` is of one test at a time. */
async function until(test: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 40_000;
  while (!(await test())) {
    if (Date.now() > end) throw new Error('it did not come to that in 40 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
const becomes = async (person: TestPerson, id: string, status: string) => {
  await until(async () => (await row(id)).status === status);
  return (await person.call('GET', `executions/${id}`)).body;
};
const row = async (id: string) => {
  const { rows } = await owner.query('select status, fruitless from executions where id = $1', [id]);
  return rows[0];
};
const PASS = node('Shape', 'code', { code: 'return $input.all();' });

describe('a run at which something is thrown that is no error of its node', () => {
  it.concurrent('is tried three times, then ends as failed with the node and the cause', async () => {
    const person = await server.person();
    await owner.query('insert into refused values ($1, 3)', [person.tenantId]);
    const id = await start(person, await saved(person, [node('Start', 'manualTrigger'), PASS]));
    const ended = await becomes(person, id, 'error');
    expect(ended.error).toEqual({
      code: 'run.fruitless',
      message: expect.stringMatching(
        /3 times in a row it stopped at "\w+" in 'Fruitless'.*the disk of this test is full/,
      ),
    });
    expect(await row(id)).toMatchObject({ fruitless: 3 });
  });

  it.concurrent('goes on when what was in its way is over, and is counted anew behind it', async () => {
    const person = await server.person();
    await owner.query('insert into refused values ($1, 2)', [person.tenantId]);
    const id = await start(person, await saved(person, [node('Start', 'manualTrigger'), PASS]));
    await becomes(person, id, 'success');
    const workflow = await saved(person, [
      node('Start', 'manualTrigger'),
      PASS,
      node('Pause', 'wait', { amount: 2, unit: 'hours' }),
    ]);
    const waits = await start(person, workflow);
    await becomes(person, waits, 'waiting');
    // Left behind by a process that died, one step further than the last time.
    await owner.query(
      `update executions set status = 'running', lease_until = now(), fruitless = 2, fruitless_at = 1 where id = $1`,
      [waits],
    );
    await until(async () => (await row(waits)).fruitless === 1);
    await becomes(person, waits, 'waiting');
  });

  it.concurrent('ends in its row when its journal takes nothing at all', async () => {
    const person = await server.person();
    await owner.query('insert into refused values ($1, 1000)', [person.tenantId]);
    const id = await start(person, await saved(person, [node('Start', 'manualTrigger'), PASS]));
    expect((await becomes(person, id, 'error')).error.message).toContain('the disk of this test is full');
  });
});

describe('a run whose journal can’t be read', () => {
  it.concurrent('ends after three tries too, and tells its parent', async () => {
    const person = await server.person();
    const child = await saved(person, [
      node('Called', 'subworkflowTrigger'),
      node('Pause', 'wait', { amount: 2, unit: 'hours' }),
    ]);
    const parent = await start(
      person,
      await saved(person, [
        node('Start', 'manualTrigger'),
        node('Call', 'executeSubworkflow', { from: 'stored', workflow: child }),
      ]),
    );
    const { children } = await becomes(person, parent, 'waiting');
    const { id } = children[0];
    await becomes(person, id, 'waiting');
    await owner.query(`update execution_journal set events = '\\x0102' where execution_id = $1`, [id]);
    await owner.query(`update executions set status = 'running', lease_until = now() where id = $1`, [id]);
    const ended = await becomes(person, id, 'error');
    expect(ended).toMatchObject({ error: { code: 'run.fruitless' }, runs: {} });
    expect((await becomes(person, parent, 'error')).error.message).toContain('could be read');
  });
});

it('an error that no database can hold is told as far as it can be, and takes no other run along', async () => {
  const person = await server.person();
  const bad = await saved(person, [
    node('Start', 'manualTrigger'),
    node('Say', 'code', { code: 'throw new Error("a" + String.fromCharCode(0, 0xd800))' }),
  ]);
  const good = await saved(person, [node('Start', 'manualTrigger'), PASS]);
  const runs = await Promise.all([bad, good, bad, good].map((id) => start(person, id)));
  const ended = await Promise.all(runs.map((id, at) => becomes(person, id, at % 2 ? 'success' : 'error')));
  expect(ended[0].error.message).toContain('a\ufffd\ufffd');
});
