import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { emptyDatabase, TEST_SECRET } from '../../testing/test-database.js';
import { testServer } from '../../testing/test-server.js';
import { nodes, workflow } from '../../testing/webhook-workflows.js';

/** Long enough for the process to be killed before the run is over. */
const RUN_SECONDS = 2;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
let victim: ChildProcess | undefined;

beforeAll(async () => {
  database = await emptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'orc-crash-'));
  execFileSync(process.execPath, ['scripts/build.mjs']);
});
afterAll(async () => {
  if (victim?.exitCode === null) victim.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the built server in a process of its own. @returns its address */
async function start(): Promise<string> {
  const env = {
    ...process.env,
    PORT: '0',
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    ENCRYPTION_KEY: TEST_SECRET,
    LOG_LEVEL: 'error',
  };
  victim = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of victim.stdout as NodeJS.ReadableStream) {
    const url = String(chunk).match(/ready at (\S+)/)?.[1];
    if (url) return url;
  }
  throw new Error('the server ended before it was ready');
}

it('a run that was acknowledged comes to its end although the server was killed right after', async () => {
  const url = await start();
  const api = async (token: string | undefined, path: string, body: object) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await fetch(`${url}/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as { accessToken: string; id: string };
  };
  const person = { email: 'crash@example.com', password: 'a password for tests only', name: 'Ada' };
  const { accessToken } = await api(undefined, 'auth/register', person);
  const wait = nodes.wait({ resume: 'interval', amount: RUN_SECONDS, unit: 'seconds' });
  const chain = [nodes.webhook('crash', { methods: ['POST'] }), wait, nodes.fields({ done: true })];
  const { id } = await api(accessToken, 'workflows', workflow('crash', chain));
  await api(accessToken, `workflows/${id}/activate`, {});

  const answer = await fetch(`${url}/webhook/crash`, { method: 'POST', body: 'x' });
  victim?.kill('SIGKILL');
  expect(answer.status).toBe(200);
  await once(victim as ChildProcess, 'exit');

  const client = new pg.Client(database.url);
  await client.connect();
  try {
    // As if the time of the dead server's lease had passed.
    const { rowCount } = await client.query(`update executions set lease_until = now() where status = 'running'`);
    const waits = await client.query(`select 1 from executions where status in ('queued', 'waiting')`);
    expect((rowCount ?? 0) + (waits.rowCount ?? 0)).toBe(1);
  } finally {
    await client.end();
  }
  const second = await testServer({}, database.url);
  try {
    const call = second.as(accessToken);
    const statuses: string[] = [];
    while (statuses.at(-1) !== 'success' && statuses.length < 200) {
      const { body } = await call('GET', `executions?workflowId=${id}`);
      expect(body.items).toHaveLength(1);
      statuses.push(body.items[0].status);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(statuses.at(-1)).toBe('success');
  } finally {
    await second.drop();
  }
});
