import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/test-database.js';
import { Notifications } from './notifications.js';
import { UnitOfWork } from './unit-of-work.js';
import { newId } from './uuid.js';

let test: TestDatabase;
let work: UnitOfWork;
let notifications: Notifications;
const heard: unknown[] = [];
let caughtUp = 0;
const tenant = newId();

beforeAll(async () => {
  test = await testDatabase();
  work = new UnitOfWork(test.database);
  notifications = new Notifications(test.database);
  await notifications.listen('news', { heard: (payload) => heard.push(payload), caughtUp: () => caughtUp++ });
});
afterAll(async () => {
  await notifications.onModuleDestroy();
  await test.drop();
});

const tell = (payload: object, channel = 'news') =>
  work.inTenant(tenant, (tx) => notifications.tell(tx, channel, payload));

it('tells what is committed, in its order; never what was rolled back, or what another channel tells', async () => {
  await tell({ n: 1 });
  await tell({ n: 0 }, 'others');
  const failing = work.inTenant(tenant, async (tx) => {
    await notifications.tell(tx, 'news', { n: -1 });
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  await tell({ n: 2 });
  await expect.poll(() => heard).toEqual([{ n: 1 }, { n: 2 }]);
  await expect(tell({ text: 'x'.repeat(8_000) })).rejects.toThrow('too long');
});

it('listens again when its connection broke, and says that something may have been missed', async () => {
  const before = caughtUp;
  const owner = new pg.Client(test.database.logins.owner as pg.ClientConfig);
  await owner.connect();
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'orchestrator notifications' and datname = current_database()`,
  );
  await owner.end();
  await expect.poll(() => caughtUp, { timeout: 5_000 }).toBe(before + 1);
  await tell({ n: 3 });
  await expect.poll(() => heard.at(-1)).toEqual({ n: 3 });
});
