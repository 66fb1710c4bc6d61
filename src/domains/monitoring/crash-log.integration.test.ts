import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UnitOfWork } from '../../infrastructure/database/unit-of-work.js';
import { type TestServer, testServer } from '../../testing/test-server.js';
import { CrashLog } from './crash-log.service.js';

let folder: string;
let server: TestServer;
/** Leaves what a process leaves that is killed, or that threw. */
function leave(name: string, fault?: object): void {
  const mark = { pid: 2 ** 22 + 1, started: '1', host: hostname(), startedAt: '2026-11-20T07:00:12.000Z', fault };
  mkdirSync(join(folder, 'running'), { recursive: true });
  writeFileSync(join(folder, 'running', `${name}.json`), JSON.stringify(mark));
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'orc-crash-log-'));
  leave('a', { at: '2026-11-21T07:00:00.000Z', message: 'out of cheese', stack: 'Error: out of cheese\n at x' });
  server = await testServer({ DATA_DIR: folder, LOG_LEVEL: 'fatal' });
});
afterAll(async () => {
  await server.drop();
  rmSync(folder, { recursive: true, force: true });
});

it('a start writes down the crash of the one before, once, for every process of the installation', async () => {
  const crashes = server.app.get(CrashLog, { strict: false });
  const last = {
    at: '2026-11-21T07:00:00.000Z',
    startedAt: '2026-11-20T07:00:12.000Z',
    host: hostname(),
    message: 'out of cheese',
  };
  expect(await crashes.seen()).toEqual({ total: 1, last });
  expect(readdirSync(join(folder, 'running'))).toEqual([]);
  const beside = await testServer({}, server.databaseUrl);
  expect(await beside.app.get(CrashLog, { strict: false }).seen()).toEqual({ total: 1, last });
  await beside.drop();
});

it('keeps a thousand of them, and the count of all', async () => {
  const crashes = server.app.get(CrashLog, { strict: false });
  const work = server.app.get(UnitOfWork, { strict: false });
  const ask = (sql: string) => work.asEngine((tx) => tx.query(sql));
  await ask(`insert into server_crashes (at, started_at, host) select now(), now(), 'x' from generate_series(1, 1200)`);
  leave('b');
  await crashes.take(folder);
  expect((await crashes.seen()).total).toBe(1202);
  expect((await ask('select count(*) from server_crashes'))[0].count).toBe(1000);
  const metrics = (await server.call('GET', '/metrics')).body;
  expect(metrics).toContain('orchestrator_crashes_total 1202');
  expect(metrics).toMatch(/orchestrator_last_crash_timestamp_seconds \d{10}/);
});
