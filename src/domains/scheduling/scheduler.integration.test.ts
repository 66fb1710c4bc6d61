import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { newId } from '../../infrastructure/database/uuid.js';
import { type TestPerson, type TestServer, testServer } from '../../testing/test-server.js';

let first: TestServer;
let second: TestServer;
let person: TestPerson;
let work: UnitOfWork;
let workflowId: string;

const document = {
  formatVersion: 1,
  name: 'On the clock',
  nodes: [{ id: 't', name: 'Start', type: 'manualTrigger', version: 1, position: [0, 0], parameters: {} }],
  edges: [],
  settings: {},
};

beforeAll(async () => {
  first = await testServer();
  second = await testServer({}, first.databaseUrl);
  person = await first.person();
  work = first.app.get(UnitOfWork);
  const { body, status } = await person.call('POST', 'workflows', document);
  expect([status, body]).toEqual([201, expect.anything()]);
  workflowId = body.id;
});
afterAll(async () => {
  await second?.drop();
  await first?.drop();
});

/** A schedule as activation makes it. */
async function schedule(due: number, rule: object, missed = 'run-once', place = Math.floor(Math.random() * 1e9)) {
  const id = newId();
  await work.inTenant(person.tenantId, (tx) =>
    tx.query(
      `insert into schedules (id, tenant_id, workflow_id, version, node_id, place, rule, missed, next_at, anchor_at)
       values ($1, $2, $3, 1, 't', $4, $5, $6, $7, $7)`,
      [id, person.tenantId, workflowId, place, JSON.stringify(rule), missed, new Date(due)],
    ),
  );
  return id;
}

const view = async (id: string) => {
  const { body } = await person.call('GET', `schedules?workflowId=${workflowId}&limit=200`);
  return body.items.find((item: { id: string }) => item.id === id);
};
const runs = async (): Promise<{ id: string; status: string; mode: string; queuedAt: string }[]> =>
  (await person.call('GET', `executions?workflowId=${workflowId}&limit=200`)).body.items;
async function until<T>(look: () => Promise<T>, fits: (value: T) => boolean, ms = 8_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await look();
    if (fits(value) || Date.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const remove = (id: string) =>
  work.inTenant(person.tenantId, (tx) => tx.query('delete from schedules where id = $1', [id]));
const FAR = 365 * 86_400_000;

describe('the scheduler', () => {
  it('starts what is due once, although two instances look', async () => {
    const before = (await runs()).length;
    const due = Date.now() + 1_500;
    const ids = await Promise.all(
      [...Array(30)].map((_, place) => schedule(due, { kind: 'interval', ms: FAR }, 'skip', place)),
    );
    const after = await until(runs, (list) => list.length >= before + 30);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await runs()).length).toBe(before + 30);
    expect(after.every((run) => run.mode === 'schedule')).toBe(true);
    const late = after.map((run) => Date.parse(run.queuedAt) - due);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...late)).toBeLessThan(1_000);
    expect(new Date((await view(ids[0] as string)).nextAt).getTime()).toBe(due + FAR);
    for (const id of ids) await remove(id);
    expect(
      (await until(runs, (list) => list.every((run) => run.status === 'success'))).map((run) => run.status),
    ).toEqual(Array(before + 30).fill('success'));
  });

  it('goes on second by second', async () => {
    const before = (await runs()).length;
    const id = await schedule(Math.ceil(Date.now() / 1000) * 1000 + 1_000, { kind: 'cron', expression: '* * * * * *' });
    await new Promise((resolve) => setTimeout(resolve, 4_600));
    await remove(id);
    const came = (await runs()).length - before;
    expect(came).toBeGreaterThanOrEqual(3);
    expect(came).toBeLessThanOrEqual(5);
  });

  it('makes up once for times that passed while nothing ran, or not at all', async () => {
    const before = (await runs()).length;
    const hourly = { kind: 'cron', expression: '0 * * * *' };
    const past = Date.now() - 10 * 3_600_000;
    const skipping = await schedule(past, hourly, 'skip');
    await until(
      () => view(skipping),
      ({ nextAt }) => Date.parse(nextAt) > Date.now(),
    );
    expect((await runs()).length).toBe(before);
    const once = await schedule(past, hourly, 'run-once');
    await until(
      () => view(once),
      ({ nextAt }) => Date.parse(nextAt) > Date.now(),
    );
    expect((await runs()).length).toBe(before + 1);
    expect((await view(skipping)).lastAt).toBeNull();
    expect((await view(once)).lastAt).not.toBeNull();
    await remove(skipping);
    await remove(once);
  });

  it('starts nothing that is paused, and goes on from then when it is resumed', async () => {
    const before = (await runs()).length;
    const id = await schedule(Date.now() + 700, { kind: 'interval', ms: 3_600_000 });
    expect((await person.call('POST', `schedules/${id}/pause`)).status).toBe(204);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await view(id)).paused).toBe(true);
    expect((await runs()).length).toBe(before);
    expect((await person.call('POST', `schedules/${id}/resume`)).status).toBe(204);
    const resumed = await view(id);
    expect(resumed.paused).toBe(false);
    expect(Date.parse(resumed.nextAt)).toBeGreaterThan(Date.now());
    await remove(id);
  });

  it('tells the next times, to its tenant alone', async () => {
    const id = await schedule(Date.now() + FAR, { kind: 'cron', expression: '30 8 * * 1-5' });
    const { body } = await person.call('GET', `schedules/${id}/upcoming?count=3`);
    expect(body.items).toHaveLength(3);
    for (const time of body.items) expect(time).toMatch(/T08:30:00.000Z$/);
    const stranger = await second.person();
    expect((await stranger.call('GET', `schedules/${id}/upcoming`)).status).toBe(404);
    expect((await stranger.call('POST', `schedules/${id}/pause`)).status).toBe(404);
    expect((await stranger.call('GET', 'schedules')).body.items).toEqual([]);
    await remove(id);
  });

  it('lets a rule that can not be read start nothing, and says so', async () => {
    const id = await schedule(Date.now(), { kind: 'cron', expression: 'sometimes' });
    const stuck = await until(
      () => view(id),
      ({ error }) => error !== null,
    );
    expect(stuck.error).toBeTruthy();
    expect(stuck.nextAt).toBeNull();
    await remove(id);
  });
});

describe('schedules of a workflow', () => {
  const clockwork = (rules: object[], settings: object = {}) => ({
    formatVersion: 1,
    name: 'Clockwork',
    nodes: [
      { id: 's', name: 'Every so often', type: 'scheduleTrigger', version: 1, position: [0, 0], parameters: { rules } },
    ],
    edges: [],
    settings,
  });
  const schedulesOf = async (id: string) => (await person.call('GET', `schedules?workflowId=${id}`)).body.items;
  const create = async (...given: Parameters<typeof clockwork>) =>
    (await person.call('POST', 'workflows', clockwork(...given))).body;

  it('come with activation and go with deactivation, on every instance', async () => {
    const { id } = await create([{ every: 'seconds', count: 1 }], { timezone: 'Asia/Kathmandu' });
    expect(await schedulesOf(id)).toEqual([]);
    expect((await person.call('POST', `workflows/${id}/activate`)).status).toBe(200);
    expect(await schedulesOf(id)).toMatchObject([{ timezone: 'Asia/Kathmandu', missed: 'run-once', paused: false }]);
    const list = async () => (await person.call('GET', `executions?workflowId=${id}`)).body.items;
    const [run] = await until(list, (items) => items.some((item: { status: string }) => item.status === 'success'));
    const done = (await person.call('GET', `executions/${(await list()).at(-1).id}`)).body;
    const [item] = done.runs['Every so often'][0].outputs[0];
    expect(item.json.Timezone).toBe('Asia/Kathmandu (UTC+05:45)');
    expect(item.json.timestamp).toMatch(/\+05:45$/);
    expect(run.mode).toBe('schedule');
    expect((await second.as(person.accessToken)('POST', `workflows/${id}/deactivate`)).status).toBe(200);
    const count = (await list()).length;
    expect(await schedulesOf(id)).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await list()).length).toBe(count);
  });

  it('keep their beat and their pause when a newer version goes live, unless their rule has changed', async () => {
    const workflow = await create([{ every: 'hours', count: 13 }, { every: 'days' }]);
    const { id } = workflow;
    await person.call('POST', `workflows/${id}/activate`);
    const isCounted = ({ rule }: { rule: { everyHours?: number } }) => rule.everyHours === 13;
    const before = (await schedulesOf(id)).find(isCounted);
    expect(before.rule.expression).toBe('0 * * * *');
    await person.call('POST', `schedules/${before.id}/pause`);
    const draft = {
      ...clockwork([
        { every: 'hours', count: 13 },
        { every: 'weeks', weekdays: [1] },
      ]),
      version: workflow.version,
    };
    expect((await person.call('PUT', `workflows/${id}`, draft)).status).toBe(200);
    await person.call('POST', `workflows/${id}/activate`);
    const after = await schedulesOf(id);
    expect(after).toHaveLength(2);
    const kept = after.find(isCounted);
    expect(kept).toMatchObject({ paused: true, nextAt: before.nextAt, version: workflow.version + 1 });
    expect(after.find((each: { rule: object }) => !isCounted(each)).paused).toBe(false);
    await person.call('DELETE', `workflows/${id}`);
    expect(await schedulesOf(id)).toEqual([]);
  });

  it("move with the tenant's time zone, where they have none of their own", async () => {
    const { id } = await create([{ every: 'days', hour: 8 }]);
    await person.call('POST', `workflows/${id}/activate`);
    expect((await schedulesOf(id))[0].nextAt).toMatch(/T08:00:00.000Z$/);
    expect((await person.call('PATCH', 'tenants/current', { timezone: 'Asia/Tokyo' })).status).toBe(200);
    const [moved] = await until(
      () => schedulesOf(id),
      ([schedule]) => schedule.nextAt.endsWith('T23:00:00.000Z'),
    );
    expect(moved).toMatchObject({ timezone: 'Asia/Tokyo', nextAt: expect.stringMatching(/T23:00:00.000Z$/) });
  });

  it('refuse to go live with times that can not be read', async () => {
    const { id } = await create([{ every: 'cron', expression: '99 99 * * *' }]);
    const { status, body } = await person.call('POST', `workflows/${id}/activate`);
    expect(status).toBe(422);
    expect(body.code).toBe('schedule.unreadable');
    expect(body.detail).toContain('Every so often');
  });
});
